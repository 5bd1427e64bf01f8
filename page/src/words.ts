// The words of the interface, in English and French. Labels of the data stay as the data have them.
import type { Lang } from "./model";

const WORDS = {
  read: ["Read", "Lire"],
  find: ["Concordance", "Concordance"],
  facts: ["Facts", "Faits"],
  entities: ["Entities", "Entités"],
  matrix: ["Stances", "Positions"],
  disagreements: ["Disagreements", "Désaccords"],
  figures: ["Figures", "Chiffres"],
  about: ["Cite and about", "Citer, à propos"],
  skip: ["Skip to the content", "Aller au contenu"],
  views: ["Views", "Vues"],
  language: ["Français", "English"],
  theme: ["Light or dark", "Clair ou sombre"],
  articles: ["Articles", "Articles"],
  filter: ["Filter the list", "Filtrer la liste"],
  layers: ["Layers", "Couches"],
  arcs: ["Relations as arcs", "Relations en arcs"],
  allArcs: ["All relations of the sentence as arcs", "Toutes les relations de la phrase en arcs"],
  force: ["Force of each sentence", "Force de chaque phrase"],
  details: ["Details", "Détails"],
  close: ["Close", "Fermer"],
  empty: ["Choose a span or a sentence to see what is said of it.", "Choisissez un empan ou une phrase pour en voir l’annotation."],
  noFrench: ["no French counterpart", "sans équivalent français"],
  noEnglish: ["no English counterpart", "sans équivalent anglais"],
  notHere: ["This text is not in the file: its rights do not allow it. Its annotations are shown by offset.", "Ce texte n’est pas dans le fichier : ses droits ne le permettent pas. Ses annotations sont données par position."],
  textOff: ["text not in this file", "texte absent de ce fichier"],
  drop: ["Drop your own file of the text here, or choose it. It is compared by SHA-256 in your browser, shown if it is the text, and sent nowhere.", "Déposez ici votre fichier du texte, ou choisissez-le. Il est comparé par SHA-256 dans votre navigateur, affiché si c’est le texte, et n’est envoyé nulle part."],
  choose: ["Choose files", "Choisir des fichiers"],
  accepted: ["shown", "affiché"],
  refused: ["is not a text of this release: its SHA-256 is", "n’est pas un texte de cette version : son SHA-256 est"],
  decoded: ["is not UTF-8", "n’est pas de l’UTF-8"],
  counterpart: ["Counterpart", "Équivalent"],
  noCounterpart: ["No counterpart", "Sans équivalent"],
  attributes: ["Attributes", "Attributs"],
  relations: ["Relations", "Relations"],
  coreferents: ["Other mentions in this article", "Autres mentions dans l’article"],
  claims: ["Other claims of the same fact", "Autres affirmations du même fait"],
  rules: ["Rules of the guidelines", "Règles du guide"],
  provenance: ["Provenance", "Provenance"],
  annotations: ["annotations", "annotations"],
  annotationsOf: ["Annotations of sentence", "Annotations de la phrase"],
  noAnnotation: ["No annotation", "Aucune annotation"],
  entityPage: ["Entity", "Entité"],
  factPage: ["Fact", "Fait"],
  link: ["Copy the link", "Copier le lien"],
  copied: ["Copied", "Copié"],
  report: ["Report an error", "Signaler une erreur"],
  reportText: ["Copy this text and send it to the maintainers.", "Copiez ce texte et envoyez-le aux responsables."],
  copy: ["Copy", "Copier"],
  french: ["French", "Français"],
  english: ["English", "Anglais"],
  frenchWords: ["French words", "Mots français"],
  englishWords: ["English words", "Mots anglais"],
  wordsHelp: ["All words must occur, without regard to accents and case. \"a phrase\", begin*, -without.", "Tous les mots doivent figurer, sans égard aux accents ni à la casse. \"une suite\", début*, -sans."],
  layer: ["Layer", "Couche"],
  any: ["any", "indifférent"],
  none: ["(none)", "(aucun)"],
  from: ["Value from", "Valeur de"],
  to: ["to", "à"],
  notNumber: ["Not a number, so it was left out:", "Pas un nombre, donc laissé de côté :"],
  valueHelp: ["13e9, 13 billion, 13,5 milliards", "13e9, 13 billion, 13,5 milliards"],
  entity: ["Entity", "Entité"],
  side: ["Side of the span", "Côté de l’empan"],
  more: ["More filters", "Plus de filtres"],
  ask: ["Find", "Chercher"],
  reset: ["Clear", "Effacer"],
  sort: ["Sort by", "Trier par"],
  sort_order: ["corpus order", "ordre du corpus"],
  sort_fr: ["French words from the match", "mots français dès l’occurrence"],
  sort_en: ["English words from the match", "mots anglais dès l’occurrence"],
  sort_label: ["label", "étiquette"],
  sort_value: ["value", "valeur"],
  sort_date: ["date", "date"],
  count: ["Count by", "Compter par"],
  results: ["sentence pairs", "paires de phrases"],
  nextRows: ["Show more", "Afficher la suite"],
  snippet: ["The same rows in Python", "Les mêmes lignes en Python"],
  presets: ["Questions to begin with", "Questions pour commencer"],
  presetHedge: ["hearsay lost in English", "ouï-dire perdu en anglais"],
  presetSums: ["13 to 14 billion USD", "13 à 14 milliards USD"],
  presetBounds: ["“up to”: upper bounds of money", "« jusqu’à » : plafonds d’argent"],
  presetDesire: ["what OpenAI wants of Microsoft", "ce qu’OpenAI veut de Microsoft"],
  presetAccuse: ["accusations", "accusations"],
  presetOmitted: ["mentions omitted in translation", "mentions omises à la traduction"],
  sentence: ["Sentence", "Phrase"],
  span: ["Span", "Empan"],
  verdict: ["Verdict", "Verdict"],
  claim: ["Claim", "Affirmation"],
  claimsN: ["claims", "affirmations"],
  source: ["Source", "Source"],
  date: ["Date", "Date"],
  value: ["Value", "Valeur"],
  contradicts: ["contradicts", "contredit"],
  asserted: ["the article itself", "l’article lui-même"],
  anonymous: ["anonymous source", "source anonyme"],
  author: ["the author", "l’auteur"],
  numberLine: ["The claims on a number line", "Les affirmations sur une droite"],
  noValue: ["no value", "sans valeur"],
  held: ["Stances held", "Positions tenues"],
  received: ["Stances received", "Positions reçues"],
  paid: ["Sums paid", "Sommes versées"],
  got: ["Sums received", "Sommes reçues"],
  concerned: ["Amounts about it", "Montants à son sujet"],
  mentions: ["Mentions", "Mentions"],
  names: ["Names", "Noms"],
  holder: ["Holder", "Tenant"],
  target: ["Target", "Cible"],
  attitude: ["Attitude", "Attitude"],
  matrixHelp: ["Rows hold the stance, columns are what it is taken to. A target without an entity of its own goes to those named in its words. A cell counts positive (+), negative (−) and neutral (·) stances; choose one to read them.", "Les lignes tiennent la position, les colonnes en sont la cible. Une cible sans entité propre compte pour celles que ses mots nomment. Une case compte les positions positives (+), négatives (−) et neutres (·) ; choisissez-en une pour les lire."],
  shown: ["rows and columns shown", "lignes et colonnes affichées"],
  other: ["not named", "non nommé"],
  kept: ["Kept", "Retenu"],
  differs: ["Differs in", "Diffère par"],
  rule: ["Rule", "Règle"],
  passes: ["Passes", "Passes"],
  onlyIn: ["only in", "seulement dans"],
  noRuling: ["No difference between passes was ruled on here.", "Aucun désaccord de passes n’a été tranché ici."],
  noRulings: ["This page was made from a release; the passes of annotation and the rulings are in the corpus.", "Cette page vient d’une version publiée ; les passes d’annotation et les décisions sont dans le corpus."],
  lowBeads: ["Beads with the lowest confidence", "Alignements les moins sûrs"],
  confidence: ["Confidence", "Confiance"],
  verified: ["verified by a reader", "vérifié par un lecteur"],
  unverified: ["not verified", "non vérifié"],
  figuresHelp: ["Each bar counts sentence pairs; choose one to read them.", "Chaque barre compte des paires de phrases ; choisissez-en une pour les lire."],
  citation: ["Cite this version", "Citer cette version"],
  load: ["Load this version", "Charger cette version"],
  wasSo: ["before", "avant"],
  isSo: ["now", "maintenant"],
  changes: ["What changed", "Ce qui a changé"],
  rowsChanged: ["rows are new, gone or changed", "lignes nouvelles, disparues ou modifiées"],
  noChanges: ["This page was made without another release to compare with.", "Cette page a été faite sans autre version à comparer."],
  thisPage: ["This page", "Cette page"],
  pageIs: ["One file, without a server: nothing is requested, stored or sent.", "Un seul fichier, sans serveur : rien n’est demandé, conservé ni envoyé."],
  keys: ["Keys: j and k or ↓ and ↑ move from sentence to sentence, ← and → from span to span, Enter opens the details, Escape closes them, / goes to the search.", "Touches : j et k ou ↓ et ↑ vont de phrase en phrase, ← et → d’empan en empan, Entrée ouvre les détails, Échap les ferme, / mène à la recherche."],
  otherVersion: ["This link was made for version {0}; this page is version {1}.", "Ce lien vise la version {0} ; cette page est la version {1}."],
  missing: ["Nothing here has the id", "Rien ici n’a l’identifiant"],
  selection: ["code points", "points de code"],
  copyOffsets: ["Copy the offsets", "Copier les positions"],
  rights: ["Rights", "Droits"],
  version: ["version", "version"],
  previous: ["Previous article", "Article précédent"],
  next: ["Next article", "Article suivant"],
  asserts: ["asserted", "affirmé"],
  inPasses: ["At the same place in", "Au même endroit dans"],
  notInPasses: ["Not at this place in", "Pas à cet endroit dans"],
  by_human: ["a human", "un humain"],
  by_language_model: ["a language model", "un modèle de langue"],
  by_program: ["a program", "un programme"],
  layout: ["Layout", "Présentation"],
  layout_pairs: ["pairs of sentences", "paires de phrases"],
  layout_kwic: ["lines around the match", "lignes autour de l’occurrence"],
  versions: ["Versions", "Versions"],
  thisVersion: ["this page", "cette page"],
  pageReads: ["The program is in this file; it reads the files of the release beside it from the server that it came from, and asks nobody else. Nothing is stored or sent.", "Le programme est dans ce fichier ; il lit les fichiers de la version à côté de lui, sur le serveur dont il vient, et ne demande rien à personne d’autre. Rien n’est conservé ni envoyé."],
  needsServer: ["This page reads the release that lies beside it, and browsers let no page of the disk do so. Serve the folder and open the address that is printed:", "Cette page lit la version publiée qui est à côté d’elle, ce que les navigateurs ne permettent pas à une page du disque. Servez le dossier et ouvrez l’adresse affichée :"],
  smallOnly: ["This view is for smaller releases", "Cette vue est pour les versions plus petites"],
  smallOnlyText: ["This release has {0} sentence pairs. Its articles can be read and searched here; make a page of some articles (visavis page --articles) for all views.", "Cette version a {0} paires de phrases. On peut ici lire et interroger ses articles ; faites une page de quelques articles (visavis page --articles) pour toutes les vues."],
  loading: ["Reading {0} …", "Lecture de {0}…"],
  notLoaded: ["This could not be read: {0}", "Lecture impossible : {0}"],
  listed: ["{0} of {1} articles are listed; filter to see others.", "{0} articles sur {1} sont listés ; filtrez pour voir les autres."],
  progress: ["Articles looked through", "Articles parcourus"],
  lookedThrough: ["{0} of {1} articles looked through", "{0} articles parcourus sur {1}"],
  stop: ["Stop", "Arrêter"],
  stopped: ["Stopped: {0} of {1} articles were looked through.", "Arrêté : {0} articles parcourus sur {1}."],
  firstHits: ["The first {0} are shown, sorted and saved; the numbers are of all.", "Les {0} premières sont affichées, triées et enregistrées ; les nombres sont ceux de toutes."],
  all: ["all", "toutes"],
} as const satisfies Record<string, readonly [string, string]>;

