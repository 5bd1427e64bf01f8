"use strict";(()=>{var Q=class{value;length;units;constructor(e){if(this.value=e,!/[\ud800-\udfff]/.test(e)){this.length=e.length,this.units=null;return}let n=Array.from(e);if(this.
length=n.length,n.length===e.length){this.units=null;return}this.units=new Int32Array(n.length+1);let s=0;n.forEach((i,o)=>{this.units[o]=s,s+=i.length}),this.units[n.
length]=s}slice(e,n){return this.value.slice(this.unit(e),this.unit(n))}unit(e){let n=Math.max(0,Math.min(e,this.length));return this.units?this.units[n]:n}};function et(t){
let e=0;for(let n of t)e+=1;return e}function Ae(t,e){let n=0;for(let s of t){if(e--<=0)break;n+=s.length}return n}function K(t){return/^[\0-\x7f]*$/u.test(t)?t.
toLowerCase():t.normalize("NFD").replace(/\p{M}/gu,"").toLowerCase().replaceAll("’","'")}var Ze=new Map;function tt(t){let e=[],n=0;for(let s of t){let i=Ze.get(
s);i===void 0&&(i=K(s).length,Ze.set(s,i));for(let o=0;o<i;o+=1)e.push(n);n+=1}return e}var w=["fr","en"],A=["mentions","amounts","attributions","conditionals","stances","flaws"],Te={mentions:"type",amounts:"kind",attributions:"quotation",conditionals:"\
use",stances:"attitude",flaws:"category"},oe=class{constructor(e){this.data=e;this.about=e.about,this.rules=e.rules;for(let n of Y(e.tables.articles))this.addArticle(
n);for(let n of Y(e.tables.beads))this.addBead(n);for(let n of A)Y(e.tables[n]).forEach((s,i)=>this.addSpan(n,s,e.readings.spans[n]?.[i]??0));for(let n of Y(e.tables.
kb)){let s=String(n.id),i={fr:String(n.name_fr),en:String(n.name_en)};this.entities.set(s,{id:s,type:String(n.type),names:i,fields:n})}for(let n of Y(e.tables.facts)){
let s=n.members;this.facts.set(String(n.id),{id:String(n.id),fields:n,members:s,verdict:String(n.verdict)})}this.rulings=Y(e.tables.rulings);for(let n of this.rulings){
let s=ke(n.article,n.layer,n.lang,n);Ee(this.rulingsAt,s,n)}}data;about;rules;articles=new Map;beads=[];spans=new Map;facts=new Map;entities=new Map;rulings;mentionsOf=new Map;claimsOf=new Map;rulingsAt=new Map;addArticle(e){
let n=l=>typeof e[l]=="string"?new Q(e[l]):null,{fr:s,en:i,...o}=e;this.articles.set(String(e.id),{id:String(e.id),fields:o,title:e.title===null?null:String(e.title),
date:String(e.published??e.collected??""),texts:{fr:n("fr"),en:n("en")},sha256:{fr:e.sha256_fr,en:e.sha256_en},beads:[],spans:[]})}addBead(e){let n=this.articles.
get(String(e.article));if(!n)return;let s={id:String(e.id),article:n,type:String(e.type),region:e.region,method:String(e.method),confidence:e.confidence,verified:e.
verified===!0,sides:{fr:ne(e.fr),en:ne(e.en)},spans:{fr:[],en:[]}};n.beads.push(s),this.beads.push(s)}addSpan(e,n,s){let{article:i,bead:o,id:l,lang:a,start:d,end:u,
...m}=n,f=this.articles.get(String(i));if(!f)return;let p={key:st(String(i),e,String(l),a),layer:e,id:String(l),lang:a,article:String(i),bead:o,start:d,end:u,fields:m,
passes:s};this.spans.set(p.key,p),f.spans.push(p),f.beads.find(g=>g.id===p.bead)?.spans[p.lang].push(p),e==="mentions"&&m.entity&&Ee(this.mentionsOf,String(m.entity),
p),e==="amounts"&&m.fact&&Ee(this.claimsOf,String(m.fact),p)}span(e,n,s,i){return typeof s=="string"?this.spans.get(st(e,n,s,i)):void 0}counterpart(e){return this.
span(e.article,e.layer,e.id,q(e.lang))}surface(e){let n=this.articles.get(e.article)?.texts[e.lang];return n?n.slice(e.start,e.end):null}side(e,n){let s=B(e,n),
i=e.article.texts[n];return s&&i?i.slice(s.start,s.end).replace(/\s+$/u,""):null}holder(e){return e.fields.holder==="AUTHOR"?"AUTHOR":this.span(e.article,"menti\
ons",e.fields.holder,e.lang)?.fields.entity??null}targets(e){let n=this.span(e.article,"mentions",e.fields.target,e.lang),s=e.fields.target_span,i=s?(this.articles.
get(e.article)?.spans??[]).filter(l=>l.layer==="mentions"&&l.lang===e.lang&&s[0]<=l.start&&l.end<=s[1]):[],o=[...n?[n]:[],...i].map(l=>l.fields.entity);return[...new Set(
o.filter(l=>typeof l=="string"))]}name(e,n){return this.entities.get(String(e))?.names[n]??String(e)}sources(e){let n=(this.articles.get(e.article)?.spans??[]).
filter(s=>s.layer==="attributions"&&s.lang===e.lang).map(s=>({one:s,piece:vn(s,e)})).filter(s=>s.piece!==void 0);return n.sort((s,i)=>nt(s.piece)-nt(i.piece)),n.
map(s=>s.one)}sourceName(e,n){let s=this.span(e.article,"mentions",e.fields.source,e.lang);return s?s.fields.entity?this.name(s.fields.entity,n):this.surface(s)??
s.id:String(e.fields.source??"ANON")}};function vn(t,e){return ne(t.fields.content??[]).find(n=>n.start<=e.start&&e.end<=n.end)}function nt(t){return t.end-t.start}
function ne(t){return(t??[]).map(([e,n])=>({start:e,end:n}))}function B(t,e){let n=t.sides[e];return n.length?{start:n[0].start,end:n[n.length-1].end}:null}function q(t){
return t==="fr"?"en":"fr"}function st(t,e,n,s){return`${t}/${e}:${n}:${s}`}function ke(t,e,n,s){return`${t}/${e}:${n}:${s.start}-${s.end}`}function L(t){return String(
t.fields[Te[t.layer]]??t.layer)}function Ee(t,e,n){let s=t.get(e);s?s.push(n):t.set(e,[n])}function Y(t){return t?Array.isArray(t)?t:t.rows.map(e=>Object.fromEntries(
t.columns.map((n,s)=>[n,e[s]??null]))):[]}function r(t,e,...n){let s=document.createElement(t);return rt(s,e),le(s,n),s}var wn="http://www.w3.org/2000/svg";function E(t,e,...n){let s=document.createElementNS(
wn,t);return rt(s,e),le(s,n),s}function rt(t,e){for(let[n,s]of Object.entries(e??{}))typeof s=="function"?t.addEventListener(n.slice(2),s):s===!0?t.setAttribute(
n,""):s!==!1&&s!==null&&s!==void 0&&t.setAttribute(n,String(s))}function le(t,e){for(let n of e)Array.isArray(n)?le(t,n):n instanceof Node?t.append(n):n!=null&&
n!==!1&&t.append(String(n))}function S(t,...e){t.replaceChildren(),le(t,e)}async function it(t){try{await navigator.clipboard.writeText(t)}catch{let e=r("textar\
ea",{"aria-hidden":"true"});e.value=t,document.body.append(e),e.select(),document.execCommand("copy"),e.remove()}}function ot(t,e,n){let s=URL.createObjectURL(new Blob(
[n],{type:`${e};charset=utf-8`})),i=r("a",{href:s,download:t});document.body.append(i),i.click(),i.remove(),setTimeout(()=>URL.revokeObjectURL(s),1e3)}function Me(t){let[e="",n=""]=t.replace(/^#\/?/u,"").split("?",2),s=e.split("/").filter(Boolean).map(Sn),o=/^\d+\.\d+\.\d+/u.test(s[0]??"")?s.shift():null,l={};
for(let[a,d]of new URLSearchParams(n))d&&(l[a]=d);return{version:o,view:s.shift()??"read",parts:s,query:l}}function Sn(t){try{return decodeURIComponent(t)}catch{
return t}}function Ln(t){return encodeURIComponent(t).replaceAll("%3A",":")}function x(t,e,n=[],s={}){let i=Object.entries(s).filter(a=>!!a[1]),o=new URLSearchParams(
i).toString();return`#/${[t.about.version,e,...n].map(Ln).join("/")}${o?`?${o}`:""}`}function D(t,e){let n=`${e.layer}:${e.id}:${e.lang}`;return x(t,"read",[e.article,
e.bead??"-",n])}function ae(t){return location.href.split("#")[0]+t}function ce(t,e){let n=[],s=(a,d)=>{if(!d)return;let u="key"in d?{to:d,span:d}:{to:d};n.push({from:e,lang:e.lang,layer:e.layer,name:a,...u})},i=a=>t.span(e.article,
"mentions",e.fields[a],e.lang),o=a=>t.span(e.article,"attributions",e.fields[a],e.lang),l=a=>An(e.fields[a]);switch(e.layer){case"stances":s("holder",i("holder")),
s("target",i("target")??l("target_span")),s("condition",l("condition")),s("attribution",o("attribution"));break;case"attributions":s("source",i("source"));for(let a of ne(
e.fields.content))s("content",a);s("parent",o("parent"));break;case"amounts":s("modifier",l("modifier"));for(let a of["payer","payee","about"])s(a,En(t,e,a));break;case"\
mentions":s("parent",i("parent"));break;default:}return n}function An(t){if(Array.isArray(t))return{start:Number(t[0]),end:Number(t[1])}}function En(t,e,n){let s=e.
fields[n];return typeof s!="string"?void 0:t.articles.get(e.article)?.beads.find(o=>o.id===e.bead)?.spans[e.lang].filter(o=>o.layer==="mentions"&&o.fields.entity===
s).sort((o,l)=>Math.abs(o.start-e.start)-Math.abs(l.start-e.start))[0]}function lt(t,e,n){return w.flatMap(s=>e.spans[s]).filter(s=>n.has(s.layer)).flatMap(s=>ce(
t,s))}function at(t,e){let n=new Map,s=(o,l)=>{o&&!n.has(o.key)&&n.set(o.key,l)};s(e,"on");let i=t.counterpart(e);s(i,"pair");for(let o of[e,...i?[i]:[]])for(let l of ce(
t,o))s(l.span,"related");for(let o of Re(t,e))s(o,"coref");for(let o of He(t,e))s(o,"claim");return n}function Re(t,e){return e.layer!=="mentions"||!e.fields.entity?
[]:(t.mentionsOf.get(String(e.fields.entity))??[]).filter(n=>n.article===e.article&&n.id!==e.id)}function He(t,e){return e.layer!=="amounts"||!e.fields.fact?[]:
(t.claimsOf.get(String(e.fields.fact))??[]).filter(n=>n.article!==e.article||n.id!==e.id)}var Tn={read:["Read","Lire"],find:["Concordance","Concordance"],facts:["Facts","Faits"],entities:["Entities","Entités"],matrix:["Stances","Positions"],disagreements:[
"Disagreements","Désaccords"],figures:["Figures","Chiffres"],about:["Cite and about","Citer, à propos"],skip:["Skip to the content","Aller au contenu"],views:[
"Views","Vues"],language:["Français","English"],theme:["Light or dark","Clair ou sombre"],articles:["Articles","Articles"],filter:["Filter the list","Filtrer l\
a liste"],layers:["Layers","Couches"],arcs:["Relations as arcs","Relations en arcs"],allArcs:["All relations of the sentence as arcs","Toutes les relations de l\
a phrase en arcs"],force:["Force of each sentence","Force de chaque phrase"],details:["Details","Détails"],close:["Close","Fermer"],empty:["Choose a span or a \
sentence to see what is said of it.","Choisissez un empan ou une phrase pour en voir l’annotation."],noFrench:["no French counterpart","sans équivalent frança\
is"],noEnglish:["no English counterpart","sans équivalent anglais"],notHere:["This text is not in the file: its rights do not allow it. Its annotations are sho\
wn by offset.","Ce texte n’est pas dans le fichier : ses droits ne le permettent pas. Ses annotations sont données par position."],textOff:["text not in this\
 file","texte absent de ce fichier"],drop:["Drop your own file of the text here, or choose it. It is compared by SHA-256 in your browser, shown if it is the tex\
t, and sent nowhere.","Déposez ici votre fichier du texte, ou choisissez-le. Il est comparé par SHA-256 dans votre navigateur, affiché si c’est le texte, et n’e\
st envoyé nulle part."],choose:["Choose files","Choisir des fichiers"],accepted:["shown","affiché"],refused:["is not a text of this release: its SHA-256 is","\
n’est pas un texte de cette version : son SHA-256 est"],decoded:["is not UTF-8","n’est pas de l’UTF-8"],counterpart:["Counterpart","Équivalent"],noCounterpart:[
"No counterpart","Sans équivalent"],attributes:["Attributes","Attributs"],relations:["Relations","Relations"],coreferents:["Other mentions in this article","Au\
tres mentions dans l’article"],claims:["Other claims of the same fact","Autres affirmations du même fait"],rules:["Rules of the guidelines","Règles du guide"],
provenance:["Provenance","Provenance"],annotations:["annotations","annotations"],annotationsOf:["Annotations of sentence","Annotations de la phrase"],noAnnotation:[
"No annotation","Aucune annotation"],entityPage:["Entity","Entité"],factPage:["Fact","Fait"],link:["Copy the link","Copier le lien"],copied:["Copied","Copié"],
report:["Report an error","Signaler une erreur"],reportText:["Copy this text and send it to the maintainers.","Copiez ce texte et envoyez-le aux responsables."],
copy:["Copy","Copier"],french:["French","Français"],english:["English","Anglais"],frenchWords:["French words","Mots français"],englishWords:["English words","\
Mots anglais"],wordsHelp:['All words must occur, without regard to accents and case. "a phrase", begin*, -without.','Tous les mots doivent figurer, sans égard a\
ux accents ni à la casse. "une suite", début*, -sans.'],layer:["Layer","Couche"],any:["any","indifférent"],none:["(none)","(aucun)"],from:["Value from","Vale\
ur de"],to:["to","à"],notNumber:["Not a number, so it was left out:","Pas un nombre, donc laissé de côté :"],valueHelp:["13e9, 13 billion, 13,5 milliards","\
13e9, 13 billion, 13,5 milliards"],entity:["Entity","Entité"],side:["Side of the span","Côté de l’empan"],more:["More filters","Plus de filtres"],ask:["Fin\
d","Chercher"],reset:["Clear","Effacer"],sort:["Sort by","Trier par"],sort_order:["corpus order","ordre du corpus"],sort_fr:["French words from the match","mots\
 français dès l’occurrence"],sort_en:["English words from the match","mots anglais dès l’occurrence"],sort_label:["label","étiquette"],sort_value:["valu\
e","valeur"],sort_date:["date","date"],count:["Count by","Compter par"],results:["sentence pairs","paires de phrases"],nextRows:["Show more","Afficher la suite"],
snippet:["The same rows in Python","Les mêmes lignes en Python"],presets:["Questions to begin with","Questions pour commencer"],presetHedge:["hearsay lost in E\
nglish","ouï-dire perdu en anglais"],presetSums:["13 to 14 billion USD","13 à 14 milliards USD"],presetBounds:["“up to”: upper bounds of money","« jusqu’à\
 » : plafonds d’argent"],presetDesire:["what OpenAI wants of Microsoft","ce qu’OpenAI veut de Microsoft"],presetAccuse:["accusations","accusations"],presetOmitted:[
"mentions omitted in translation","mentions omises à la traduction"],sentence:["Sentence","Phrase"],span:["Span","Empan"],verdict:["Verdict","Verdict"],claim:[
"Claim","Affirmation"],claimsN:["claims","affirmations"],source:["Source","Source"],date:["Date","Date"],value:["Value","Valeur"],contradicts:["contradicts","co\
ntredit"],asserted:["the article itself","l’article lui-même"],anonymous:["anonymous source","source anonyme"],author:["the author","l’auteur"],numberLine:[
"The claims on a number line","Les affirmations sur une droite"],noValue:["no value","sans valeur"],held:["Stances held","Positions tenues"],received:["Stances \
received","Positions reçues"],paid:["Sums paid","Sommes versées"],got:["Sums received","Sommes reçues"],concerned:["Amounts about it","Montants à son sujet"],
mentions:["Mentions","Mentions"],names:["Names","Noms"],holder:["Holder","Tenant"],target:["Target","Cible"],attitude:["Attitude","Attitude"],matrixHelp:["Rows \
hold the stance, columns are what it is taken to. A target without an entity of its own goes to those named in its words. A cell counts positive (+), negative (\
−) and neutral (·) stances; choose one to read them.","Les lignes tiennent la position, les colonnes en sont la cible. Une cible sans entité propre compte po\
ur celles que ses mots nomment. Une case compte les positions positives (+), négatives (−) et neutres (·) ; choisissez-en une pour les lire."],shown:["rows \
and columns shown","lignes et colonnes affichées"],other:["not named","non nommé"],kept:["Kept","Retenu"],differs:["Differs in","Diffère par"],rule:["Rule","\
Règle"],passes:["Passes","Passes"],onlyIn:["only in","seulement dans"],noRuling:["No difference between passes was ruled on here.","Aucun désaccord de passes n\
’a été tranché ici."],noRulings:["This page was made from a release; the passes of annotation and the rulings are in the corpus.","Cette page vient d’une v\
ersion publiée ; les passes d’annotation et les décisions sont dans le corpus."],lowBeads:["Beads with the lowest confidence","Alignements les moins sûrs"],
confidence:["Confidence","Confiance"],verified:["verified by a reader","vérifié par un lecteur"],unverified:["not verified","non vérifié"],figuresHelp:["Eac\
h bar counts sentence pairs; choose one to read them.","Chaque barre compte des paires de phrases ; choisissez-en une pour les lire."],citation:["Cite this vers\
ion","Citer cette version"],load:["Load this version","Charger cette version"],wasSo:["before","avant"],isSo:["now","maintenant"],changes:["What changed","Ce qu\
i a changé"],rowsChanged:["rows are new, gone or changed","lignes nouvelles, disparues ou modifiées"],noChanges:["This page was made without another release t\
o compare with.","Cette page a été faite sans autre version à comparer."],thisPage:["This page","Cette page"],pageIs:["One file, without a server: nothing is\
 requested, stored or sent.","Un seul fichier, sans serveur : rien n’est demandé, conservé ni envoyé."],keys:["Keys: j and k or ↓ and ↑ move from sentence \
to sentence, ← and → from span to span, Enter opens the details, Escape closes them, / goes to the search.","Touches : j et k ou ↓ et ↑ vont de phrase en ph\
rase, ← et → d’empan en empan, Entrée ouvre les détails, Échap les ferme, / mène à la recherche."],otherVersion:["This link was made for version {0};\
 this page is version {1}.","Ce lien vise la version {0} ; cette page est la version {1}."],missing:["Nothing here has the id","Rien ici n’a l’identifiant"],
selection:["code points","points de code"],copyOffsets:["Copy the offsets","Copier les positions"],rights:["Rights","Droits"],version:["version","version"],previous:[
"Previous article","Article précédent"],next:["Next article","Article suivant"],asserts:["asserted","affirmé"],inPasses:["At the same place in","Au même endr\
oit dans"],notInPasses:["Not at this place in","Pas à cet endroit dans"],by_human:["a human","un humain"],by_language_model:["a language model","un modèle de l\
angue"],by_program:["a program","un programme"],layout:["Layout","Présentation"],layout_pairs:["pairs of sentences","paires de phrases"],layout_kwic:["lines ar\
ound the match","lignes autour de l’occurrence"],versions:["Versions","Versions"],thisVersion:["this page","cette page"],pageReads:["The program is in this fi\
le; it reads the files of the release beside it from the server that it came from, and asks nobody else. Nothing is stored or sent.","Le programme est dans ce f\
ichier ; il lit les fichiers de la version à côté de lui, sur le serveur dont il vient, et ne demande rien à personne d’autre. Rien n’est conservé ni envoyé."],
needsServer:["This page reads the release that lies beside it, and browsers let no page of the disk do so. Serve the folder and open the address that is printed\
:","Cette page lit la version publiée qui est à côté d’elle, ce que les navigateurs ne permettent pas à une page du disque. Servez le dossier et ouvrez l’adress\
e affichée :"],smallOnly:["This view is for smaller releases","Cette vue est pour les versions plus petites"],smallOnlyText:["This release has {0} sentence pai\
rs. Its articles can be read and searched here; make a page of some articles (visavis page --articles) for all views.","Cette version a {0} paires de phrases. O\
n peut ici lire et interroger ses articles ; faites une page de quelques articles (visavis page --articles) pour toutes les vues."],loading:["Reading {0} …","\
Lecture de {0}…"],notLoaded:["This could not be read: {0}","Lecture impossible : {0}"],listed:["{0} of {1} articles are listed; filter to see others.","{0} ar\
ticles sur {1} sont listés ; filtrez pour voir les autres."],progress:["Articles looked through","Articles parcourus"],lookedThrough:["{0} of {1} articles look\
ed through","{0} articles parcourus sur {1}"],stop:["Stop","Arrêter"],stopped:["Stopped: {0} of {1} articles were looked through.","Arrêté : {0} articles parco\
urus sur {1}."],firstHits:["The first {0} are shown, sorted and saved; the numbers are of all.","Les {0} premières sont affichées, triées et enregistrées ; les \
nombres sont ceux de toutes."],all:["all","toutes"]},J="en";function z(){return J}function Oe(t){J=t}function c(t,...e){let n=Tn[t][J==="fr"?1:0];return e.reduce(
(s,i,o)=>s.replace(`{${o}}`,i),n)}var kn={type:"type",subtype:"sous-type",form:"forme",reading:"lecture",relation:"relation",omitted:"omission",kind:"genre de m\
ontant",unit:"unité",comparator:"comparateur",role:"rôle",payer:"payeur",payee:"bénéficiaire",about:"à propos de",quotation:"citation",use:"emploi",alternative:"\
autre lecture",rendering:"rendu en anglais",attitude:"attitude",polarity:"polarité",intensity:"intensité",negated:"niée",factuality:"factualité",holder_entity:"\
tenant",target_entity:"cible",category:"catégorie",severity:"gravité",recoverable:"récupérable",article:"article",genre:"genre",story:"affaire",split:"parti\
e",origin:"origine",value:"valeur",value_max:"valeur maximale",offsets:"positions",intended:"forme voulue",currency:"monnaie",bead:"alignement",modality:"modali\
té",head:"tête",note:"remarque",aspect:"aspect"};function N(t){return J==="fr"?kn[t]??t:t}function T(t){return new Intl.NumberFormat(J,{maximumFractionDigits:6}).
format(t)}var Mn=[[1e12,"trillion","billions"],[1e9,"billion","milliards"],[1e6,"million","millions"]];function se(t,e){if(t==null)return"–";let n=Number(t),s=Mn.
find(([o])=>Math.abs(n)>=o),i=s?`${T(n/s[0])} ${J==="fr"?s[2]:s[1]}`:T(n);return e?`${i} ${String(e)}`:i}var Rn={eq:"=",approx:"≈",gt:">",ge:"≥",lt:"<",le:"\
≤",between:"",several:"n ×"};function C(t){let{value:e,value_max:n,unit:s,comparator:i}=t,o=Rn[String(i)]??"";return e==null?`${o} ${s??""}`.trim()||c("noVal\
ue"):n!=null?`${se(e,null)} – ${se(n,s)}`:`${o==="="?"":o} ${se(e,s)}`.trim()}var de=class{constructor(e,n,s=null){this.model=e;this.library=s;this.live=n}model;library;layers=new Set(A);arcs=!0;allArcs=!1;force=!1;pieces=new Map;selected=null;bead=null;onSelect=()=>{};live;get lang(){
return z()}say(e){S(this.live,e)}select(e,n){if(this.selected=e,this.bead=n,this.light(e),this.onSelect(e,n,!0),e){history.replaceState(null,"",D(this.model,e));
let s=this.model.counterpart(e),i=[this.model.surface(e)??e.id,e.layer,L(e)];s&&i.push(`${c("counterpart")}: ${this.model.surface(s)??s.id}`),this.say(i.join(",\
 "))}}hover(e){this.light(e??this.selected),this.onSelect(e??this.selected,this.bead,!1)}light(e){for(let n of this.pieces.values())for(let s of n)s.classList.remove(
"on","pair","coref","claim","related");if(e)for(let[n,s]of at(this.model,e))for(let i of this.pieces.get(n)??[])i.classList.add(s)}copyButton(e,n){let s=r("butt\
on",{type:"button",class:"quiet",onclick:async()=>{await it(n()),this.say(c("copied")),s.classList.add("done"),setTimeout(()=>s.classList.remove("done"),1200)}},
e);return s}linkButton(e){return this.copyButton(c("link"),()=>ae(e))}};function ct(t,e){let{model:n}=t,s=n.data.changes.find(u=>u.version===e.query.since)??n.data.changes[0];if(!s)return r("div",{class:"page"},r("h1",null,c("change\
s")),r("p",null,c("noChanges")));let i=e.query.table??"",o=[...new Set(s.rows.map(u=>u.table))],l=s.rows.filter(u=>!i||u.table===i),a=u=>r("a",{href:x(n,"change\
s",[],{since:s.version,table:u}),"aria-current":u===i?"true":null},`${u||c("all")} (${s.rows.filter(m=>!u||m.table===u).length})`),d=r("tbody",null,l.slice(0,500).
map(u=>Hn(t,u)));return r("div",{class:"page wide"},r("h1",null,`${c("changes")}: ${s.version} → ${n.about.version}`),n.data.changes.length>1&&r("nav",{class:"\
tabs since","aria-label":c("versions")},n.data.changes.map(u=>r("a",{href:x(n,"changes",[],{since:u.version}),"aria-current":u===s?"true":null},`${u.version} →`))),
r("p",null,`${s.count} ${c("rowsChanged")}`),r("nav",{class:"tabs","aria-label":c("layer")},["",...o].map(a)),r("div",{class:"scroll",tabindex:0,role:"region","\
aria-label":c("changes")},r("table",null,d)))}function Hn(t,e){let{model:n}=t,s=[e.key.article,e.key.id,e.key.lang].filter(d=>d!=null).join(":"),i=A.find(d=>d===
e.table),o=i&&n.span(String(e.key.article),i,e.key.id,e.key.lang),l=Object.keys({...e.old,...e.new}).map(d=>r("li",null,`${d}: `,r("del",null,JSON.stringify(e.old?.[d]??
null))," → ",r("ins",null,JSON.stringify(e.new?.[d]??null)))),a=o?x(n,"read",[o.article,o.bead??"-",`${o.layer}:${o.id}:${o.lang}`]):e.table==="facts"?x(n,"fa\
ct",[s]):e.table==="kb"?x(n,"entity",[s]):null;return r("tr",null,r("td",null,e.kind),r("td",null,e.table),r("td",null,a&&e.kind!=="removed"?r("a",{href:a},s):s),
r("td",null,r("ul",{class:"cells"},l),e.table in On?null:Cn(t,e,o||void 0)))}var On={facts:!0,kb:!0,articles:!0};function Cn(t,e,n){let{model:s}=t,i=String(e.table===
"beads"?e.key.id:n?.bead),o=e.kind==="removed"?void 0:s.articles.get(String(e.key.article))?.beads.find(a=>a.id===i);return w.filter(a=>!e.key.lang||e.key.lang===
a).flatMap(a=>{let d=e.before.find(g=>g.lang===a),u=o?s.side(o,a):null,m=o&&B(o,a)?.start,f=n&&m!==void 0?[n.start-m,n.end-m]:null,p=(g,h,y)=>r("p",{class:g,"da\
ta-lang":a},r("small",null,`${c(g)} `),Bn(h,y,a,e.table));return[d&&p("wasSo",d.text,d.span),u!==null&&p("isSo",u,f)].filter(g=>g instanceof HTMLElement)})}function Bn(t,e,n,s){
if(!e)return r("span",{lang:n,dir:"auto"},t);let i=Array.from(t),[o,l]=e;return r("span",{lang:n,dir:"auto"},i.slice(0,o).join(""),r("mark",{class:s},i.slice(o,
l).join("")),i.slice(l).join(""))}var Nn=new Set(["fact","entity","holder","target","source","attribution","parent","target_span","content","modifier","condition"]);function U(t,...e){return r("\
section",null,r("h3",null,t),...e)}function M(t,e,n){let s=t.model.surface(e);return r("a",{href:D(t.model,e),class:`ref ${e.layer}`},n&&r("span",{class:"role"},
`${n} `),s===null?r("bdi",null,`${e.start}–${e.end}`):r("q",{lang:e.lang,dir:"auto"},I(s)),r("small",null,` ${L(e)} ${e.lang}`))}function I(t,e=160){let n=Array.
from(t);return n.length>e?`${n.slice(0,e).join("")}…`:t}function dt(t,e){let{model:n}=t,s=n.counterpart(e),i=Object.entries(e.fields).filter(([u,m])=>!Nn.has(
u)&&_n(m)),o=ce(n,e),l=Re(n,e),a=He(n,e),d=n.surface(e);return r("div",{class:"details"},r("h2",null,r("i",{class:`swatch ${e.layer}`,"aria-hidden":"true"}),` ${L(
e)} `,r("small",null,`${e.layer} · ${e.id} · ${e.lang}`)),r("p",{class:"surface",lang:e.lang,dir:"auto"},d===null?`${e.start}–${e.end}`:I(d,400)),U(c("count\
erpart"),s?r("p",null,M(t,s)):r("p",null,c("noCounterpart"),e.fields.omitted?`: ${e.fields.omitted}`:"")),U(c("attributes"),jn(t,e,i)),e.layer==="amounts"&&r("p",
{class:"value"},C(e.fields)),e.layer==="mentions"&&typeof e.fields.entity=="string"&&r("p",null,`${c("entityPage")}: `,r("a",{href:x(n,"entity",[e.fields.entity])},
n.name(e.fields.entity,t.lang))),typeof e.fields.fact=="string"&&r("p",null,`${c("factPage")}: `,r("a",{href:x(n,"fact",[e.fields.fact])},String(n.facts.get(e.fields.
fact)?.fields.label??e.fields.fact))),o.length>0&&U(c("relations"),r("ul",null,o.map(u=>r("li",null,u.span?M(t,u.span,u.name):[r("span",{class:"role"},`${u.name}\
 `),r("q",{lang:u.lang,dir:"auto"},I(n.surface({...u.to,article:e.article,lang:u.lang})??`${u.to.start}–${u.to.end}`))])))),e.fields.holder==="AUTHOR"&&r("p",
null,`${c("holder")}: ${c("author")}`),a.length>0&&U(c("claims"),r("ul",null,a.slice(0,20).map(u=>r("li",null,M(t,u),` ${u.article}`)))),l.length>0&&U(`${c("cor\
eferents")} (${l.length})`,r("ul",null,l.slice(0,20).map(u=>r("li",null,M(t,u))))),Fn(t,e),U(c("provenance"),Dn(t,e)),X(t,D(n,e),`${e.article} ${e.bead??""} ${e.
layer}:${e.id}:${e.lang} [${e.start}, ${e.end})`))}function _n(t){return t!==null&&t!==!1&&!(Array.isArray(t)&&!t.length)}function jn(t,e,n){let s=t.model.data.
meanings[e.layer]??{},i=new Set(["payer","payee","about"]);return r("dl",null,[["offsets",`${e.start}–${e.end}`],...n].map(([o,l])=>[r("dt",{title:s[o]??""},N(
o)),r("dd",null,i.has(o)?r("a",{href:x(t.model,"entity",[String(l)])},t.model.name(l,t.lang)):r("bdi",null,Array.isArray(l)?l.join(", "):String(l)))]))}function ut(t,e){
return t.model.rulingsAt.get(ke(e.article,e.layer,e.lang,e))??[]}function Fn(t,e){let n=ut(t,e).map(l=>l.rule).filter(l=>l!==null),s=[...new Set([...t.model.data.
examples[e.key]??[],...n])].flatMap(l=>l.split(/[,\s]+/u)).filter(l=>t.model.rules[l]),i=Object.entries(t.model.rules).filter(([l,a])=>a.layer===e.layer&&!s.includes(
l));if(!s.length&&!i.length)return!1;let o=(l,a)=>r("details",{open:a},r("summary",null,`${l} ${t.model.rules[l].title}`),r("p",null,t.model.rules[l].text));return U(
c("rules"),s.map(l=>o(l,!0)),i.length>0&&r("details",null,r("summary",null,`${e.layer} (${i.length})`),i.map(([l])=>o(l,!1))))}function Dn(t,e){let n=ut(t,e),s=new Map(
t.model.data.passes.map(u=>[String(u.id),String(u.annotator)])),i=t.model.articles.get(e.article),{passes:o,readings:l}=t.model.data,a=u=>o.filter((m,f)=>u&1<<f).
map(m=>`${m.id} (${c(`by_${m.annotator}`)}, ${m.made})`).join(", "),d=(l.articles[e.layer]?.[e.article]??0)&~e.passes;return r("ul",{class:"provenance"},e.passes>
0&&r("li",null,`${c("inPasses")}: ${a(e.passes)}`),d>0&&r("li",null,`${c("notInPasses")}: ${a(d)}`),n.map(u=>r("li",null,`${u.passes.map(m=>`${m} (${s.has(m)?c(
`by_${s.get(m)}`):"?"})`).join(" / ")}: `,u.only?`${c("onlyIn")} ${u.passes[u.only==="first"?0:1]}`:`${c("differs")} ${u.differs.join(", ")}`,` → ${c("kept")}\
: ${u.kept??"–"}`,u.rule?` (${u.rule})`:"",u.reason?` ${u.reason}`:"")),!n.length&&r("li",null,c(s.size?"noRuling":"noRulings")),r("li",null,`${t.model.about.
name} ${t.model.about.version}; fr ${i?.fields.origin??"?"}, en ${i?.fields.translation??"?"}`))}function X(t,e,n){let{about:s}=t.model,i=[`${s.name} ${s.version}${s.
digest?` (${s.digest})`:""}`,n,ae(e),"",t.lang==="fr"?"Ce qui est faux, et ce qu’il faudrait :":"What is wrong, and what it should be:",""].join(`
`),o=r("textarea",{rows:7,"aria-label":c("report")});return o.value=i,r("div",{class:"actions"},t.linkButton(e),r("details",{class:"report"},r("summary",null,c(
"report")),r("p",null,c("reportText")),o,t.copyButton(c("copy"),()=>o.value)))}function ft(t,e){let n=`${e.article.id}:${e.id}`;return r("div",{class:"details"},
r("h2",null,`${c("sentence")} ${e.id} `,r("small",null,`${e.type} · ${e.region??""} · ${e.method} · ${e.verified?c("verified"):c("unverified")}${e.confidence===
null?"":` · ${e.confidence}`}`)),r("button",{type:"button",class:"quiet","aria-pressed":String(t.allArcs),onclick:()=>{t.allArcs=!t.allArcs,t.allArcs&&(t.arcs=
!0),t.select(null,e)}},c("allArcs")),w.map(s=>U(c(s==="fr"?"french":"english"),r("p",null,`${c("force")}: `,Ce(t,e,s)),r("ul",null,e.spans[s].map(i=>r("li",null,
M(t,i,i.layer)))),!e.spans[s].length&&r("p",null,c("noAnnotation")))),X(t,x(t.model,"read",[e.article.id,e.id]),n))}function Ce(t,e,n){let{model:s}=t,i=e.spans[n].
filter(l=>["attributions","conditionals"].includes(l.layer)),o=l=>s.surface(l)??`${l.start}–${l.end}`;return r("span",{class:"forces"},i.length===0&&r("span",
{class:"mark"},c("asserts")),i.map(l=>{if(l.layer==="attributions")return r("span",{class:"mark attributions"},`${Be(t,l)}: `,r("q",{lang:n,dir:"auto"},o(l)));let a=[
L(l),l.fields.rendering].filter(Boolean).join(" → ");return r("span",{class:"mark conditionals"},`${a}: `,r("q",{lang:n,dir:"auto"},o(l)))}))}function Be(t,e){
return e.fields.source==="ANON"?c("anonymous"):I(t.model.sourceName(e,t.lang),60)}var Z={mentions:["type","subtype","form","reading","relation","omitted"],amounts:["kind","unit","comparator","role","payer","payee","about","relation","omitted"],
attributions:["quotation","relation","omitted"],conditionals:["use","alternative","rendering","relation","omitted"],stances:["attitude","polarity","intensity","\
negated","factuality","holder_entity","target_entity","relation","omitted"],flaws:["category","severity","recoverable"]},P=["article","genre","story","split","o\
rigin"];function j(t,e,n){if(n==="holder_entity")return[t.holder(e)];if(n==="target_entity"){let s=t.targets(e);return s.length?s:[null]}return[e.fields[n]??null]}
function _e(t){let e=[];for(let n of t.matchAll(/(-?)(?:"([^"]*)"|(\S+))/gu)){let s=n[2]??n[3]??"",i=n[2]===void 0&&s.endsWith("*"),o=K(s).match(/[\p{L}\p{N}]+/gu);
o&&e.push({words:o.join(" "),prefix:i,negative:n[1]==="-"})}return e}function ht(t){return`(?:^|[^\\p{L}\\p{N}])${t.words.replaceAll(" ","[^\\p{L}\\p{N}]+")}${t.
prefix?"":"(?:[^\\p{L}\\p{N}]|$)"}`}function mt(t){return _e(t).map(e=>{let n=e.words.replaceAll(" ","[^\\p{L}\\p{N}]+"),s=e.prefix?"":"(?![\\p{L}\\p{N}])",i=`(\
?<![\\p{L}\\p{N}])${n}${s}`,o=e.words.split(" "),{negative:l}=e;return{words:o,once:new RegExp(i,"u"),pattern:new RegExp(i,"gu"),negative:l}})}var pt=new WeakMap,
Ne=0;function bt(){Ne+=1}function ue(t,e){let n=pt.get(e);if(n&&n.version===Ne)return n.sides;let s=o=>{let l=t.side(e,o);return l===null?null:K(l)},i={fr:s("fr"),
en:s("en")};return pt.set(e,{version:Ne,sides:i}),i}function je(t,e=0){(s=>"requestIdleCallback"in window?requestIdleCallback(s):setTimeout(s,50))(()=>{for(let s of t.
beads.slice(e,e+100))ue(t,s);e+100<t.beads.length&&je(t,e+100)})}function gt(t,e){return e.length?t===null?!1:e.every(({words:n,once:s,negative:i})=>i!==(n.every(
o=>t.includes(o))&&s.test(t))):!0}function Un(t,e,n){if(t===null||e===null||!n.length)return[];let s=tt(t);return n.filter(i=>!i.negative).flatMap(({pattern:i})=>[
...e.matchAll(i)].map(o=>({start:s[o.index],end:s[o.index+o[0].length-1]+1})))}function In(t,e,n,s){let i,o=l=>Un(t.side(e,l),ue(t,e)[l],s[l]);return{model:t,bead:e,
spans:n,get marks(){return i??={fr:o("fr"),en:o("en")},i},after(l){let a=s[l].find(u=>!u.negative),d=a?ue(t,e)[l]:null;return d===null?null:d.slice(Math.max(0,d.
search(a.once)))}}}function _(t){let e=/^\s*([+-]?[\d\s.,']+(?:e[+-]?\d+)?)\s*([\p{L}%]*)\.?\s*$/iu.exec(t??"");if(!e)return null;let n=e[1].replace(/[\s']/gu,""),
s=/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(n)?n.replaceAll(",",""):n.replace(",","."),i=Pn[K(e[2])],o=Number(s)*(i??Number.NaN);return Number.isFinite(o)?o:null}
var Pn={"":1,"%":1,thousand:1e3,k:1e3,mille:1e3,m:1e6,million:1e6,millions:1e6,bn:1e9,b:1e9,billion:1e9,billions:1e9,md:1e9,milliard:1e9,milliards:1e9,trillion:1e12,
trillions:1e12,billiard:1e15};function Vn(t,e,n,s){if(n.side&&n.side!==e.lang)return!1;for(let l of s){let a=j(t,e,l),d=n[l].split("|"),u=m=>d.includes(m===null?
"-":String(m));if(!a.some(u))return!1}let i=_(n.min),o=_(n.max);if(e.layer==="amounts"&&(i!==null||o!==null)){if(e.fields.value===null||e.fields.value===void 0)
return!1;let l=Number(e.fields.value);if(Number(e.fields.value_max??e.fields.value)<(i??-1/0)||l>(o??1/0))return!1}return!0}function ee(t,e){let n={fr:mt(e.fr??
""),en:mt(e.en??"")},s=A.find(a=>a===e.layer),i=s?Z[s].filter(a=>e[a]):[],o=P.filter(a=>e[a]),l=[];for(let a of t.beads){if(e.type_bead&&a.type!==e.type_bead||!o.
every(u=>Wn(a,u,e[u])))continue;let d=[];if(e.entity){let u=[...a.spans.fr,...a.spans.en].filter(m=>m.layer==="mentions"&&m.fields.entity===e.entity);if(!u.length)
continue;d=u}if(s){let u=w.flatMap(m=>a.spans[m]).filter(m=>m.layer===s&&Vn(t,m,e,i));if(!u.length)continue;d=u}if(n.fr.length||n.en.length){let u=ue(t,a);if(!gt(
u.fr,n.fr)||!gt(u.en,n.en))continue}l.push(In(t,a,d,n))}return l}function Wn(t,e,n){let{fields:s}=t.article;return String(s[e==="article"?"id":e])===n}var yt=["\
order","fr","en","label","value","date"];function xt(t,e,n){let s=o=>{let l=o.spans[0];switch(n){case"fr":case"en":{let a=o.after(n);if(a!==null)return a.replace(
/^[^\p{L}\p{N}]+/u,"");let d=t.side(o.bead,n)??"",u=o.spans.find(p=>p.lang===n),m=o.bead.sides[n][0]?.start??0,f=u?u.start-m:0;return K(Array.from(d).slice(f).join(
"")).replace(/^[^\p{L}\p{N}]+/u,"")}case"label":return l?Object.values(l.fields).map(String).join(" "):"";case"value":return Number(l?.fields.value??Number.POSITIVE_INFINITY);case"\
date":return o.bead.article.date;default:return 0}};if(n==="order"||!n)return e;let i=e.map((o,l)=>({hit:o,index:l,key:s(o)}));return i.sort((o,l)=>o.key<l.key?
-1:o.key>l.key?1:o.index-l.index),i.map(o=>o.hit)}function fe(t,e,n){let s=new Map;for(let i of e){let o=P.includes(n)?[i.bead.article.fields[n==="article"?"id":
n]??null]:i.spans.flatMap(l=>j(t,l,n));for(let l of new Set(o.map(a=>a===null?"-":String(a))))s.set(l,(s.get(l)??0)+1)}return[...s].sort((i,o)=>o[1]-i[1]||(i[0]<
o[0]?-1:1))}function $t(t){let{model:e}=t,s=[...e.entities.values()].map(o=>({one:o,count:te(e.mentionsOf.get(o.id)??[]).length})).sort((o,l)=>l.count-o.count).map(({one:o,
count:l})=>r("li",{"data-words":`${o.id} ${o.names.fr} ${o.names.en}`.toLowerCase()},r("a",{href:x(e,"entity",[o.id])},r("bdi",null,o.names[t.lang])),` ${o.type}\
 · ${l}`)),i=r("input",{type:"search",placeholder:c("filter"),"aria-label":c("filter"),oninput:()=>{for(let o of s)o.hidden=!o.dataset.words?.includes(i.value.
toLowerCase())}});return r("div",{class:"page"},r("h1",null,c("entities")),i,r("ul",{class:"list columns"},s))}function te(t){let e=new Map;for(let n of t){let s=`${n.
article}/${n.layer}:${n.id}`;(!e.has(s)||n.lang==="fr")&&e.set(s,n)}return[...e.values()]}function me(t,e){return[...t.model.spans.values()].filter(n=>n.layer===
e)}function vt(t,e){let{model:n}=t,s=n.entities.get(e.parts[0]??"");if(!s)return r("p",{class:"notice",role:"alert"},`${c("missing")} ${e.parts[0]}`);let i=n.mentionsOf.
get(s.id)??[],o=new Map;for(let p of i){let g=n.surface(p);if(g===null)continue;let h=`${g} (${p.lang})`;o.set(h,(o.get(h)??0)+1)}let l=me(t,"stances"),a=te(me(
t,"amounts")),d=(p,g,h)=>g.length>0&&r("section",null,r("h2",null,`${p} (${g.length})`),r("ul",null,g.slice(0,200).map(y=>r("li",null,h(y))))),u=p=>g=>{let h=j(
n,g,`${p}_entity`).filter(y=>y!==null);return[r("span",{class:`polarity ${g.fields.polarity}`},Gn(g.fields.polarity)),` ${L(g)} `,h.map(y=>[wt(t,y)," "]),M(t,g),
` ${g.article}:${g.bead}`]},m=p=>[r("strong",null,C(p.fields))," ",M(t,p),` ${p.fields.role} · ${p.article}:${p.bead}`],f=p=>a.filter(g=>g.fields[p]===s.id);return r(
"div",{class:"page entity"},r("p",null,r("a",{href:x(n,"entities")},c("entities"))),r("h1",null,r("bdi",null,s.names[t.lang])," ",r("small",null,`${s.type} · ${s.
id}${s.fields.qid?` · ${s.fields.qid}`:""}`)),r("p",null,w.map(p=>r("span",null,`${p} `,r("bdi",{lang:p},s.names[p])," "))),r("p",null,r("a",{href:x(n,"find",[],
{entity:s.id})},`${c("find")} →`)),r("section",null,r("h2",null,`${c("names")} (${i.length})`),r("p",{class:"tags"},[...o].sort((p,g)=>g[1]-p[1]).slice(0,40).
map(([p,g])=>r("span",{class:"tag mentions"},r("bdi",null,I(p)),g>1&&` × ${g}`)))),d(c("held"),te(l.filter(p=>n.holder(p)===s.id)),u("target")),d(c("received"),
te(l.filter(p=>n.targets(p).includes(s.id))),u("holder")),d(c("paid"),f("payer"),m),d(c("got"),f("payee"),m),d(c("concerned"),f("about"),m),d(c("mentions"),te(i),
p=>[M(t,p),` ${p.article}:${p.bead}`]),X(t,x(n,"entity",[s.id]),`entity ${s.id}`))}function wt(t,e){return e==="AUTHOR"?r("em",null,c("author")):r("a",{href:x(t.
model,"entity",[String(e)])},r("bdi",null,t.model.name(e,t.lang)))}function Gn(t){return t==="positive"?"+":t==="negative"?"−":"·"}var zn=14;function St(t,e){
let{model:n}=t,s=e.query.attitude??"",i=e.query.all?1/0:zn,o=te(me(t,"stances")).filter(h=>!s||L(h)===s),l=new Map,a={holder:new Map,target:new Map};for(let h of o){
let y=n.holder(h)??"-";a.holder.set(y,(a.holder.get(y)??0)+1);for(let $ of j(n,h,"target_entity").map(b=>String(b??"-"))){let b=`${y}
${$}`;l.set(b,[...l.get(b)??[],h]),a.target.set($,(a.target.get($)??0)+1)}}let d=h=>[...a[h]].sort((y,$)=>+(y[0]==="-")-+($[0]==="-")||$[1]-y[1]).map(([y])=>y),
u=d("holder").slice(0,i),m=d("target").slice(0,i),f=h=>h==="-"?r("em",null,c("other")):wt(t,h),p=[...new Set(me(t,"stances").map(L))].sort(),g=h=>r("a",{href:x(
n,"matrix",[],{attitude:h,all:e.query.all}),"aria-current":h===s?"true":null},h||c("all"));return r("div",{class:"page wide"},r("h1",null,c("matrix")),r("p",null,
c("matrixHelp")),r("nav",{class:"tabs","aria-label":c("attitude")},["",...p].map(g)),r("p",null,`${u.length} / ${a.holder.size} × ${m.length} / ${a.target.size}\
 ${c("shown")} `,i!==1/0&&r("a",{href:x(n,"matrix",[],{attitude:s,all:"1"})},c("all"))),r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("matrix")},
r("table",{class:"matrix"},r("thead",null,r("tr",null,r("td",null,`${c("holder")} ↓ ${c("target")} →`),m.map(h=>r("th",{scope:"col"},r("span",null,f(h)))))),
r("tbody",null,u.map(h=>r("tr",null,r("th",{scope:"row"},f(h)),m.map(y=>{let $=l.get(`${h}
${y}`);return r("td",null,$&&Qn(t,$,{layer:"stances",attitude:s,holder_entity:h,target_entity:y}))})))))))}function Qn(t,e,n){let s=m=>e.filter(f=>f.fields.polarity===
m).length,[i,o,l]=[s("positive"),s("negative"),s("neutral")],a=[i&&`+${i}`,o&&`−${o}`,l&&`·${l}`].filter(Boolean).join(" "),d=i>o?"positive":o>i?"negative":"\
even",u=Math.min(3,Math.ceil(Math.abs(i-o)/2));return r("a",{href:x(t.model,"find",[],n),class:`cell ${d} s${u}`,title:e.map(L).join(", ")},a)}function Kn(t,e){let{model:n}=t;return e.members.flatMap(({article:i,id:o},l)=>{let a=n.span(i,"amounts",o,"fr"),d=n.span(i,"amounts",o,"en"),u=a??d;if(!u)return[];
let m=n.articles.get(i)?.date??"",f=["gt","lt"].includes(String(u.fields.comparator));return[{member:l,span:u,pair:a?d:void 0,date:m,strict:f,...Yn(t,u)}]}).sort(
(i,o)=>i.date<o.date?-1:i.date>o.date?1:i.member-o.member)}function Yn(t,e){let{value:n,value_max:s,comparator:i}=e.fields;if(n==null)return{low:Number.NaN,high:Number.
NaN};let o=Number(n),l=t.model.data.approximation;switch(i){case"approx":return{low:o*(1-l),high:o*(1+l)};case"gt":case"ge":return{low:o,high:1/0};case"lt":case"\
le":return{low:-1/0,high:o};case"between":return{low:o,high:Number(s??n)};default:return{low:o,high:o}}}var Fe=["contradict","compatible","agree","single"];function Et(t,e){
let n=e.query.verdict??"",s=[...t.model.facts.values()].filter(l=>l.members.length>0),i=s.filter(l=>!n||l.verdict===n).sort((l,a)=>Fe.indexOf(l.verdict)-Fe.indexOf(
a.verdict)||a.members.length-l.members.length),o=l=>r("a",{href:x(t.model,"facts",[],{verdict:l}),"aria-current":n===l?"true":null},`${l||c("all")} (${s.filter(
a=>!l||a.verdict===l).length})`);return r("div",{class:"page"},r("h1",null,c("facts")),r("nav",{class:"tabs","aria-label":c("verdict")},["",...Fe].map(o)),r("ul",
{class:"list"},i.map(l=>r("li",null,r("a",{href:x(t.model,"fact",[l.id])},String(l.fields.label))," ",r("span",{class:`verdict ${l.verdict}`},l.verdict),` ${l.members.
length} ${c("claimsN")}`))))}function Tt(t,e){let{model:n}=t,s=n.facts.get(e.parts[0]??"");if(!s)return r("p",{class:"notice",role:"alert"},`${c("missing")} ${e.
parts[0]}`);let i=Kn(t,s),o=n.data.clashes[s.id]??[],l=d=>i.flatMap((u,m)=>o.some(([f,p])=>f===d.member&&p===u.member||p===d.member&&f===u.member)?[m+1]:[]),a=[
"payer","payee","about"].flatMap(d=>s.fields[d]?[r("li",null,`${d}: `,r("a",{href:x(n,"entity",[String(s.fields[d])])},n.name(s.fields[d],t.lang)))]:[]);return r(
"div",{class:"page fact"},r("p",null,r("a",{href:x(n,"facts")},c("facts"))),r("h1",null,String(s.fields.label)),r("p",null,`${c("verdict")}: `,r("span",{class:`\
verdict ${s.verdict}`},s.verdict),` · ${i.length} ${c("claimsN")} · ${s.fields.role} · ${s.fields.kind} ${s.fields.unit??""}`),r("ul",{class:"inline"},a),Jn(
i,s.fields.unit,i.map(d=>l(d).length>0)),r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("claimsN")},r("table",{class:"claims"},r("thead",null,r(
"tr",null,["#",c("date"),c("claim"),c("source"),c("sentence"),c("contradicts")].map(d=>r("th",{scope:"col"},d)))),r("tbody",null,i.map((d,u)=>r("tr",{"data-memb\
er":`${d.span.article}:${d.span.id}`},r("th",{scope:"row"},u+1),r("td",null,d.date||"–"),r("td",{class:"value"},C(d.span.fields)),r("td",null,qn(t,d.span)),r(
"td",null,M(t,d.span),d.pair&&[r("br"),M(t,d.pair)],r("br"),r("a",{href:x(n,"read",[d.span.article,d.span.bead??"-"])},`${d.span.article}:${d.span.bead}`)),r("t\
d",null,l(d).map(m=>r("span",{class:"clash"},`⚡${m} `)))))))),X(t,x(n,"fact",[s.id]),`fact ${s.id}`))}function qn(t,e){let n=t.model.sources(e);return n.length?
n.map((s,i)=>r("span",null,i?" ← ":"",Be(t,s)," ",r("q",{lang:s.lang},t.model.surface(s)??""))):[c("asserted")]}var De=640,pe=34,Lt=22;function Jn(t,e,n){let s=t.
flatMap(b=>[b.low,b.high]).filter(Number.isFinite);if(!s.length)return!1;let i=Math.min(...s),o=Math.max(...s),l=i>0&&o/i>50,a=b=>l?Math.log10(b):b,d=a(o)-a(i)||
Math.abs(a(o))||1,u=a(i)-d*.12,m=a(o)+d*.12,f=b=>pe+(a(b)-u)/(m-u)*(De-pe-16),p=t.length*Lt+40,g=t.map((b,k)=>{let H=16+k*Lt,G=n[k]?"claim-line clash":"claim-li\
ne",v=E("text",{x:4,y:H+4,class:"tick"},`${k+1}`);if(Number.isNaN(b.low))return[v,E("text",{x:pe,y:H+4,class:"tick"},c("noValue"))];let O=Number.isFinite(b.low)?
f(b.low):pe,F=Number.isFinite(b.high)?f(b.high):De-8,Se=O===F?[E("circle",{cx:O,cy:H,r:5,class:G})]:[E("line",{x1:O,x2:F,y1:H,y2:H,class:G}),At(b.low,O,H,-1,G,b.
strict),At(b.high,F,H,1,G,b.strict)];return[v,...Se,E("title",null,C(b.span.fields))]}),h=[...new Set(t.map(b=>Number(b.span.fields.value)).filter(b=>Number.isFinite(
b)&&b!==0))].sort((b,k)=>b-k),y=-1/0,$=h.flatMap(b=>f(b)-y<96?[]:(y=f(b),[E("line",{x1:f(b),x2:f(b),y1:6,y2:p-22,class:"grid"}),E("text",{x:f(b),y:p-8,class:"ti\
ck middle"},se(b,e==="USD"||e==="EUR"?e:null))]));return r("figure",{class:"numbers"},r("figcaption",null,c("numberLine")),E("svg",{viewBox:`0 0 ${De} ${p}`,role:"\
img","aria-label":`${c("numberLine")}: ${t.map((b,k)=>`${k+1} ${C(b.span.fields)}`).join("; ")}`},$,g))}function At(t,e,n,s,i,o){return o&&Number.isFinite(t)?E(
"circle",{cx:e,cy:n,r:4.5,class:`${i} strict`}):Number.isFinite(t)?E("line",{x1:e,x2:e,y1:n-6,y2:n+6,class:i}):E("path",{d:`M${e-7*s},${n-5} L${e},${n} L${e-7*s}\
,${n+5}`,class:`${i} open`})}var ge=["id","article","bead","type","fr","en","spans","labels","values"];function Mt(t,e){return e.map(({bead:n,spans:s})=>({id:`${n.article.id}:${n.id}`,article:n.
article.id,bead:n.id,type:n.type,fr:t.side(n,"fr")??"",en:t.side(n,"en")??"",spans:s.map(i=>`${i.layer}:${i.id}:${i.lang}`).join(" "),labels:s.map(L).join(" "),
values:s.map(i=>String(i.fields.value??"")).filter(Boolean).join(" ")}))}function Rt(t){let e=n=>{let s=/^[=+@\t\r-]/u.test(n)?`'${n}`:n;return/[",\r\n]/u.test(
s)?`"${s.replaceAll('"','""')}"`:s};return[ge,...t.map(n=>ge.map(s=>n[s]))].map(n=>n.map(e).join(",")).join(`\r
`)+`\r
`}function Ie(t){let e=n=>n.replace(/[\t\r\n]+/gu," ");return[ge,...t.map(n=>ge.map(s=>n[s]))].map(n=>n.map(e).join("	")).join(`
`)+`
`}function Ht(t){return`${JSON.stringify(t,null,1)}
`}function Ue(t){return t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu,"�").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">",
"&gt;").replaceAll('"',"&quot;")}function Ot(t,e){let n=s=>`<tu tuid="${Ue(s.id)}">${w.filter(i=>s[i]).map(i=>`<tuv xml:lang="${i}"><seg>${Ue(s[i])}</seg></tuv>`).
join("")}</tu>`;return`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="visavis" creationtoolversion="${Ue(t.visavis)}" segtype="sentence" o-tmf="visavis" adminlang="en" srclang="fr" datatype\
="plaintext"/><body>
${e.filter(s=>s.fr||s.en).map(n).join(`
`)}
</body></tmx>
`}var Pe=t=>`${t.title}`;function Ct(t){return[`@misc{${t.name}-${t.version},`,`  title = {{${Pe(t)}}},`,...t.authors.length?[`  author = {${t.authors.map(e=>`{${e}\
}`).join(" and ")}},`]:[],...t.date?[`  year = {${t.date.slice(0,4)}},`]:[],`  version = {${t.version}},`,...t.url?[`  url = {${t.url}},`]:[],"}"].join(`
`)}function Bt(t){return["TY  - DATA",`TI  - ${Pe(t)}`,...t.authors.map(e=>`AU  - ${e}`),...t.date?[`PY  - ${t.date.slice(0,4)}`,`DA  - ${t.date.replaceAll("-",
"/")}`]:[],`ET  - ${t.version}`,...t.url?[`UR  - ${t.url}`]:[],"ER  - "].join(`
`)}function Nt(t){let e=t.date?.split("-").map(Number);return JSON.stringify([{id:`${t.name}-${t.version}`,type:"dataset",title:Pe(t),author:t.authors.map(n=>({
literal:n})),...e?{issued:{"date-parts":[e]}}:{},version:t.version,...t.url?{URL:t.url}:{}}],null,1)}var V=t=>JSON.stringify(t);function re(t,e){let n=t.kind===
"release"?`, version=${V(t.version)}`:"";return`visavis.load(SOURCE, ${V(e)}${n}, backend="polars")`}function kt(t,e){let n=`pl.col("${t}").str.normalize("NFD")\
.str.replace_all(r"\\p{M}", "").str.to_lowercase().str.replace_all("’", "'")`;return _e(e).map(s=>`${s.negative?"~":""}${n}.str.contains(r"${ht(s)}")`)}var Xn=[
'holders = mentions.select("article", "lang", holder="id", holder_entity="entity")','spans = spans.join(holders, on=["article", "lang", "holder"], how="left")',
'author = pl.when(pl.col("holder") == "AUTHOR").then(pl.lit("AUTHOR"))','spans = spans.with_columns(holder_entity=author.otherwise("holder_entity"))'],Zn=['name\
d = mentions.select("article", "lang", m="id", first="start", last="end", target_entity="entity")','named = spans.join(named.drop_nulls("target_entity"), on=["a\
rticle", "lang"])','words = pl.col("target_span").struct','inside = (words.field("start") <= pl.col("first")) & (pl.col("last") <= words.field("end"))','named =\
 named.filter((pl.col("target") == pl.col("m")) | inside)','named = named.select("article", "lang", "id", "target_entity")','spans = spans.join(named, on=["arti\
cle", "lang", "id"], how="left")'];function he(t,e){let{about:n}=t,s=A.find(a=>a===e.layer),i=["import polars as pl","import visavis","",`SOURCE = ${V(n.kind===
"corpus"?".":`${n.name}-${n.version}`)}  # the folder, or owner/name on the Hub`,`rows = ${re(n,"sentences")}`],o=[...P.filter(a=>e[a]&&a!=="origin").map(a=>`pl\
.col("${a}").cast(pl.String) == ${V(e[a])}`),...e.type_bead?[`pl.col("type") == ${V(e.type_bead)}`]:[],...kt("fr",e.fr??""),...kt("en",e.en??"")];for(let a of o)
i.push(`rows = rows.filter(${a})`);e.origin&&i.push(`articles = ${re(n,"articles")}.filter(pl.col("origin") == ${V(e.origin)})`,'rows = rows.join(articles, left\
_on="article", right_on="id", how="semi")');let l=a=>`rows = rows.join(${a}.select(id=pl.format("{}:{}", "article", "bead")), on="id", how="semi")`;if(e.entity&&
i.push(`named = ${re(n,"mentions")}.filter(pl.col("entity") == ${V(e.entity)})`,l("named")),s){i.push(`spans = ${re(n,s)}`),s==="stances"&&(e.holder_entity||e.target_entity)&&
i.push(`mentions = ${re(n,"mentions")}`),s==="stances"&&e.holder_entity&&i.push(...Xn),s==="stances"&&e.target_entity&&i.push(...Zn);for(let d of Z[s].filter(u=>e[u])){
let u=e[d].split("|"),m=u.filter(g=>g!=="-"),f=`pl.col("${d}").cast(pl.String)`,p=[...m.length?[`${f}.is_in(${JSON.stringify(m)})`]:[],...u.includes("-")?[`pl.c\
ol("${d}").is_null()`]:[]];i.push(`spans = spans.filter(${p.join(" | ")})`)}e.side&&i.push(`spans = spans.filter(pl.col("lang").cast(pl.String) == ${V(e.side)})`),
s==="amounts"&&_(e.min)!==null&&i.push(`spans = spans.filter(pl.coalesce(pl.col("value_max").cast(pl.Float64), pl.col("value").cast(pl.Float64)) >= ${_(e.min)})`),
s==="amounts"&&_(e.max)!==null&&i.push(`spans = spans.filter(pl.col("value").cast(pl.Float64) <= ${_(e.max)})`),i.push(l("spans"))}return i.push("print(rows)"),
i.join(`
`)}var _t=100,es=20,ts=[["presetHedge",{layer:"conditionals",use:"reportative",rendering:"none|past|present|infinitive"}],["presetSums",{layer:"amounts",kind:"mone\
y",unit:"USD",min:"13 billion",max:"14 billion"}],["presetBounds",{layer:"amounts",kind:"money",comparator:"le|lt",sort:"value"}],["presetDesire",{layer:"stance\
s",attitude:"desire",holder_entity:"openai",target_entity:"microsoft"}],["presetAccuse",{layer:"stances",attitude:"accusation"}],["presetOmitted",{layer:"mentio\
ns",relation:"-",omitted:"pronominalised|condensed|implicit"}]];function Ft(t,e,n){if(t.library)return t.library.index.choices[e]?.[n]??[];let s=new Map;for(let i of t.
model.spans.values())if(i.layer===e)for(let o of j(t.model,i,n))o!==null&&s.set(String(o),(s.get(String(o))??0)+1);return[...s].sort((i,o)=>o[1]-i[1]).map(([i])=>i)}
function ns(t){let e=ts.flatMap(([n,s])=>{let i=n==="presetOmitted"?{layer:"mentions",omitted:Ft(t,"mentions","omitted").join("|")}:s;return Object.values(i).every(
Boolean)?[r("li",null,r("a",{href:x(t.model,"find",[],i)},c(n)))]:[]});return r("nav",{class:"presets","aria-label":c("presets")},r("span",null,`${c("presets")}\
: `),r("ul",null,e))}function Dt(t,e){let{query:n}=e,s=Object.keys(n).some(o=>!["sort","count","view"].includes(o)),i=r("div",{class:"results"});return s&&t.library?
is(t,t.library,n,i):s&&Ut(t,n,i),r("div",{class:"find"},r("h1",null,c("find")),ss(t,n),ns(t),i)}function ye(t,e){location.hash=x(t.model,"find",[],e)}function ss(t,e){
let n=(m,f,p)=>r("label",null,r("span",null,f),r("input",{name:m,type:"search",value:e[m]??"",title:p,autocomplete:"off",spellcheck:"false"})),s=(m,f,p,g)=>{let h=e[m]??
"",y=h&&!p.includes(h)?[h,...p]:p,$=r("select",{name:m},r("option",{value:""},c("any")),y.map(b=>r("option",{value:b,selected:b===h},g?g(b):b==="-"?c("none"):b)));
return r("label",null,r("span",null,f),$)},i=[...t.model.entities.values()].sort((m,f)=>m.names[t.lang]<f.names[t.lang]?-1:1).map(m=>m.id),o=m=>m==="-"?c("none"):
t.model.name(m,t.lang),l=A.find(m=>m===e.layer),a=l?Z[l].map(m=>{if(t.library&&!(m in(t.library.index.choices[l]??{})))return n(m,N(m),"");let f=["payer","payee",
"about","holder_entity","target_entity"].includes(m);return s(m,N(m),[...Ft(t,l,m),"-"],f?o:void 0)}):[],d=s("layer",c("layer"),[...A]),u=r("form",{class:"ask",
onsubmit:m=>{m.preventDefault(),ye(t,jt(u))}},r("div",{class:"row"},n("fr",c("frenchWords"),c("wordsHelp")),n("en",c("englishWords"),c("wordsHelp"))),r("p",{class:"\
help"},c("wordsHelp")),r("div",{class:"row"},d,a,l&&s("side",c("side"),[...w]),l==="amounts"&&[n("min",c("from"),c("valueHelp")),n("max",c("to"),c("valueHelp"))],
s("entity",c("entity"),i,o)),r("details",{open:P.some(m=>e[m])||!!e.type_bead},r("summary",null,c("more")),r("div",{class:"row"},P.map(m=>t.library&&m==="articl\
e"?n(m,N(m),""):s(m,N(m),rs(t,m))),s("type_bead","bead",t.library?.index.choices.beads?.type??[...new Set(t.model.beads.map(m=>m.type))].sort()))),r("div",{class:"\
row buttons"},r("button",{type:"submit",class:"primary"},c("ask")),r("button",{type:"button",onclick:()=>ye(t,{})},c("reset"))));return d.querySelector("select")?.
addEventListener("change",()=>{let m=jt(u),f=["fr","en","layer","entity",...P];ye(t,Object.fromEntries(Object.entries(m).filter(([p])=>f.includes(p))))}),u}function rs(t,e){
if(t.library)return t.library.index.choices.articles?.[e]??[];let n=[...t.model.articles.values()].map(s=>s.fields[e==="article"?"id":e]);return[...new Set(n.filter(
s=>s!==null).map(String))].sort()}function jt(t){let e={};for(let[n,s]of new FormData(t))s&&(e[n]=String(s));return e}async function is(t,e,n,s){let i=!1,{ids:o}=e.
index,l=r("progress",{max:o.length,value:0,"aria-label":c("progress")}),a=r("p",{role:"status",class:"total"}),d=r("button",{type:"button",class:"stop",onclick:()=>{
i=!0,d.disabled=!0}},c("stop")),u=r("div");S(s,r("div",{class:"row progress"},l,d),a,u);let m=0,f=p=>(l.value=p.read,S(a,r("strong",null,T(p.ids.length)),` ${c(
"results")} · ${c("lookedThrough",T(p.read),T(o.length))}`),!m&&p.hits.length&&(m=p.hits.length,S(u,r("ol",{class:"hits"},p.hits.slice(0,es).map(g=>It(t,g))))),
s.isConnected&&!i);try{let p=await e.search(n,f);if(!s.isConnected)return;Ut(t,n,s,p),p.done||s.prepend(r("p",{class:"notice",role:"status"},c("stopped",T(p.read),
T(o.length))))}catch(p){S(s,r("p",{class:"notice",role:"alert"},c("notLoaded",String(p))))}}function Ut(t,e,n,s){let i=xt(t.model,s?.hits??ee(t.model,e),e.sort??
"order"),o=s?.ids.length??i.length,l=A.find(v=>v===e.layer),a=v=>O=>ye(t,{...e,[v]:O.target.value}),d=(v,O,F,Se)=>r("label",null,r("span",null,O),r("select",{onchange:a(
v),"data-name":v},F.map(Le=>r("option",{value:Le,selected:Le===(e[v]??F[0])},Se(Le))))),u=e.view==="kwic",m=u?r("tbody"):r("ol",{class:"hits"}),f=u?r("table",{class:"\
kwic"},r("caption",null,r("span",{class:"unseen"},c("find"))),r("colgroup",null,["name","side","match","side"].map(v=>r("col",{class:v}))),m):m,p=r("button",{type:"\
button"},c("nextRows")),g=0,h=()=>{m.append(...i.slice(g,g+_t).map(v=>u?ls(t,v,e):It(t,v))),g=Math.min(i.length,g+_t),p.hidden=g>=i.length};p.addEventListener("\
click",h),h();let y=e.count??"",{about:$}=t.model,b=(v,O,F)=>r("button",{type:"button",class:"quiet","data-format":v,onclick:()=>ot(`${$.name}-${$.version}.${v}`,
O,F())},v.toUpperCase()),k=()=>Mt(t.model,i),H=he(t.model,e),G=l==="amounts"?["min","max"].filter(v=>e[v]&&_(e[v])===null):[];S(n,G.length>0&&r("p",{class:"noti\
ce",role:"alert"},`${c("notNumber")} ${G.map(v=>e[v]).join(", ")}`),r("div",{class:"row summary"},r("p",{role:"status",class:"total"},r("strong",null,o),` ${c("\
results")}`),d("sort",c("sort"),[...yt],v=>c(`sort_${v}`)),d("count",c("count"),["","article","genre","story",...l?Z[l]:[]],v=>v?N(v):c("none")),d("view",c("lay\
out"),["pairs","kwic"],v=>c(`layout_${v}`)),r("div",{class:"saves"},b("csv","text/csv",()=>Rt(k())),b("tsv","text/tab-separated-values",()=>Ie(k())),b("json","a\
pplication/json",()=>Ht(k())),b("tmx","application/x-tmx+xml",()=>Ot($,k())),t.copyButton(`${c("copy")} TSV`,()=>Ie(k())),t.linkButton(x(t.model,"find",[],e)))),
o>i.length&&r("p",{class:"help"},c("firstHits",T(i.length))),y&&os(t,e,s?.counts??fe(t.model,i,y),y),f,p,r("details",{class:"snippet"},r("summary",null,c("snipp\
et")),r("pre",{tabindex:0},r("code",null,H)),t.copyButton(c("copy"),()=>H)))}function os(t,e,n,s){let i=n[0]?.[1]??1;return r("table",{class:"counts"},r("captio\
n",null,`${c("count")} ${N(s)}`),r("tbody",null,n.slice(0,40).map(([o,l])=>{let a=r("i",{class:"bar","aria-hidden":"true"});return a.style.width=`${100*l/i}%`,r(
"tr",null,r("th",{scope:"row"},r("a",{href:x(t.model,"find",[],{...e,[s]:o,count:""})},o==="-"?c("none"):o)),r("td",null,l),r("td",{class:"bars"},a))})))}var be=80;
function ls(t,e,n){let{bead:s,model:i}=e,o=(n.fr?"fr":n.en?"en":e.spans[0]?.lang)??"fr",l=e.spans.find(g=>g.lang===o),a=B(s,o),d=i.side(s,o),u=Array.from(d??""),
m=e.marks[o].toSorted((g,h)=>g.start-h.start)[0]??(l&&a?{start:l.start-a.start,end:l.end-a.start}:{start:0,end:0}),f=(g,h)=>u.slice(Math.max(0,g),h).join(""),p=(g,h)=>r(
"td",{class:g,lang:o,dir:"auto"},r("div",null,r("span",null,h)));return r("tr",{"data-id":`${s.article.id}:${s.id}`},r("th",{scope:"row"},r("a",{href:l?D(t.model,
l):x(t.model,"read",[s.article.id,s.id])},`${s.article.id}:${s.id}`)),d===null?r("td",{class:"text-off",colspan:3,lang:t.lang},a?c("textOff"):c(o==="fr"?"noFren\
ch":"noEnglish")):[p("left",`${m.start>be?"…":""}${f(m.start-be,m.start)}`),r("td",{class:"key",lang:o,dir:"auto"},r("mark",{class:e.marks[o].length?"word":l?.
layer??"word"},f(m.start,m.end))),p("right",`${f(m.end,m.end+be)}${u.length>m.end+be?"…":""}`)])}function It(t,e){let{bead:n,spans:s}=e;return r("li",{"data-i\
d":`${n.article.id}:${n.id}`},r("div",{class:"where"},r("a",{href:s[0]?D(t.model,s[0]):x(t.model,"read",[n.article.id,n.id])},`${n.article.id}:${n.id}`),as(s)),
w.map(i=>Ve(t,n,i,e)))}function as(t){let e=new Set;return t.flatMap(n=>{let s=n.layer==="amounts"?C(n.fields):n.layer==="conditionals"?[L(n),n.fields.rendering].
filter(Boolean).join(" → "):L(n);return e.has(s)?[]:(e.add(s),[r("span",{class:`tag ${n.layer}`},s)])})}function Ve(t,e,n,s){let i=B(e,n),o=s.model??t.model,l=o.
side(e,n);if(!i)return r("p",{class:"gap",lang:t.lang},c(n==="fr"?"noFrench":"noEnglish"));if(l===null)return r("p",{class:"closed text-off",lang:t.lang},`${c("\
textOff")} (${n} ${i.start}–${i.end})`);let a=Array.from(l),d=[...s.marks[n].map(f=>({...f,name:"word"})),...s.spans.filter(f=>f.lang===n).map(f=>({start:f.start-
i.start,end:f.end-i.start,name:f.layer})),...s.spans.map(f=>o.counterpart(f)).filter(f=>f!==void 0&&f.lang===n&&!s.spans.includes(f)).map(f=>({start:f.start-i.start,
end:f.end-i.start,name:"pair"}))].sort((f,p)=>f.start-p.start||p.end-f.end),u=[],m=0;for(let f of d)f.start<m||(u.push(a.slice(m,f.start).join(""),r("mark",{class:f.
name},a.slice(f.start,f.end).join(""))),m=f.end);return u.push(a.slice(m).join("")),r("p",{lang:n,dir:"auto"},u)}function Vt(t,e,n,s){let i=lt(t.model,e,t.layers).filter(d=>!s||cs(d,s)),o=n.getBoundingClientRect(),l=[],a=i.flatMap(d=>ms(n,d,o,l));return a.length?E("svg",{class:"\
arcs","aria-hidden":"true",width:o.width,height:o.height},a):null}function cs(t,e){let n=s=>"key"in s&&ds(s,e);return n(t.from)||t.span!==void 0&&n(t.span)}function ds(t,e){
return t.key===e.key||t.layer===e.layer&&t.id===e.id&&t.lang===q(e.lang)}var us=[.5,.65,.35,.8,.2];function fs(t,e,n,s){let[i,o,l,a]=t,d=n.length*6+8,u=us.map(p=>{
let[g,h,y,$]=[(1-p)**3,3*p*(1-p)**2,3*p**2*(1-p),p**3];return{x:(g+h)*i+(y+$)*l,y:g*o+(h+y)*e+$*a-2,width:d}}),m=p=>s.some(g=>Math.abs(p.x-g.x)<(p.width+g.width)/
2&&Math.abs(p.y-g.y)<11),f=u.find(p=>!m(p))??u[0];return s.push(f),f}function ms(t,e,n,s){let i=Pt(t,e.lang,e.from),o=Pt(t,e.lang,e.to);if(!i||!o)return[];let l=i.
left+i.width/2-n.left,a=o.left+o.width/2-n.left,d=i.top-n.top+2,u=o.top-n.top+2,m=Math.min(26,8+Math.abs(a-l)/12),f=Math.min(d,u)-m,p=`M${l},${d} C${l},${f} ${a}\
,${f} ${a},${u}`,g=fs([l,d,a,u],f,e.name,s);return[E("path",{d:p,class:`arc ${e.layer}`}),E("path",{d:`M${a-3},${u-5} L${a},${u} L${a+3},${u-5}`,class:`arc ${e.
layer}`}),E("text",{x:g.x,y:g.y,class:"arc-name"},e.name)]}function Pt(t,e,n){let s=t.querySelector(`.text[data-lang=${e}]`);if(!s)return null;let i=n.start-Number(
s.dataset.start),o=document.createTreeWalker(s,NodeFilter.SHOW_TEXT),l=0;for(let a=o.nextNode();a;a=o.nextNode()){let d=Array.from(a.data).length;if(i>=l&&i<l+d){
let u=document.createRange();return u.setStart(a,Ae(a.data,i-l)),u.setEnd(a,Ae(a.data,Math.min(d,i-l+n.end-n.start))),u.getClientRects()[0]??null}l+=d}return null}function We(t){let e=[],n=[...t].sort((s,i)=>s.end-s.start-(i.end-i.start)||s.start-i.start);for(let s of n){let i=new Set(e.filter(([l])=>l.start<s.end&&s.start<
l.end).map(([,l])=>l)),o=0;for(;i.has(o);)o+=1;e.push([s,o])}return new Map(e)}function Wt(t,e,n){let s=n.filter(l=>l.start<e&&t<l.end&&l.start<l.end),i=new Set(
[t,e]);for(let l of s)i.add(Math.max(t,l.start)),i.add(Math.min(e,l.end));let o=[...i].sort((l,a)=>l-a);return o.slice(0,-1).map((l,a)=>{let d=o[a+1];return{start:l,
end:d,spans:s.filter(u=>u.start<=l&&d<=u.end)}})}var ps=t=>t/2**32|0,gs=t=>t>>>0;function Gt(t,e,n,s){let i=ps(n),o=gs(n);t.setUint32(e,s?o:i,s),t.setUint32(e+4,s?i:o,s)}function zt(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}var Ge=t=>t?
`"${t}" `:"";function hs(t,e=""){if(typeof t!="number")throw new TypeError(Ge(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(
Ge(e)+"expected integer >= 0, got "+t);return t}function xe(t,e,n=""){if(zt(t)&&(e===void 0||t.length===e))return t;e!==void 0&&hs(e,"length");let s=zt(t),i=e!==void 0?` of length ${e}`:"",o=s?`length=${t.length}`:
`type=${typeof t}`,l=Ge(n)+"expected Uint8Array"+i+", got "+o;throw s?new RangeError(l):new TypeError(l)}var bs=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError((e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},Qt=(t,e)=>{
bs(t,e);let n=Object.getPrototypeOf(t);if(n!==Object.prototype&&n!==null)throw new TypeError(`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(
`"${e}.__proto__" is not allowed`)};function ze(t,e=!0){if(t.destroyed)throw new Error("hash was destroyed");if(e&&t.finished)throw new Error("digest() was alre\
ady called")}function Kt(t,e){xe(t,void 0,"output");let n=e.outputLen;if(!(t.length>=n))throw new RangeError('"output" expected length >= '+n)}function Qe(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function $e(t){return new DataView(t.buffer,t.byteOffset,t.byteLength)}function R(t,e){return t<<32-e|
t>>>e}var ys=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",xs=Array.from({length:256},(t,e)=>e.toString(16).padStart(2,"0"));function Yt(t){
if(xe(t),ys)return t.toHex();let e="";for(let n=0;n<t.length;n++)e+=xs[t[n]];return e}function $s(t,e,n="opts"){return Qt(t,"defaults"),e!==void 0&&Qt(e,n),Object.assign(Object.create(null),t,e)}function qt(t,e={}){if(typeof t!="function")throw new TypeError(
'"hashCons" expected function, got type='+typeof t);e=$s({},e,"info");let n=(i,o)=>t(o).update(i).digest(),s=t(void 0);return n.outputLen=s.outputLen,n.blockLen=
s.blockLen,n.canXOF=s.canXOF,n.create=i=>t(i),Object.assign(n,e),Object.freeze(n)}var Jt=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])});function Xt(t,e,n){return t&e^~t&n}function Zt(t,e,n){return t&e^t&n^e&n}var ve=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,n,s,i){
this.blockLen=e,this.outputLen=n,this.padOffset=s,this.isLE=i,this.buffer=new Uint8Array(e),this.view=$e(this.buffer)}update(e){ze(this),xe(e);let{view:n,buffer:s,
blockLen:i}=this,o=e.length,l=!1;for(let a=0;a<o;){let d=Math.min(i-this.pos,o-a);if(d===i){let u=$e(e);for(;i<=o-a;a+=i)this.process(u,a);l=!0;continue}s.set(a===
0&&d===o?e:e.subarray(a,a+d),this.pos),this.pos+=d,a+=d,this.pos===i&&(this.process(n,0),this.pos=0,l=!0)}return this.length+=e.length,l&&this.roundClean(),this}digestInto(e){
ze(this),Kt(e,this),this.finished=!0;let{buffer:n,view:s,blockLen:i,isLE:o}=this,{pos:l}=this;n[l++]=128,n.fill(0,l),this.padOffset>i-l&&(this.process(s,0),n.fill(
0)),Gt(s,i-8,this.length*8,o),this.process(s,0),this.roundClean();let a=e===n?s:$e(e),d=this.outputLen,u=d/4,m=this.get();if(d%4||u>m.length)throw new Error("in\
valid outputLen");for(let f=0;f<u;f++)a.setUint32(4*f,m[f],o)}digest(){let{buffer:e,outputLen:n}=this;this.digestInto(e);let s=e.slice(0,n);return this.destroy(),
s}_cloneIntoMeta(e){let{buffer:n,length:s,finished:i,destroyed:o,pos:l}=this;return e.destroyed=o,e.finished=i,e.length=s,e.pos=l,l&&e.buffer.set(n),e}clone(){return this.
_cloneInto()}},en=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var vs=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,
2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,
3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,
3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,
2361852424,2428436474,2756734187,3204031479,3329325298]),W=new Uint32Array(64),Ke=class extends ve{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,n){super(64,e,8,
!1),this.A=n[0]|0,this.B=n[1]|0,this.C=n[2]|0,this.D=n[3]|0,this.E=n[4]|0,this.F=n[5]|0,this.G=n[6]|0,this.H=n[7]|0}get(){let{A:e,B:n,C:s,D:i,E:o,F:l,G:a,H:d}=this;
return[e,n,s,i,o,l,a,d]}set(e,n,s,i,o,l,a,d){this.A=e|0,this.B=n|0,this.C=s|0,this.D=i|0,this.E=o|0,this.F=l|0,this.G=a|0,this.H=d|0}_cloneInto(e){return(e||=new this.
constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,n){for(let f=0;f<16;f++,n+=4)W[f]=e.getUint32(n,!1);for(let f=16;f<64;f++){let p=W[f-15],g=W[f-
2],h=R(p,7)^R(p,18)^p>>>3,y=R(g,17)^R(g,19)^g>>>10;W[f]=y+W[f-7]+h+W[f-16]|0}let{A:s,B:i,C:o,D:l,E:a,F:d,G:u,H:m}=this;for(let f=0;f<64;f++){let p=R(a,6)^R(a,11)^
R(a,25),g=m+p+Xt(a,d,u)+vs[f]+W[f]|0,y=(R(s,2)^R(s,13)^R(s,22))+Zt(s,i,o)|0;m=u,u=d,d=a,a=l+g|0,l=o,o=i,i=s,s=g+y|0}s=s+this.A|0,i=i+this.B|0,o=o+this.C|0,l=l+this.
D|0,a=a+this.E|0,d=d+this.F|0,u=u+this.G|0,m=m+this.H|0,this.set(s,i,o,l,a,d,u,m)}roundClean(){Qe(W)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),Qe(this.
buffer)}},Ye=class extends Ke{constructor(){super(32,en)}};var tn=qt(()=>new Ye,Jt(1));var nn=()=>{};function sn(t){nn=t}function rn(t,e){let n=r("input",{type:"file",multiple:!0,id:"own-text",onchange:()=>{on(t,[...n.files??[]])}}),s=w.filter(i=>e.
sha256[i]&&!e.texts[i]).map(i=>r("code",null,`${i} ${e.sha256[i]}`));return r("div",{class:"drop"},r("p",null,c("notHere")),r("p",null,c("drop")),r("p",null,r("\
label",{for:"own-text"},`${c("choose")} `),n),r("p",{class:"hashes"},s))}async function on(t,e){let n=[];for(let s of e){let i=new Uint8Array(await s.arrayBuffer()),
o=Yt(tn(i)),l=[...t.model.articles.values()].flatMap(a=>w.filter(d=>a.sha256[d]===o).map(d=>({article:a,lang:d})));if(!l.length){n.push(`${s.name} ${c("refused")}\
 ${o}`);continue}try{let a=new Q(new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}).decode(i));for(let{article:d,lang:u}of l)d.texts[u]=a,n.push(`${s.name}: ${d.id}\
 ${u} ${c("accepted")}`)}catch{n.push(`${s.name} ${c("decoded")}`)}}bt(),nn(n)}function ln(t){addEventListener("dragover",e=>{e.dataTransfer?.types.includes("Fi\
les")&&(e.preventDefault(),document.body.classList.add("dragging"))}),addEventListener("dragleave",()=>document.body.classList.remove("dragging")),addEventListener(
"drop",e=>{e.preventDefault(),document.body.classList.remove("dragging"),on(t,[...e.dataTransfer?.files??[]])})}var qe=5;function Je(t,e){let{model:n}=t,s=e.parts[0],i=s?n.articles.get(s):n.articles.values().next().value;t.pieces.clear();let o=f=>r("p",{class:"notice",role:"\
alert"},`${c("missing")} ${f}`);if(!i)return r("div",{class:"reading"},we(t,null),o(s??"–"));let l=i.beads.find(f=>f.id===e.parts[1]),a=e.parts[2]?n.spans.get(
`${i.id}/${e.parts[2]}`):void 0,d=i.beads.map(f=>cn(t,f)),u=[...e.parts[1]&&e.parts[1]!=="-"&&!l?[e.parts[1]]:[],...e.parts[2]&&!a?[e.parts[2]]:[]],m=r("div",{class:"\
reading"},we(t,i),r("article",{class:"text-pair","data-article":i.id},u.map(o),Ss(t,i),Ls(t,f=>S(f,...i.beads.map(p=>cn(t,p)))),w.some(f=>i.sha256[f]&&!i.texts[f])&&
rn(t,i),r("div",{class:"beads"},d),As(t,i)));return queueMicrotask(()=>{a?t.select(a,l??null):l?t.select(null,l):t.select(null,null);let f=l??i.beads.find(p=>p.
id===a?.bead);if(f){let p=document.getElementById(`bead-${f.id}`);p?.scrollIntoView({block:"center"}),p?.focus({preventScroll:!0})}}),m}var an=200;function ws(t,e,n){
let{ids:s,titles:i}=e.index,o=s.map((f,p)=>`${f} ${i[p]??""}`.toLowerCase()),l=r("ul"),a=r("p",{class:"help",role:"status"}),d=f=>{let p=[...s.keys()].filter(h=>o[h].
includes(f)),g=n&&!f?Math.max(0,s.indexOf(n.id)-20):0;S(l,p.slice(g,g+an).map(h=>r("li",null,r("a",{href:x(t.model,"read",[s[h]]),"aria-current":s[h]===n?.id?"p\
age":null},r("bdi",null,i[h]??s[h]),i[h]?r("small",null,s[h]):null)))),S(a,c("listed",T(Math.min(an,p.length-g)),T(p.length)))},u=r("input",{type:"search",placeholder:c(
"filter"),"aria-label":c("filter"),oninput:()=>d(u.value.toLowerCase())});d("");let m=matchMedia("(min-width: 85rem)").matches;return r("nav",{class:"articles",
"aria-label":c("articles")},r("details",{open:m},r("summary",null,`${c("articles")} (${T(s.length)})`),u,a,l))}function we(t,e){if(t.library)return ws(t,t.library,
e);let n=[...t.model.articles.values()].map(l=>{let a=l.title??l.id,d=w.some(u=>l.sha256[u]&&!l.texts[u]);return r("li",{"data-words":`${l.id} ${a}`.toLowerCase()},
r("a",{href:x(t.model,"read",[l.id]),"aria-current":l===e?"page":null},r("bdi",null,a),r("small",null,l.id,d&&" · ∅")))}),s=r("ul",null,n),i=r("input",{type:"\
search",placeholder:c("filter"),"aria-label":c("filter"),oninput:()=>{for(let l of n)l.hidden=!l.dataset.words?.includes(i.value.toLowerCase())}}),o=matchMedia(
"(min-width: 85rem)").matches;return r("nav",{class:"articles","aria-label":c("articles")},r("details",{open:o},r("summary",null,`${c("articles")} (${n.length})`),
i,s))}function Ss(t,e){let{fields:n}=e,s=[e.date,n.genre,n.story,n.publisher,`fr ${n.rights_fr??"–"}`,`en ${n.rights_en??"–"}`,n.translation&&`en: ${n.translation}`].
filter(Boolean);return r("header",null,r("h1",null,r("bdi",null,e.title??e.id)),r("p",{class:"meta"},s.join(" · ")),r("p",null,t.linkButton(x(t.model,"read",[e.
id]))))}function Ls(t,e){let n=()=>{let i=document.querySelector(".beads");t.pieces.clear(),i&&e(i),t.select(t.selected,t.bead)},s=(i,o,l,a="")=>{let d=r("input",
{type:"checkbox",onchange:()=>{l(d.checked),n()}});return d.checked=o,r("label",{class:"switch"},d,a&&r("i",{class:`swatch ${a}`,"aria-hidden":"true"}),i)};return r(
"fieldset",{class:"controls"},r("legend",null,c("layers")),A.map(i=>s(i,t.layers.has(i),o=>{o?t.layers.add(i):t.layers.delete(i)},i)),s(c("arcs"),t.arcs,i=>{t.arcs=
i}),s(c("force"),t.force,i=>{t.force=i}))}function As(t,e){let n=t.library?.index.ids??[...t.model.articles.keys()],s=n.indexOf(e.id),i=(o,l)=>{let a=n[o],d=a&&
(t.library?.index.titles[o]??t.model.articles.get(a)?.title??a);return a&&r("a",{href:x(t.model,"read",[a])},`${c(l)}: `,r("bdi",null,d))};return r("nav",{class:"\
neighbours","aria-label":c("next")},i(s-1,"previous"),i(s+1,"next"))}function cn(t,e){let n=e.spans.fr.length+e.spans.en.length;return r("div",{class:`bead ${e.
region??""}`,id:`bead-${e.id}`,role:"group",tabindex:0,"aria-label":`${c("sentence")} ${e.id}`,"data-bead":e.id},r("div",{class:"gutter"},r("a",{href:x(t.model,
"read",[e.article.id,e.id]),class:"number"},e.id),e.type!=="1-1"&&r("span",{class:"type",title:e.type},e.type),r("button",{type:"button",class:"count","aria-lab\
el":`${c("annotationsOf")} ${e.id}: ${n}`,onclick:()=>t.select(null,e)},n)),w.map(i=>Es(t,e,i)),t.force&&w.map(i=>r("div",{class:`force ${i}`,lang:t.lang},Ce(t,
e,i))))}function Es(t,e,n){let s=B(e,n);if(!s)return r("div",{class:`side gap ${n}`,lang:t.lang},r("span",null,c(n==="fr"?"noFrench":"noEnglish")));let i=e.spans[n].
filter(h=>t.layers.has(h.layer)),o=e.article.texts[n];if(!o)return r("div",{class:`side closed ${n}`},Hs(t,e,n,i));let l=s.start+Array.from(t.model.side(e,n)??"").
length,a=We(i),d=h=>Math.max(0,...[...h.values()].map(y=>y+1)),u=We(e.spans[q(n)].filter(h=>t.layers.has(h.layer))),m=d(a),f=Math.max(2,m,d(u)),p=Wt(s.start,l,i).
map(h=>{let y=r("span",{class:h.spans.length?"piece":null},o.slice(h.start,h.end));h.spans.length&&Ts(y,h,a,m);for(let $ of h.spans){let b=t.pieces.get($.key);b?
b.push(y):t.pieces.set($.key,[y])}return h.spans.length&&Rs(t,y,e,h.spans),y}),g=r("p",{class:"text",lang:n,dir:"auto","data-start":s.start,"data-lang":n},p);return g.
style.lineHeight=`calc(1.28em + ${f*qe}px)`,r("div",{class:`side ${n}`},g)}function Ts(t,e,n,s){let i=e.spans.map(o=>({image:Ms[o.layer],size:`${o.end===e.end?"\
calc(100% - 2px)":"100%"} 3px`,position:`0 calc(100% - ${(s-1-n.get(o))*qe}px)`}));t.style.backgroundImage=i.map(o=>o.image).join(", "),t.style.backgroundSize=i.
map(o=>o.size).join(", "),t.style.backgroundPosition=i.map(o=>o.position).join(", "),t.style.paddingBottom=`${s*qe}px`}var ks=t=>`linear-gradient(var(--${t}), v\
ar(--${t}))`,ie=(t,e,n)=>`repeating-linear-gradient(90deg, var(--${t}) 0 ${e}px, transparent ${e}px ${e+n}px)`,Ms={mentions:ks("mentions"),amounts:ie("amounts",
8,2),attributions:ie("attributions",3,2),conditionals:ie("conditionals",1,2),stances:ie("stances",12,4),flaws:ie("flaws",2,5)};function Rs(t,e,n,s){let i=s.reduce(
(o,l)=>l.end-l.start<o.end-o.start?l:o);e.title=s.map(o=>`${o.layer}: ${L(o)}`).join(`
`),e.addEventListener("pointerenter",o=>{o.pointerType==="mouse"&&t.hover(i)}),e.addEventListener("pointerleave",o=>{o.pointerType==="mouse"&&t.hover(null)}),e.
addEventListener("click",()=>{if(!getSelection()?.isCollapsed)return;let o=t.selected?s.indexOf(t.selected):-1;t.select(o<0?i:s[(o+1)%s.length],n)})}function Hs(t,e,n,s){
let i=B(e,n);return r("p",{class:"chips"},r("span",{class:"place"},`${n} ${i.start}–${i.end} `),s.map(o=>{let l=r("button",{type:"button",class:`chip ${o.layer}`,
onclick:()=>t.select(o,e)},`${L(o)} ${o.start}–${o.end}`);return t.pieces.set(o.key,[l]),l}))}function Os(t,e){return w.flatMap(n=>e.spans[n].filter(s=>t.layers.
has(s.layer)).sort((s,i)=>s.start-i.start||i.end-s.end))}function dn(t,e){let n=[...document.querySelectorAll(".bead")];if(!n.length)return!1;let s=document.activeElement?.
closest(".bead")??null,i=s?n.indexOf(s):-1,o=t.model.articles.get(document.querySelector(".text-pair")?.dataset.article??""),l=f=>o?.beads.find(p=>p.id===n[f]?.
dataset.bead),a=["j","ArrowDown"].includes(e),d=["k","ArrowUp"].includes(e);if(a||d){if(i<0&&e.startsWith("Arrow"))return!1;let f=Math.max(0,Math.min(n.length-1,
i+(a?1:-1)));return n[f].focus(),n[f].scrollIntoView({block:"nearest"}),t.select(null,l(f)??null),!0}let u=i<0?void 0:l(i);if(!u)return!1;let m=Os(t,u);if(["Arr\
owRight","ArrowLeft"].includes(e)&&m.length){let f=t.selected?m.indexOf(t.selected):-1,p=e==="ArrowRight"?f+1:f<0?m.length-1:f-1;return t.select(m[(p+m.length)%
m.length],u),!0}if(e==="o"){let f=t.selected&&t.model.span(t.selected.article,t.selected.layer,t.selected.id,q(t.selected.lang));return f&&t.select(f,u),!!f}return!1}
function Xe(t,e,n){for(let o of document.querySelectorAll(".arcs"))o.remove();for(let o of document.querySelectorAll(".roomy"))o.classList.remove("roomy");if(!e&&
!t.allArcs)return;let s=n??(e&&t.model.articles.get(e.article)?.beads.find(o=>o.id===e.bead)),i=s&&document.getElementById(`bead-${s.id}`);if(t.arcs&&s&&i){e||i.
classList.add("roomy");let o=Vt(t,s,i,e);o&&i.append(o)}}var Cs=new Set(["find","about","changes"]);function un(t,e,n,s,i){if(location.protocol==="file:")return r("div",{class:"page"},r("p",{class:"notice",role:"alert"},
c("needsServer")),r("pre",{tabindex:0},r("code",null,`visavis page ${e.index.base.replace(/\/$/u,"")} --serve`)));if(Cs.has(n.view))return s(t,n);if(n.view!=="r\
ead")return r("div",{class:"page"},r("h1",null,c("smallOnly")),r("p",null,c("smallOnlyText",T(e.index.pairs))));let o=n.parts[0]??e.index.ids[0];if(o===void 0||
t.model.articles.has(o)||!e.index.ids.includes(o))return s(t,{...n,parts:o===void 0?[]:[o,...n.parts.slice(1)]});let l=r("p",{class:"notice",role:"status"},c("l\
oading",o)),a=r("div",{class:"reading"},we(t,null),l);return e.open(o).then(d=>{t.model=d,a.isConnected&&i()},d=>{l.replaceChildren(c("notLoaded",String(d)))}),
a}var fn=100;function mn(t,e){let{model:n}=t,s=e.query.layer??"",i=n.rulings.filter(a=>!s||a.layer===s),o=[...new Set(n.rulings.map(a=>a.layer))],l=a=>r("a",{href:x(
n,"disagreements",[],{layer:a}),"aria-current":a===s?"true":null},`${a||c("all")} (${n.rulings.filter(d=>!a||d.layer===a).length})`);return r("div",{class:"page\
 wide"},r("h1",null,c("disagreements")),n.rulings.length?[r("nav",{class:"tabs","aria-label":c("layer")},["",...o].map(l)),Bs(t,i)]:r("p",null,c("noRulings")),r(
"h2",null,c("lowBeads")),_s(t))}function Bs(t,e){let n=r("tbody"),s=r("button",{type:"button"},c("nextRows")),i=0,o=()=>{n.append(...e.slice(i,i+fn).map(l=>Ns(t,
l))),i+=fn,s.hidden=i>=e.length};return s.addEventListener("click",o),o(),r("div",null,r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("disagree\
ments")},r("table",null,r("thead",null,r("tr",null,[c("span"),c("layer"),c("passes"),c("differs"),c("kept"),c("rule")].map(l=>r("th",{scope:"col"},l)))),n)),s)}
function Ns(t,e){let{model:n}=t,s=n.articles.get(e.article),i=s?.beads.find(d=>d.sides[e.lang].some(u=>u.start<=e.start&&e.start<u.end)),o=s?.spans.find(d=>d.layer===
e.layer&&d.lang===e.lang&&d.start===e.start&&d.end===e.end),l=n.surface(e)??`${e.start}–${e.end}`,a=[e.article,i?.id??"-",...o?[`${o.layer}:${o.id}:${o.lang}`]:
[]];return r("tr",null,r("td",null,r("a",{href:x(n,"read",a)},r("q",{lang:e.lang,dir:"auto"},I(l))),r("small",null,` ${e.article}:${i?.id??""} ${e.lang}`)),r("t\
d",null,e.layer),r("td",null,e.passes.join(", ")),r("td",null,e.only?`${c("onlyIn")} ${e.passes[e.only==="first"?0:1]}`:e.differs.join(", ")),r("td",null,e.kept??
"–"),r("td",null,e.rule?r("span",{title:n.rules[e.rule]?.title??""},e.rule):"",e.reason?` ${e.reason}`:""))}function _s(t){let e=t.model.beads.filter(s=>s.confidence!==
null).sort((s,i)=>s.confidence-i.confidence).slice(0,50),n=s=>r("li",null,r("div",{class:"where"},r("a",{href:x(t.model,"read",[s.article.id,s.id])},`${s.article.
id}:${s.id}`),r("span",{class:"tag"},`${s.type} · ${c("confidence")} ${s.confidence.toFixed(3)} · ${s.verified?c("verified"):c("unverified")}`)),w.map(i=>Ve(t,
s,i,{spans:[],marks:{fr:[],en:[]}})));return r("ol",{class:"hits"},e.map(n))}var js=[...A.map(t=>[t,Te[t]]),["conditionals","rendering"],["amounts","comparator"],
["amounts","role"],["stances","factuality"],["mentions","relation"]];function pn(t){let{model:e}=t,n=([i,o])=>{let l=ee(e,{layer:i});if(!l.length)return!1;let u=[
...e.spans.values()].filter(f=>f.layer===i).some(f=>j(e,f,o).some(p=>p!==null))?fe(e,l,o).slice(0,14):[];if(!u.length)return!1;let m=u[0][1];return r("table",{class:"\
counts"},r("caption",null,`${i}: ${o}`),r("tbody",null,u.map(([f,p])=>{let g=r("i",{class:`bar ${i}`,"aria-hidden":"true"});return g.style.width=`${100*p/m}%`,r(
"tr",null,r("th",{scope:"row"},r("a",{href:x(e,"find",[],{layer:i,[o]:f})},f==="-"?c("none"):f)),r("td",null,p),r("td",{class:"bars"},g))})))},s=(i,o)=>r("div",
null,r("dt",null,i),r("dd",null,o));return r("div",{class:"page wide"},r("h1",null,c("figures")),r("dl",{class:"totals"},s(c("articles"),e.articles.size),s(c("r\
esults"),e.beads.length),A.map(i=>s(i,[...e.spans.values()].filter(o=>o.layer===i).length)),s(c("facts"),e.facts.size),s(c("entities"),e.entities.size)),r("p",null,
c("figuresHelp")),r("div",{class:"plots"},js.map(n)))}function Fs(t){let{about:e,data:n}=t.model;return r("section",{class:"versions"},r("h2",null,c("versions")),
r("ul",null,n.versions.map(s=>r("li",null,s.version===e.version?r("strong",null,s.version,` (${c("thisVersion")})`):s.page?r("a",{href:s.page},s.version):r("spa\
n",null,s.version),s.sha256&&r("small",null," ",r("code",{class:"digest"},s.sha256.slice(0,12)))))))}function gn(t){let{model:e}=t,{about:n}=e,s=[["BibTeX",Ct(n)],
["RIS",Bt(n)],["CSL-JSON",Nt(n)]],i=r("pre",{tabindex:0,class:"citation"}),o=s[0][1],l=s.map(([f,p])=>r("button",{type:"button","aria-pressed":String(p===o),onclick:g=>{
o=p,S(i,p);for(let h of l)h.setAttribute("aria-pressed",String(h===g.currentTarget))}},f));S(i,o);let a=/^https:\/\/huggingface\.co\/datasets\/([^/]+\/[^/]+)/u.
exec(n.url??"")?.[1],u=["from datasets import load_dataset",`sentences = load_dataset("${a??(n.kind==="corpus"?`dist/${n.name}-${n.version}`:`${n.name}-${n.version}`)}\
", "sentences"${a?`, revision="v${n.version}"`:""})`].join(`
`),m=he(e,{layer:"amounts",kind:"money"});return r("div",{class:"page"},r("h1",null,r("bdi",null,n.title)),r("p",null,`${n.name} ${n.version}${n.kind==="corpus"?
" (corpus)":""} · ${n.licence??""} · ${n.date??""}`),n.digest&&r("p",null,"SHA-256 ",r("code",{class:"digest"},n.digest)),r("section",null,r("h2",null,c("cita\
tion")),r("p",{class:"buttons"},l),i,t.copyButton(c("copy"),()=>o)),r("section",null,r("h2",null,c("load")),r("pre",{tabindex:0},u),t.copyButton(c("copy"),()=>u),
r("pre",{tabindex:0},m),t.copyButton(c("copy"),()=>m)),r("section",null,r("h2",null,c("thisPage")),r("p",null,c(t.library?"pageReads":"pageIs")),r("p",null,c("k\
eys")),r("p",null,`visavis ${n.visavis}`)),e.data.versions.length>0&&Fs(t),e.data.changes.map(f=>r("section",null,r("h2",null,`${c("changes")}: ${f.version} → ${n.
version}`),r("p",null,r("a",{href:x(e,"changes",[],{since:f.version})},`${f.count} ${c("rowsChanged")}`)))),n.changelog&&r("section",null,r("h2",null,c("changes")),
r("pre",{tabindex:0,class:"changes"},n.changelog)),r("section",null,r("h2",null,c("rules")),Object.entries(e.rules).map(([f,p])=>r("details",{id:`rule-${f}`},r(
"summary",null,`${f} ${p.title}`),r("p",null,p.text)))))}function bn(t,e){document.addEventListener("selectionchange",()=>{let n=Ds();if(e.hidden=!n,!n)return;let s=`${n.article} ${n.lang} ${n.start}–${n.end}`,i=`${n.
article}	${n.lang}	${n.start}	${n.end}`;S(e,r("output",null,`${s} (${n.end-n.start} ${c("selection")})`),t.copyButton(c("copyOffsets"),()=>i))})}function Ds(){let t=getSelection();
if(!t||t.isCollapsed||!t.rangeCount)return null;let e=t.getRangeAt(0),n=hn(e.startContainer,e.startOffset),s=hn(e.endContainer,e.endOffset);return!n||!s||n.lang!==
s.lang||n.at>=s.at?null:{article:n.article,lang:n.lang,start:n.at,end:s.at}}function hn(t,e){let s=(t instanceof Element?t:t.parentElement)?.closest(".text[data\
-start]"),i=s?.closest("[data-article]")?.dataset.article;if(!s||!i)return null;let o=document.createRange();o.setStart(s,0),o.setEnd(t,e);let l=Number(s.dataset.
start)+et(o.toString());return{article:i,lang:s.dataset.lang??"",at:l}}var Us={read:Je,find:Dt,facts:Et,fact:Tt,entities:$t,entity:vt,matrix:St,disagreements:mn,figures:pn,about:gn,changes:ct},Is=["read","find","facts","entities","\
matrix","disagreements","figures","about"],Ps={fact:"facts",entity:"entities",changes:"about"};function $n(t){let e=JSON.parse(document.getElementById("data")?.
textContent??"{}"),n=r("p",{class:"unseen","aria-live":"polite",id:"live"}),s=new de(new oe(e),n,t(e));Oe(yn("language")??(navigator.language.startsWith("fr")?"\
fr":"en"));let i=yn("theme");i&&(document.documentElement.style.colorScheme=i);let o=r("header",{class:"top"}),l=r("main",{id:"content",tabindex:-1}),a=r("aside",
{class:"panel"}),d=r("div",{class:"offsets",hidden:!0});document.body.append(o,l,a,d,n);let u=matchMedia("(min-width: 60rem)");s.onSelect=(g,h,y)=>{if(!y&&!u.matches)
return;let $=g?dt(s,g):h?ft(s,h):null;if(a.hidden=!$&&!u.matches,document.body.classList.toggle("with-panel",!!$),$){let b=r("button",{type:"button",class:"clos\
e","aria-label":c("close"),onclick:()=>s.select(null,null)},"×");S(a,b,$)}else S(a,r("p",{class:"empty"},c("empty")),r("p",{class:"help"},c("keys")));y&&Xe(s,g,
h)};let m=()=>{let g=Me(location.hash);document.documentElement.lang=z(),document.title=`${s.model.about.title} ${s.model.about.version}`,a.setAttribute("aria-l\
abel",c("details")),Ws(s,o,g,m),s.selected=null,s.bead=null,a.hidden=!0,S(a),document.body.classList.remove("with-panel");let y=g.version&&g.version!==s.model.about.
version&&r("p",{class:"notice",role:"status"},c("otherVersion",g.version,s.model.about.version),Vs(s,g.version)),$=Us[g.view]??Je;S(l,y,s.library?un(s,s.library,
g,$,m):$(s,g)),document.body.dataset.view=g.view},f="",p=!1;addEventListener("hashchange",()=>{m();let{view:g,parts:h}=Me(location.hash),y=`${g}/${h[0]??""}`;y!==
f&&h.length<2&&scrollTo(0,0),f=y,p&&l.querySelector("form.ask input")?.focus(),p=!1}),sn(g=>{m();let h=r("div",{class:"notice",role:"status"},g.map(y=>r("p",null,
r("bdi",null,y))));l.prepend(h)}),addEventListener("resize",()=>Xe(s,s.selected,s.bead)),addEventListener("keydown",g=>{let h=g.target,y=h.matches("input, selec\
t, textarea");if(!(g.ctrlKey||g.metaKey||g.altKey)){if(g.key==="Escape"){s.select(null,null);return}if(!y)if(g.key==="/")g.preventDefault(),p=!l.querySelector("\
form.ask"),p?location.hash=x(s.model,"find"):l.querySelector("form.ask input")?.focus();else if(g.key==="Enter"&&h.classList.contains("bead")){if(!s.selected&&!s.
bead){let $=s.model.articles.get(l.querySelector(".text-pair")?.dataset.article??"");s.select(null,$?.beads.find(b=>b.id===h.dataset.bead)??null)}a.querySelector(
"a, button:not(.close)")?.focus()}else dn(s,g.key)&&g.preventDefault()}}),bn(s,d),ln(s),m(),s.library||je(s.model),Object.assign(window,{visavis:{get model(){return s.
model},library:s.library,ask:g=>ee(s.model,g).map(({bead:h})=>`${h.article.id}:${h.id}`)}})}function Vs(t,e){let n=t.model.data.versions.find(s=>s.version===e)?.
page;return!!n&&r("a",{href:`${n}${location.hash}`,class:"other"},` ${e}`)}function Ws(t,e,n,s){let{about:i}=t.model,o=Ps[n.view]??n.view,l=Is.map(a=>r("li",null,
r("a",{href:x(t.model,a),"aria-current":a===o?"page":null},c(a))));S(e,r("a",{href:"#content",class:"skip",onclick:a=>{a.preventDefault(),document.getElementById(
"content")?.focus()}},c("skip")),r("p",{class:"name"},r("a",{href:x(t.model,"about")},r("bdi",null,i.name)),r("small",null,` ${i.version}`)),r("nav",{"aria-labe\
l":c("views"),class:"views"},r("ul",null,l)),r("p",{class:"tools"},r("button",{type:"button",class:"quiet",id:"language",lang:z()==="fr"?"en":"fr",onclick:()=>{
Oe(z()==="fr"?"en":"fr"),xn("language",z()),s()}},c("language")),r("button",{type:"button",class:"quiet",id:"theme",title:c("theme"),"aria-label":c("theme"),onclick:()=>{
let a=getComputedStyle(document.documentElement).getPropertyValue("color-scheme")==="dark"||document.documentElement.style.colorScheme!=="light"&&matchMedia("(p\
refers-color-scheme: dark)").matches;document.documentElement.style.colorScheme=a?"light":"dark",xn("theme",a?"light":"dark")}},"◐")))}function yn(t){try{return localStorage.
getItem(`visavis-${t}`)}catch{return null}}function xn(t,e){try{localStorage.setItem(`visavis-${t}`,e)}catch{}}$n(()=>null);})();