export type Word = keyof typeof WORDS;

let current: Lang = "en";

export function language(): Lang {
  return current;
}

export function speak(lang: Lang): void {
  current = lang;
}

/** Return a word of the interface in its language; `{0}` and `{1}` are replaced. */
export function t(word: Word, ...values: string[]): string {
  const text: string = WORDS[word][current === "fr" ? 1 : 0];
  return values.reduce((filled, value, index) => filled.replace(`{${index}}`, value), text);
}

/** Names of fields in French; in English they are the names that the tables have. */
const CHAMPS: Record<string, string> = {
  type: "type", subtype: "sous-type", form: "forme", reading: "lecture", relation: "relation",
  omitted: "omission", kind: "genre de montant", unit: "unité", comparator: "comparateur", role: "rôle",
  payer: "payeur", payee: "bénéficiaire", about: "à propos de", quotation: "citation", use: "emploi",
  alternative: "autre lecture", rendering: "rendu en anglais", attitude: "attitude", polarity: "polarité",
  intensity: "intensité", negated: "niée", factuality: "factualité", holder_entity: "tenant",
  target_entity: "cible", category: "catégorie", severity: "gravité", recoverable: "récupérable",
  article: "article", genre: "genre", story: "affaire", split: "partie", origin: "origine", value: "valeur",
  value_max: "valeur maximale", offsets: "positions", intended: "forme voulue", currency: "monnaie",
  bead: "alignement", modality: "modalité", head: "tête", note: "remarque", aspect: "aspect",
};

/** Return the name of a field in the language of the interface. */
export function field(name: string): string {
  return current === "fr" ? CHAMPS[name] ?? name : name;
}

/** Return a number as the language of the interface writes it. */
export function number(value: number): string {
  return new Intl.NumberFormat(current, { maximumFractionDigits: 6 }).format(value);
}

const SCALES: [number, string, string][] = [
  [1e12, "trillion", "billions"],
  [1e9, "billion", "milliards"],
  [1e6, "million", "millions"],
];

/** Return a value with its unit as people read it: "13.75 billion USD". */
export function quantity(value: unknown, unit: unknown): string {
  if (value === null || value === undefined) return "–";
  const exact = Number(value);
  const scale = SCALES.find(([size]) => Math.abs(exact) >= size);
  const written = scale
    ? `${number(exact / scale[0])} ${current === "fr" ? scale[2] : scale[1]}`
    : number(exact);
  return unit ? `${written} ${String(unit)}` : written;
}

const SIGNS: Record<string, string> = {
  eq: "=", approx: "≈", gt: ">", ge: "≥", lt: "<", le: "≤", between: "", several: "n ×",
};

/** Return what an amount says: comparator, value or range, unit. */
export function claim(fields: Record<string, unknown>): string {
  const { value, value_max: upper, unit, comparator } = fields;
  const sign = SIGNS[String(comparator)] ?? "";
  if (value === null || value === undefined) return `${sign} ${unit ?? ""}`.trim() || t("noValue");
  if (upper !== null && upper !== undefined)
    return `${quantity(value, null)} – ${quantity(upper, unit)}`;
  return `${sign === "=" ? "" : sign} ${quantity(value, unit)}`.trim();
}
