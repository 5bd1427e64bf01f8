"use strict";(()=>{var Me=class{value;length;units;constructor(t){if(this.value=t,!/[\ud800-\udfff]/.test(t)){this.length=t.length,this.units=null;return}let n=Array.from(t);if(this.
length=n.length,n.length===t.length){this.units=null;return}this.units=new Int32Array(n.length+1);let r=0;n.forEach((s,i)=>{this.units[i]=r,r+=s.length}),this.units[n.
length]=r}slice(t,n){return this.value.slice(this.unit(t),this.unit(n))}unit(t){let n=Math.max(0,Math.min(t,this.length));return this.units?this.units[n]:n}};function rr(e){
let t=0;for(let n of e)t+=1;return t}function Gt(e,t){let n=0;for(let r of e){if(t--<=0)break;n+=r.length}return n}function Be(e){return/^[\0-\x7f]*$/u.test(e)?
e.toLowerCase():e.normalize("NFD").replace(/\p{M}/gu,"").toLowerCase().replaceAll("’","'")}var nr=new Map;function sr(e){let t=[],n=0;for(let r of e){let s=nr.
get(r);s===void 0&&(s=Be(r).length,nr.set(r,s));for(let i=0;i<s;i+=1)t.push(n);n+=1}return t}var M=["fr","en"],k=["mentions","amounts","attributions","conditionals","stances","flaws"],Wt={mentions:"type",amounts:"kind",attributions:"quotation",conditionals:"\
use",stances:"attitude",flaws:"category"},Ae=class{constructor(t){this.data=t;this.about=t.about,this.rules=t.rules;for(let n of Oe(t.tables.articles))this.addArticle(
n);for(let n of Oe(t.tables.beads))this.addBead(n);for(let n of k)Oe(t.tables[n]).forEach((r,s)=>this.addSpan(n,r,t.readings.spans[n]?.[s]??0));for(let n of Oe(
t.tables.kb)){let r=String(n.id),s={fr:String(n.name_fr),en:String(n.name_en)};this.entities.set(r,{id:r,type:String(n.type),names:s,fields:n})}for(let n of Oe(
t.tables.facts)){let r=n.members;this.facts.set(String(n.id),{id:String(n.id),fields:n,members:r,verdict:String(n.verdict)})}this.rulings=Oe(t.tables.rulings);for(let n of this.
rulings){let r=Qt(n.article,n.layer,n.lang,n);zt(this.rulingsAt,r,n)}}data;about;rules;articles=new Map;beads=[];spans=new Map;facts=new Map;entities=new Map;rulings;mentionsOf=new Map;claimsOf=new Map;rulingsAt=new Map;addArticle(t){
let n=o=>typeof t[o]=="string"?new Me(t[o]):null,{fr:r,en:s,...i}=t;this.articles.set(String(t.id),{id:String(t.id),fields:i,title:t.title===null?null:String(t.
title),date:String(t.published??t.collected??""),texts:{fr:n("fr"),en:n("en")},sha256:{fr:t.sha256_fr,en:t.sha256_en},beads:[],spans:[]})}addBead(t){let n=this.
articles.get(String(t.article));if(!n)return;let r={id:String(t.id),article:n,type:String(t.type),region:t.region,method:String(t.method),confidence:t.confidence,
verified:t.verified===!0,sides:{fr:Ke(t.fr),en:Ke(t.en)},spans:{fr:[],en:[]}};n.beads.push(r),this.beads.push(r)}addSpan(t,n,r){let{article:s,bead:i,id:o,lang:a,
start:c,end:u,...d}=n,f=this.articles.get(String(s));if(!f)return;let p={key:or(String(s),t,String(o),a),layer:t,id:String(o),lang:a,article:String(s),bead:i,start:c,
end:u,fields:d,passes:r};this.spans.set(p.key,p),f.spans.push(p),f.beads.find(m=>m.id===p.bead)?.spans[p.lang].push(p),t==="mentions"&&d.entity&&zt(this.mentionsOf,
String(d.entity),p),t==="amounts"&&d.fact&&zt(this.claimsOf,String(d.fact),p)}span(t,n,r,s){return typeof r=="string"?this.spans.get(or(t,n,r,s)):void 0}counterpart(t){
return this.span(t.article,t.layer,t.id,Ne(t.lang))}surface(t){let n=this.articles.get(t.article)?.texts[t.lang];return n?n.slice(t.start,t.end):null}side(t,n){
let r=re(t,n),s=t.article.texts[n];return r&&s?s.slice(r.start,r.end).replace(/\s+$/u,""):null}holder(t){return t.fields.holder==="AUTHOR"?"AUTHOR":this.span(t.
article,"mentions",t.fields.holder,t.lang)?.fields.entity??null}targets(t){let n=this.span(t.article,"mentions",t.fields.target,t.lang),r=t.fields.target_span,s=r?
(this.articles.get(t.article)?.spans??[]).filter(o=>o.layer==="mentions"&&o.lang===t.lang&&r[0]<=o.start&&o.end<=r[1]):[],i=[...n?[n]:[],...s].map(o=>o.fields.entity);
return[...new Set(i.filter(o=>typeof o=="string"))]}name(t,n){return this.entities.get(String(t))?.names[n]??String(t)}sources(t){let n=(this.articles.get(t.article)?.
spans??[]).filter(r=>r.layer==="attributions"&&r.lang===t.lang).map(r=>({one:r,piece:Ti(r,t)})).filter(r=>r.piece!==void 0);return n.sort((r,s)=>ir(r.piece)-ir(
s.piece)),n.map(r=>r.one)}sourceName(t,n){let r=this.span(t.article,"mentions",t.fields.source,t.lang);return r?r.fields.entity?this.name(r.fields.entity,n):this.
surface(r)??r.id:String(t.fields.source??"ANON")}};function Ti(e,t){return Ke(e.fields.content??[]).find(n=>n.start<=t.start&&t.end<=n.end)}function ir(e){return e.
end-e.start}function Ke(e){return(e??[]).map(([t,n])=>({start:t,end:n}))}function re(e,t){let n=e.sides[t];return n.length?{start:n[0].start,end:n[n.length-1].end}:
null}function Ne(e){return e==="fr"?"en":"fr"}function or(e,t,n,r){return`${e}/${t}:${n}:${r}`}function Qt(e,t,n,r){return`${e}/${t}:${n}:${r.start}-${r.end}`}function D(e){
return String(e.fields[Wt[e.layer]]??e.layer)}function zt(e,t,n){let r=e.get(t);r?r.push(n):e.set(t,[n])}function Oe(e){return e?Array.isArray(e)?e:e.rows.map(t=>Object.
fromEntries(e.columns.map((n,r)=>[n,t[r]??null]))):[]}function l(e,t,...n){let r=document.createElement(e);return ar(r,t),pt(r,n),r}var Ri="http://www.w3.org/2000/svg";function H(e,t,...n){let r=document.createElementNS(
Ri,e);return ar(r,t),pt(r,n),r}function ar(e,t){for(let[n,r]of Object.entries(t??{}))typeof r=="function"?e.addEventListener(n.slice(2),r):r===!0?e.setAttribute(
n,""):r!==!1&&r!==null&&r!==void 0&&e.setAttribute(n,String(r))}function pt(e,t){for(let n of t)Array.isArray(n)?pt(e,n):n instanceof Node?e.append(n):n!=null&&
n!==!1&&e.append(String(n))}function O(e,...t){e.replaceChildren(),pt(e,t)}async function lr(e){try{await navigator.clipboard.writeText(e)}catch{let t=l("textar\
ea",{"aria-hidden":"true"});t.value=e,document.body.append(t),t.select(),document.execCommand("copy"),t.remove()}}function cr(e,t,n){let r=URL.createObjectURL(new Blob(
[n],{type:`${t};charset=utf-8`})),s=l("a",{href:r,download:e});document.body.append(s),s.click(),s.remove(),setTimeout(()=>URL.revokeObjectURL(r),1e3)}function Kt(e){let[t="",n=""]=e.replace(/^#\/?/u,"").split("?",2),r=t.split("/").filter(Boolean).map(Ii),i=/^\d+\.\d+\.\d+/u.test(r[0]??"")?r.shift():null,o={};
for(let[a,c]of new URLSearchParams(n))c&&(o[a]=c);return{version:i,view:r.shift()??"read",parts:r,query:o}}function Ii(e){try{return decodeURIComponent(e)}catch{
return e}}function Mi(e){return encodeURIComponent(e).replaceAll("%3A",":")}function S(e,t,n=[],r={}){let s=Object.entries(r).filter(a=>!!a[1]),i=new URLSearchParams(
s).toString();return`#/${[e.about.version,t,...n].map(Mi).join("/")}${i?`?${i}`:""}`}function pe(e,t){let n=`${t.layer}:${t.id}:${t.lang}`;return S(e,"read",[t.
article,t.bead??"-",n])}function mt(e){return location.href.split("#")[0]+e}function ht(e,t){let n=[],r=(a,c)=>{if(!c)return;let u="key"in c?{to:c,span:c}:{to:c};n.push({from:t,lang:t.lang,layer:t.layer,name:a,...u})},s=a=>e.span(t.article,
"mentions",t.fields[a],t.lang),i=a=>e.span(t.article,"attributions",t.fields[a],t.lang),o=a=>Bi(t.fields[a]);switch(t.layer){case"stances":r("holder",s("holder")),
r("target",s("target")??o("target_span")),r("condition",o("condition")),r("attribution",i("attribution"));break;case"attributions":r("source",s("source"));for(let a of Ke(
t.fields.content))r("content",a);r("parent",i("parent"));break;case"amounts":r("modifier",o("modifier"));for(let a of["payer","payee","about"])r(a,Oi(e,t,a));break;case"\
mentions":r("parent",s("parent"));break;default:}return n}function Bi(e){if(Array.isArray(e))return{start:Number(e[0]),end:Number(e[1])}}function Oi(e,t,n){let r=t.
fields[n];return typeof r!="string"?void 0:e.articles.get(t.article)?.beads.find(i=>i.id===t.bead)?.spans[t.lang].filter(i=>i.layer==="mentions"&&i.fields.entity===
r).sort((i,o)=>Math.abs(i.start-t.start)-Math.abs(o.start-t.start))[0]}function fr(e,t,n){return M.flatMap(r=>t.spans[r]).filter(r=>n.has(r.layer)).flatMap(r=>ht(
e,r))}function ur(e,t){let n=new Map,r=(i,o)=>{i&&!n.has(i.key)&&n.set(i.key,o)};r(t,"on");let s=e.counterpart(t);r(s,"pair");for(let i of[t,...s?[s]:[]])for(let o of ht(
e,i))r(o.span,"related");for(let i of Zt(e,t))r(i,"coref");for(let i of Jt(e,t))r(i,"claim");return n}function Zt(e,t){return t.layer!=="mentions"||!t.fields.entity?
[]:(e.mentionsOf.get(String(t.fields.entity))??[]).filter(n=>n.article===t.article&&n.id!==t.id)}function Jt(e,t){return t.layer!=="amounts"||!t.fields.fact?[]:
(e.claimsOf.get(String(t.fields.fact))??[]).filter(n=>n.article!==t.article||n.id!==t.id)}var Ni={read:["Read","Lire"],find:["Concordance","Concordance"],facts:["Facts","Faits"],entities:["Entities","Entités"],matrix:["Stances","Positions"],disagreements:[
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
nombres sont ceux de toutes."],all:["all","toutes"]},ke="en";function Ee(){return ke}function Xt(e){ke=e}function h(e,...t){let n=Ni[e][ke==="fr"?1:0];return t.
reduce((r,s,i)=>r.replace(`{${i}}`,s),n)}var ki={type:"type",subtype:"sous-type",form:"forme",reading:"lecture",relation:"relation",omitted:"omission",kind:"gen\
re de montant",unit:"unité",comparator:"comparateur",role:"rôle",payer:"payeur",payee:"bénéficiaire",about:"à propos de",quotation:"citation",use:"emploi",
alternative:"autre lecture",rendering:"rendu en anglais",attitude:"attitude",polarity:"polarité",intensity:"intensité",negated:"niée",factuality:"factualité",
holder_entity:"tenant",target_entity:"cible",category:"catégorie",severity:"gravité",recoverable:"récupérable",article:"article",genre:"genre",story:"affair\
e",split:"partie",origin:"origine",value:"valeur",value_max:"valeur maximale",offsets:"positions",intended:"forme voulue",currency:"monnaie",bead:"alignement",modality:"\
modalité",head:"tête",note:"remarque",aspect:"aspect"};function se(e){return ke==="fr"?ki[e]??e:e}function q(e){return new Intl.NumberFormat(ke,{maximumFractionDigits:6}).
format(e)}var Pi=[[1e12,"trillion","billions"],[1e9,"billion","milliards"],[1e6,"million","millions"]];function Ze(e,t){if(e==null)return"–";let n=Number(e),r=Pi.
find(([i])=>Math.abs(n)>=i),s=r?`${q(n/r[0])} ${ke==="fr"?r[2]:r[1]}`:q(n);return t?`${s} ${String(t)}`:s}var Ci={eq:"=",approx:"≈",gt:">",ge:"≥",lt:"<",le:"\
≤",between:"",several:"n ×"};function X(e){let{value:t,value_max:n,unit:r,comparator:s}=e,i=Ci[String(s)]??"";return t==null?`${i} ${r??""}`.trim()||h("noVal\
ue"):n!=null?`${Ze(t,null)} – ${Ze(n,r)}`:`${i==="="?"":i} ${Ze(t,r)}`.trim()}var gt=class{constructor(t,n,r=null){this.model=t;this.library=r;this.live=n}model;library;layers=new Set(k);arcs=!0;allArcs=!1;force=!1;pieces=new Map;selected=null;bead=null;onSelect=()=>{};live;get lang(){
return Ee()}say(t){O(this.live,t)}select(t,n){if(this.selected=t,this.bead=n,this.light(t),this.onSelect(t,n,!0),t){history.replaceState(null,"",pe(this.model,t));
let r=this.model.counterpart(t),s=[this.model.surface(t)??t.id,t.layer,D(t)];r&&s.push(`${h("counterpart")}: ${this.model.surface(r)??r.id}`),this.say(s.join(",\
 "))}}hover(t){this.light(t??this.selected),this.onSelect(t??this.selected,this.bead,!1)}light(t){for(let n of this.pieces.values())for(let r of n)r.classList.remove(
"on","pair","coref","claim","related");if(t)for(let[n,r]of ur(this.model,t))for(let s of this.pieces.get(n)??[])s.classList.add(r)}copyButton(t,n){let r=l("butt\
on",{type:"button",class:"quiet",onclick:async()=>{await lr(n()),this.say(h("copied")),r.classList.add("done"),setTimeout(()=>r.classList.remove("done"),1200)}},
t);return r}linkButton(t){return this.copyButton(h("link"),()=>mt(t))}};function dr(e,t){let{model:n}=e,r=n.data.changes.find(u=>u.version===t.query.since)??n.data.changes[0];if(!r)return l("div",{class:"page"},l("h1",null,h("change\
s")),l("p",null,h("noChanges")));let s=t.query.table??"",i=[...new Set(r.rows.map(u=>u.table))],o=r.rows.filter(u=>!s||u.table===s),a=u=>l("a",{href:S(n,"change\
s",[],{since:r.version,table:u}),"aria-current":u===s?"true":null},`${u||h("all")} (${r.rows.filter(d=>!u||d.table===u).length})`),c=l("tbody",null,o.slice(0,500).
map(u=>Ui(e,u)));return l("div",{class:"page wide"},l("h1",null,`${h("changes")}: ${r.version} → ${n.about.version}`),n.data.changes.length>1&&l("nav",{class:"\
tabs since","aria-label":h("versions")},n.data.changes.map(u=>l("a",{href:S(n,"changes",[],{since:u.version}),"aria-current":u===r?"true":null},`${u.version} →`))),
l("p",null,`${r.count} ${h("rowsChanged")}`),l("nav",{class:"tabs","aria-label":h("layer")},["",...i].map(a)),l("div",{class:"scroll",tabindex:0,role:"region","\
aria-label":h("changes")},l("table",null,c)))}function Ui(e,t){let{model:n}=e,r=[t.key.article,t.key.id,t.key.lang].filter(c=>c!=null).join(":"),s=k.find(c=>c===
t.table),i=s&&n.span(String(t.key.article),s,t.key.id,t.key.lang),o=Object.keys({...t.old,...t.new}).map(c=>l("li",null,`${c}: `,l("del",null,JSON.stringify(t.old?.[c]??
null))," → ",l("ins",null,JSON.stringify(t.new?.[c]??null)))),a=i?S(n,"read",[i.article,i.bead??"-",`${i.layer}:${i.id}:${i.lang}`]):t.table==="facts"?S(n,"fa\
ct",[r]):t.table==="kb"?S(n,"entity",[r]):null;return l("tr",null,l("td",null,t.kind),l("td",null,t.table),l("td",null,a&&t.kind!=="removed"?l("a",{href:a},r):r),
l("td",null,l("ul",{class:"cells"},o),t.table in Di?null:Fi(e,t,i||void 0)))}var Di={facts:!0,kb:!0,articles:!0};function Fi(e,t,n){let{model:r}=e,s=String(t.table===
"beads"?t.key.id:n?.bead),i=t.kind==="removed"?void 0:r.articles.get(String(t.key.article))?.beads.find(a=>a.id===s);return M.filter(a=>!t.key.lang||t.key.lang===
a).flatMap(a=>{let c=t.before.find(m=>m.lang===a),u=i?r.side(i,a):null,d=i&&re(i,a)?.start,f=n&&d!==void 0?[n.start-d,n.end-d]:null,p=(m,g,y)=>l("p",{class:m,"d\
ata-lang":a},l("small",null,`${h(m)} `),Hi(g,y,a,t.table));return[c&&p("wasSo",c.text,c.span),u!==null&&p("isSo",u,f)].filter(m=>m instanceof HTMLElement)})}function Hi(e,t,n,r){
if(!t)return l("span",{lang:n,dir:"auto"},e);let s=Array.from(e),[i,o]=t;return l("span",{lang:n,dir:"auto"},s.slice(0,i).join(""),l("mark",{class:r},s.slice(i,
o).join("")),s.slice(o).join(""))}var ji=new Set(["fact","entity","holder","target","source","attribution","parent","target_span","content","modifier","condition"]);function me(e,...t){return l(
"section",null,l("h3",null,e),...t)}function W(e,t,n){let r=e.model.surface(t);return l("a",{href:pe(e.model,t),class:`ref ${t.layer}`},n&&l("span",{class:"role"},
`${n} `),r===null?l("bdi",null,`${t.start}–${t.end}`):l("q",{lang:t.lang,dir:"auto"},he(r)),l("small",null,` ${D(t)} ${t.lang}`))}function he(e,t=160){let n=Array.
from(e);return n.length>t?`${n.slice(0,t).join("")}…`:e}function pr(e,t){let{model:n}=e,r=n.counterpart(t),s=Object.entries(t.fields).filter(([u,d])=>!ji.has(
u)&&qi(d)),i=ht(n,t),o=Zt(n,t),a=Jt(n,t),c=n.surface(t);return l("div",{class:"details"},l("h2",null,l("i",{class:`swatch ${t.layer}`,"aria-hidden":"true"}),` ${D(
t)} `,l("small",null,`${t.layer} · ${t.id} · ${t.lang}`)),l("p",{class:"surface",lang:t.lang,dir:"auto"},c===null?`${t.start}–${t.end}`:he(c,400)),me(h("cou\
nterpart"),r?l("p",null,W(e,r)):l("p",null,h("noCounterpart"),t.fields.omitted?`: ${t.fields.omitted}`:"")),me(h("attributes"),Vi(e,t,s)),t.layer==="amounts"&&l(
"p",{class:"value"},X(t.fields)),t.layer==="mentions"&&typeof t.fields.entity=="string"&&l("p",null,`${h("entityPage")}: `,l("a",{href:S(n,"entity",[t.fields.entity])},
n.name(t.fields.entity,e.lang))),typeof t.fields.fact=="string"&&l("p",null,`${h("factPage")}: `,l("a",{href:S(n,"fact",[t.fields.fact])},String(n.facts.get(t.fields.
fact)?.fields.label??t.fields.fact))),i.length>0&&me(h("relations"),l("ul",null,i.map(u=>l("li",null,u.span?W(e,u.span,u.name):[l("span",{class:"role"},`${u.name}\
 `),l("q",{lang:u.lang,dir:"auto"},he(n.surface({...u.to,article:t.article,lang:u.lang})??`${u.to.start}–${u.to.end}`))])))),t.fields.holder==="AUTHOR"&&l("p",
null,`${h("holder")}: ${h("author")}`),a.length>0&&me(h("claims"),l("ul",null,a.slice(0,20).map(u=>l("li",null,W(e,u),` ${u.article}`)))),o.length>0&&me(`${h("c\
oreferents")} (${o.length})`,l("ul",null,o.slice(0,20).map(u=>l("li",null,W(e,u))))),Yi(e,t),me(h("provenance"),Gi(e,t)),Pe(e,pe(n,t),`${t.article} ${t.bead??""}\
 ${t.layer}:${t.id}:${t.lang} [${t.start}, ${t.end})`))}function qi(e){return e!==null&&e!==!1&&!(Array.isArray(e)&&!e.length)}function Vi(e,t,n){let r=e.model.
data.meanings[t.layer]??{},s=new Set(["payer","payee","about"]);return l("dl",null,[["offsets",`${t.start}–${t.end}`],...n].map(([i,o])=>[l("dt",{title:r[i]??
""},se(i)),l("dd",null,s.has(i)?l("a",{href:S(e.model,"entity",[String(o)])},e.model.name(o,e.lang)):l("bdi",null,Array.isArray(o)?o.join(", "):String(o)))]))}function mr(e,t){
return e.model.rulingsAt.get(Qt(t.article,t.layer,t.lang,t))??[]}function Yi(e,t){let n=mr(e,t).map(o=>o.rule).filter(o=>o!==null),r=[...new Set([...e.model.data.
examples[t.key]??[],...n])].flatMap(o=>o.split(/[,\s]+/u)).filter(o=>e.model.rules[o]),s=Object.entries(e.model.rules).filter(([o,a])=>a.layer===t.layer&&!r.includes(
o));if(!r.length&&!s.length)return!1;let i=(o,a)=>l("details",{open:a},l("summary",null,`${o} ${e.model.rules[o].title}`),l("p",null,e.model.rules[o].text));return me(
h("rules"),r.map(o=>i(o,!0)),s.length>0&&l("details",null,l("summary",null,`${t.layer} (${s.length})`),s.map(([o])=>i(o,!1))))}function Gi(e,t){let n=mr(e,t),r=new Map(
e.model.data.passes.map(u=>[String(u.id),String(u.annotator)])),s=e.model.articles.get(t.article),{passes:i,readings:o}=e.model.data,a=u=>i.filter((d,f)=>u&1<<f).
map(d=>`${d.id} (${h(`by_${d.annotator}`)}, ${d.made})`).join(", "),c=(o.articles[t.layer]?.[t.article]??0)&~t.passes;return l("ul",{class:"provenance"},t.passes>
0&&l("li",null,`${h("inPasses")}: ${a(t.passes)}`),c>0&&l("li",null,`${h("notInPasses")}: ${a(c)}`),n.map(u=>l("li",null,`${u.passes.map(d=>`${d} (${r.has(d)?h(
`by_${r.get(d)}`):"?"})`).join(" / ")}: `,u.only?`${h("onlyIn")} ${u.passes[u.only==="first"?0:1]}`:`${h("differs")} ${u.differs.join(", ")}`,` → ${h("kept")}\
: ${u.kept??"–"}`,u.rule?` (${u.rule})`:"",u.reason?` ${u.reason}`:"")),!n.length&&l("li",null,h(r.size?"noRuling":"noRulings")),l("li",null,`${e.model.about.
name} ${e.model.about.version}; fr ${s?.fields.origin??"?"}, en ${s?.fields.translation??"?"}`))}function Pe(e,t,n){let{about:r}=e.model,s=[`${r.name} ${r.version}${r.
digest?` (${r.digest})`:""}`,n,mt(t),"",e.lang==="fr"?"Ce qui est faux, et ce qu’il faudrait :":"What is wrong, and what it should be:",""].join(`
`),i=l("textarea",{rows:7,"aria-label":h("report")});return i.value=s,l("div",{class:"actions"},e.linkButton(t),l("details",{class:"report"},l("summary",null,h(
"report")),l("p",null,h("reportText")),i,e.copyButton(h("copy"),()=>i.value)))}function hr(e,t){let n=`${t.article.id}:${t.id}`;return l("div",{class:"details"},
l("h2",null,`${h("sentence")} ${t.id} `,l("small",null,`${t.type} · ${t.region??""} · ${t.method} · ${t.verified?h("verified"):h("unverified")}${t.confidence===
null?"":` · ${t.confidence}`}`)),l("button",{type:"button",class:"quiet","aria-pressed":String(e.allArcs),onclick:()=>{e.allArcs=!e.allArcs,e.allArcs&&(e.arcs=
!0),e.select(null,t)}},h("allArcs")),M.map(r=>me(h(r==="fr"?"french":"english"),l("p",null,`${h("force")}: `,en(e,t,r)),l("ul",null,t.spans[r].map(s=>l("li",null,
W(e,s,s.layer)))),!t.spans[r].length&&l("p",null,h("noAnnotation")))),Pe(e,S(e.model,"read",[t.article.id,t.id]),n))}function en(e,t,n){let{model:r}=e,s=t.spans[n].
filter(o=>["attributions","conditionals"].includes(o.layer)),i=o=>r.surface(o)??`${o.start}–${o.end}`;return l("span",{class:"forces"},s.length===0&&l("span",
{class:"mark"},h("asserts")),s.map(o=>{if(o.layer==="attributions")return l("span",{class:"mark attributions"},`${tn(e,o)}: `,l("q",{lang:n,dir:"auto"},i(o)));let a=[
D(o),o.fields.rendering].filter(Boolean).join(" → ");return l("span",{class:"mark conditionals"},`${a}: `,l("q",{lang:n,dir:"auto"},i(o)))}))}function tn(e,t){
return t.fields.source==="ANON"?h("anonymous"):he(e.model.sourceName(t,e.lang),60)}var Ce={mentions:["type","subtype","form","reading","relation","omitted"],amounts:["kind","unit","comparator","role","payer","payee","about","relation","omitted"],
attributions:["quotation","relation","omitted"],conditionals:["use","alternative","rendering","relation","omitted"],stances:["attitude","polarity","intensity","\
negated","factuality","holder_entity","target_entity","relation","omitted"],flaws:["category","severity","recoverable"]},ge=["article","genre","story","split","\
origin"];function oe(e,t,n){if(n==="holder_entity")return[e.holder(t)];if(n==="target_entity"){let r=e.targets(t);return r.length?r:[null]}return[t.fields[n]??null]}
function rn(e){let t=[];for(let n of e.matchAll(/(-?)(?:"([^"]*)"|(\S+))/gu)){let r=n[2]??n[3]??"",s=n[2]===void 0&&r.endsWith("*"),i=Be(r).match(/[\p{L}\p{N}]+/gu);
i&&t.push({words:i.join(" "),prefix:s,negative:n[1]==="-"})}return t}function wr(e){return`(?:^|[^\\p{L}\\p{N}])${e.words.replaceAll(" ","[^\\p{L}\\p{N}]+")}${e.
prefix?"":"(?:[^\\p{L}\\p{N}]|$)"}`}function gr(e){return rn(e).map(t=>{let n=t.words.replaceAll(" ","[^\\p{L}\\p{N}]+"),r=t.prefix?"":"(?![\\p{L}\\p{N}])",s=`(\
?<![\\p{L}\\p{N}])${n}${r}`,i=t.words.split(" "),{negative:o}=t;return{words:i,once:new RegExp(s,"u"),pattern:new RegExp(s,"gu"),negative:o}})}var yr=new WeakMap,
nn=0;function xr(){nn+=1}function yt(e,t){let n=yr.get(t);if(n&&n.version===nn)return n.sides;let r=i=>{let o=e.side(t,i);return o===null?null:Be(o)},s={fr:r("f\
r"),en:r("en")};return yr.set(t,{version:nn,sides:s}),s}function sn(e,t=0){(r=>"requestIdleCallback"in window?requestIdleCallback(r):setTimeout(r,50))(()=>{for(let r of e.
beads.slice(t,t+100))yt(e,r);t+100<e.beads.length&&sn(e,t+100)})}function br(e,t){return t.length?e===null?!1:t.every(({words:n,once:r,negative:s})=>s!==(n.every(
i=>e.includes(i))&&r.test(e))):!0}function zi(e,t,n){if(e===null||t===null||!n.length)return[];let r=sr(e);return n.filter(s=>!s.negative).flatMap(({pattern:s})=>[
...t.matchAll(s)].map(i=>({start:r[i.index],end:r[i.index+i[0].length-1]+1})))}function Wi(e,t,n,r){let s,i=o=>zi(e.side(t,o),yt(e,t)[o],r[o]);return{model:e,bead:t,
spans:n,get marks(){return s??={fr:i("fr"),en:i("en")},s},after(o){let a=r[o].find(u=>!u.negative),c=a?yt(e,t)[o]:null;return c===null?null:c.slice(Math.max(0,c.
search(a.once)))}}}function ie(e){let t=/^\s*([+-]?[\d\s.,']+(?:e[+-]?\d+)?)\s*([\p{L}%]*)\.?\s*$/iu.exec(e??"");if(!t)return null;let n=t[1].replace(/[\s']/gu,
""),r=/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(n)?n.replaceAll(",",""):n.replace(",","."),s=Qi[Be(t[2])],i=Number(r)*(s??Number.NaN);return Number.isFinite(i)?i:
null}var Qi={"":1,"%":1,thousand:1e3,k:1e3,mille:1e3,m:1e6,million:1e6,millions:1e6,bn:1e9,b:1e9,billion:1e9,billions:1e9,md:1e9,milliard:1e9,milliards:1e9,trillion:1e12,
trillions:1e12,billiard:1e15};function Ki(e,t,n,r){if(n.side&&n.side!==t.lang)return!1;for(let o of r){let a=oe(e,t,o),c=n[o].split("|"),u=d=>c.includes(d===null?
"-":String(d));if(!a.some(u))return!1}let s=ie(n.min),i=ie(n.max);if(t.layer==="amounts"&&(s!==null||i!==null)){if(t.fields.value===null||t.fields.value===void 0)
return!1;let o=Number(t.fields.value);if(Number(t.fields.value_max??t.fields.value)<(s??-1/0)||o>(i??1/0))return!1}return!0}function ae(e,t){let n={fr:gr(t.fr??
""),en:gr(t.en??"")},r=k.find(a=>a===t.layer),s=r?Ce[r].filter(a=>t[a]):[],i=ge.filter(a=>t[a]),o=[];for(let a of e.beads){if(t.type_bead&&a.type!==t.type_bead||
!i.every(u=>Zi(a,u,t[u])))continue;let c=[];if(t.entity){let u=[...a.spans.fr,...a.spans.en].filter(d=>d.layer==="mentions"&&d.fields.entity===t.entity);if(!u.length)
continue;c=u}if(r){let u=M.flatMap(d=>a.spans[d]).filter(d=>d.layer===r&&Ki(e,d,t,s));if(!u.length)continue;c=u}if(n.fr.length||n.en.length){let u=yt(e,a);if(!br(
u.fr,n.fr)||!br(u.en,n.en))continue}o.push(Wi(e,a,c,n))}return o}function Zi(e,t,n){let{fields:r}=e.article;return String(r[t==="article"?"id":t])===n}var vr=["\
order","fr","en","label","value","date"];function _r(e,t,n){let r=i=>{let o=i.spans[0];switch(n){case"fr":case"en":{let a=i.after(n);if(a!==null)return a.replace(
/^[^\p{L}\p{N}]+/u,"");let c=e.side(i.bead,n)??"",u=i.spans.find(p=>p.lang===n),d=i.bead.sides[n][0]?.start??0,f=u?u.start-d:0;return Be(Array.from(c).slice(f).
join("")).replace(/^[^\p{L}\p{N}]+/u,"")}case"label":return o?Object.values(o.fields).map(String).join(" "):"";case"value":return Number(o?.fields.value??Number.
POSITIVE_INFINITY);case"date":return i.bead.article.date;default:return 0}};if(n==="order"||!n)return t;let s=t.map((i,o)=>({hit:i,index:o,key:r(i)}));return s.
sort((i,o)=>i.key<o.key?-1:i.key>o.key?1:i.index-o.index),s.map(i=>i.hit)}function Ue(e,t,n){let r=new Map;for(let s of t){let i=ge.includes(n)?[s.bead.article.
fields[n==="article"?"id":n]??null]:s.spans.flatMap(o=>oe(e,o,n));for(let o of new Set(i.map(a=>a===null?"-":String(a))))r.set(o,(r.get(o)??0)+1)}return[...r].sort(
(s,i)=>i[1]-s[1]||(s[0]<i[0]?-1:1))}function Ar(e){let{model:t}=e,r=[...t.entities.values()].map(i=>({one:i,count:De(t.mentionsOf.get(i.id)??[]).length})).sort((i,o)=>o.count-i.count).map(({one:i,
count:o})=>l("li",{"data-words":`${i.id} ${i.names.fr} ${i.names.en}`.toLowerCase()},l("a",{href:S(t,"entity",[i.id])},l("bdi",null,i.names[e.lang])),` ${i.type}\
 · ${o}`)),s=l("input",{type:"search",placeholder:h("filter"),"aria-label":h("filter"),oninput:()=>{for(let i of r)i.hidden=!i.dataset.words?.includes(s.value.
toLowerCase())}});return l("div",{class:"page"},l("h1",null,h("entities")),s,l("ul",{class:"list columns"},r))}function De(e){let t=new Map;for(let n of e){let r=`${n.
article}/${n.layer}:${n.id}`;(!t.has(r)||n.lang==="fr")&&t.set(r,n)}return[...t.values()]}function bt(e,t){return[...e.model.spans.values()].filter(n=>n.layer===
t)}function Er(e,t){let{model:n}=e,r=n.entities.get(t.parts[0]??"");if(!r)return l("p",{class:"notice",role:"alert"},`${h("missing")} ${t.parts[0]}`);let s=n.mentionsOf.
get(r.id)??[],i=new Map;for(let p of s){let m=n.surface(p);if(m===null)continue;let g=`${m} (${p.lang})`;i.set(g,(i.get(g)??0)+1)}let o=bt(e,"stances"),a=De(bt(
e,"amounts")),c=(p,m,g)=>m.length>0&&l("section",null,l("h2",null,`${p} (${m.length})`),l("ul",null,m.slice(0,200).map(y=>l("li",null,g(y))))),u=p=>m=>{let g=oe(
n,m,`${p}_entity`).filter(y=>y!==null);return[l("span",{class:`polarity ${m.fields.polarity}`},Ji(m.fields.polarity)),` ${D(m)} `,g.map(y=>[$r(e,y)," "]),W(e,m),
` ${m.article}:${m.bead}`]},d=p=>[l("strong",null,X(p.fields))," ",W(e,p),` ${p.fields.role} · ${p.article}:${p.bead}`],f=p=>a.filter(m=>m.fields[p]===r.id);return l(
"div",{class:"page entity"},l("p",null,l("a",{href:S(n,"entities")},h("entities"))),l("h1",null,l("bdi",null,r.names[e.lang])," ",l("small",null,`${r.type} · ${r.
id}${r.fields.qid?` · ${r.fields.qid}`:""}`)),l("p",null,M.map(p=>l("span",null,`${p} `,l("bdi",{lang:p},r.names[p])," "))),l("p",null,l("a",{href:S(n,"find",[],
{entity:r.id})},`${h("find")} →`)),l("section",null,l("h2",null,`${h("names")} (${s.length})`),l("p",{class:"tags"},[...i].sort((p,m)=>m[1]-p[1]).slice(0,40).
map(([p,m])=>l("span",{class:"tag mentions"},l("bdi",null,he(p)),m>1&&` × ${m}`)))),c(h("held"),De(o.filter(p=>n.holder(p)===r.id)),u("target")),c(h("received"),
De(o.filter(p=>n.targets(p).includes(r.id))),u("holder")),c(h("paid"),f("payer"),d),c(h("got"),f("payee"),d),c(h("concerned"),f("about"),d),c(h("mentions"),De(s),
p=>[W(e,p),` ${p.article}:${p.bead}`]),Pe(e,S(n,"entity",[r.id]),`entity ${r.id}`))}function $r(e,t){return t==="AUTHOR"?l("em",null,h("author")):l("a",{href:S(
e.model,"entity",[String(t)])},l("bdi",null,e.model.name(t,e.lang)))}function Ji(e){return e==="positive"?"+":e==="negative"?"−":"·"}var Xi=14;function Sr(e,t){
let{model:n}=e,r=t.query.attitude??"",s=t.query.all?1/0:Xi,i=De(bt(e,"stances")).filter(g=>!r||D(g)===r),o=new Map,a={holder:new Map,target:new Map};for(let g of i){
let y=n.holder(g)??"-";a.holder.set(y,(a.holder.get(y)??0)+1);for(let w of oe(n,g,"target_entity").map(b=>String(b??"-"))){let b=`${y}
${w}`;o.set(b,[...o.get(b)??[],g]),a.target.set(w,(a.target.get(w)??0)+1)}}let c=g=>[...a[g]].sort((y,w)=>+(y[0]==="-")-+(w[0]==="-")||w[1]-y[1]).map(([y])=>y),
u=c("holder").slice(0,s),d=c("target").slice(0,s),f=g=>g==="-"?l("em",null,h("other")):$r(e,g),p=[...new Set(bt(e,"stances").map(D))].sort(),m=g=>l("a",{href:S(
n,"matrix",[],{attitude:g,all:t.query.all}),"aria-current":g===r?"true":null},g||h("all"));return l("div",{class:"page wide"},l("h1",null,h("matrix")),l("p",null,
h("matrixHelp")),l("nav",{class:"tabs","aria-label":h("attitude")},["",...p].map(m)),l("p",null,`${u.length} / ${a.holder.size} × ${d.length} / ${a.target.size}\
 ${h("shown")} `,s!==1/0&&l("a",{href:S(n,"matrix",[],{attitude:r,all:"1"})},h("all"))),l("div",{class:"scroll",tabindex:0,role:"region","aria-label":h("matrix")},
l("table",{class:"matrix"},l("thead",null,l("tr",null,l("td",null,`${h("holder")} ↓ ${h("target")} →`),d.map(g=>l("th",{scope:"col"},l("span",null,f(g)))))),
l("tbody",null,u.map(g=>l("tr",null,l("th",{scope:"row"},f(g)),d.map(y=>{let w=o.get(`${g}
${y}`);return l("td",null,w&&eo(e,w,{layer:"stances",attitude:r,holder_entity:g,target_entity:y}))})))))))}function eo(e,t,n){let r=d=>t.filter(f=>f.fields.polarity===
d).length,[s,i,o]=[r("positive"),r("negative"),r("neutral")],a=[s&&`+${s}`,i&&`−${i}`,o&&`·${o}`].filter(Boolean).join(" "),c=s>i?"positive":i>s?"negative":"\
even",u=Math.min(3,Math.ceil(Math.abs(s-i)/2));return l("a",{href:S(e.model,"find",[],n),class:`cell ${c} s${u}`,title:t.map(D).join(", ")},a)}function to(e,t){let{model:n}=e;return t.members.flatMap(({article:s,id:i},o)=>{let a=n.span(s,"amounts",i,"fr"),c=n.span(s,"amounts",i,"en"),u=a??c;if(!u)return[];
let d=n.articles.get(s)?.date??"",f=["gt","lt"].includes(String(u.fields.comparator));return[{member:o,span:u,pair:a?c:void 0,date:d,strict:f,...no(e,u)}]}).sort(
(s,i)=>s.date<i.date?-1:s.date>i.date?1:s.member-i.member)}function no(e,t){let{value:n,value_max:r,comparator:s}=t.fields;if(n==null)return{low:Number.NaN,high:Number.
NaN};let i=Number(n),o=e.model.data.approximation;switch(s){case"approx":return{low:i*(1-o),high:i*(1+o)};case"gt":case"ge":return{low:i,high:1/0};case"lt":case"\
le":return{low:-1/0,high:i};case"between":return{low:i,high:Number(r??n)};default:return{low:i,high:i}}}var on=["contradict","compatible","agree","single"];function Rr(e,t){
let n=t.query.verdict??"",r=[...e.model.facts.values()].filter(o=>o.members.length>0),s=r.filter(o=>!n||o.verdict===n).sort((o,a)=>on.indexOf(o.verdict)-on.indexOf(
a.verdict)||a.members.length-o.members.length),i=o=>l("a",{href:S(e.model,"facts",[],{verdict:o}),"aria-current":n===o?"true":null},`${o||h("all")} (${r.filter(
a=>!o||a.verdict===o).length})`);return l("div",{class:"page"},l("h1",null,h("facts")),l("nav",{class:"tabs","aria-label":h("verdict")},["",...on].map(i)),l("ul",
{class:"list"},s.map(o=>l("li",null,l("a",{href:S(e.model,"fact",[o.id])},String(o.fields.label))," ",l("span",{class:`verdict ${o.verdict}`},o.verdict),` ${o.members.
length} ${h("claimsN")}`))))}function Ir(e,t){let{model:n}=e,r=n.facts.get(t.parts[0]??"");if(!r)return l("p",{class:"notice",role:"alert"},`${h("missing")} ${t.
parts[0]}`);let s=to(e,r),i=n.data.clashes[r.id]??[],o=c=>s.flatMap((u,d)=>i.some(([f,p])=>f===c.member&&p===u.member||p===c.member&&f===u.member)?[d+1]:[]),a=[
"payer","payee","about"].flatMap(c=>r.fields[c]?[l("li",null,`${c}: `,l("a",{href:S(n,"entity",[String(r.fields[c])])},n.name(r.fields[c],e.lang)))]:[]);return l(
"div",{class:"page fact"},l("p",null,l("a",{href:S(n,"facts")},h("facts"))),l("h1",null,String(r.fields.label)),l("p",null,`${h("verdict")}: `,l("span",{class:`\
verdict ${r.verdict}`},r.verdict),` · ${s.length} ${h("claimsN")} · ${r.fields.role} · ${r.fields.kind} ${r.fields.unit??""}`),l("ul",{class:"inline"},a),so(
s,r.fields.unit,s.map(c=>o(c).length>0)),l("div",{class:"scroll",tabindex:0,role:"region","aria-label":h("claimsN")},l("table",{class:"claims"},l("thead",null,l(
"tr",null,["#",h("date"),h("claim"),h("source"),h("sentence"),h("contradicts")].map(c=>l("th",{scope:"col"},c)))),l("tbody",null,s.map((c,u)=>l("tr",{"data-memb\
er":`${c.span.article}:${c.span.id}`},l("th",{scope:"row"},u+1),l("td",null,c.date||"–"),l("td",{class:"value"},X(c.span.fields)),l("td",null,ro(e,c.span)),l(
"td",null,W(e,c.span),c.pair&&[l("br"),W(e,c.pair)],l("br"),l("a",{href:S(n,"read",[c.span.article,c.span.bead??"-"])},`${c.span.article}:${c.span.bead}`)),l("t\
d",null,o(c).map(d=>l("span",{class:"clash"},`⚡${d} `)))))))),Pe(e,S(n,"fact",[r.id]),`fact ${r.id}`))}function ro(e,t){let n=e.model.sources(t);return n.length?
n.map((r,s)=>l("span",null,s?" ← ":"",tn(e,r)," ",l("q",{lang:r.lang},e.model.surface(r)??""))):[h("asserted")]}var an=640,wt=34,Lr=22;function so(e,t,n){let r=e.
flatMap(b=>[b.low,b.high]).filter(Number.isFinite);if(!r.length)return!1;let s=Math.min(...r),i=Math.max(...r),o=s>0&&i/s>50,a=b=>o?Math.log10(b):b,c=a(i)-a(s)||
Math.abs(a(i))||1,u=a(s)-c*.12,d=a(i)+c*.12,f=b=>wt+(a(b)-u)/(d-u)*(an-wt-16),p=e.length*Lr+40,m=e.map((b,x)=>{let _=16+x*Lr,E=n[x]?"claim-line clash":"claim-li\
ne",v=H("text",{x:4,y:_+4,class:"tick"},`${x+1}`);if(Number.isNaN(b.low))return[v,H("text",{x:wt,y:_+4,class:"tick"},h("noValue"))];let A=Number.isFinite(b.low)?
f(b.low):wt,$=Number.isFinite(b.high)?f(b.high):an-8,I=A===$?[H("circle",{cx:A,cy:_,r:5,class:E})]:[H("line",{x1:A,x2:$,y1:_,y2:_,class:E}),Tr(b.low,A,_,-1,E,b.
strict),Tr(b.high,$,_,1,E,b.strict)];return[v,...I,H("title",null,X(b.span.fields))]}),g=[...new Set(e.map(b=>Number(b.span.fields.value)).filter(b=>Number.isFinite(
b)&&b!==0))].sort((b,x)=>b-x),y=-1/0,w=g.flatMap(b=>f(b)-y<96?[]:(y=f(b),[H("line",{x1:f(b),x2:f(b),y1:6,y2:p-22,class:"grid"}),H("text",{x:f(b),y:p-8,class:"ti\
ck middle"},Ze(b,t==="USD"||t==="EUR"?t:null))]));return l("figure",{class:"numbers"},l("figcaption",null,h("numberLine")),H("svg",{viewBox:`0 0 ${an} ${p}`,role:"\
img","aria-label":`${h("numberLine")}: ${e.map((b,x)=>`${x+1} ${X(b.span.fields)}`).join("; ")}`},w,m))}function Tr(e,t,n,r,s,i){return i&&Number.isFinite(e)?H(
"circle",{cx:t,cy:n,r:4.5,class:`${s} strict`}):Number.isFinite(e)?H("line",{x1:t,x2:t,y1:n-6,y2:n+6,class:s}):H("path",{d:`M${t-7*r},${n-5} L${t},${n} L${t-7*r}\
,${n+5}`,class:`${s} open`})}var xt=["id","article","bead","type","fr","en","spans","labels","values"];function Br(e,t){return t.map(({bead:n,spans:r})=>({id:`${n.article.id}:${n.id}`,article:n.
article.id,bead:n.id,type:n.type,fr:e.side(n,"fr")??"",en:e.side(n,"en")??"",spans:r.map(s=>`${s.layer}:${s.id}:${s.lang}`).join(" "),labels:r.map(D).join(" "),
values:r.map(s=>String(s.fields.value??"")).filter(Boolean).join(" ")}))}function Or(e){let t=n=>{let r=/^[=+@\t\r-]/u.test(n)?`'${n}`:n;return/[",\r\n]/u.test(
r)?`"${r.replaceAll('"','""')}"`:r};return[xt,...e.map(n=>xt.map(r=>n[r]))].map(n=>n.map(t).join(",")).join(`\r
`)+`\r
`}function cn(e){let t=n=>n.replace(/[\t\r\n]+/gu," ");return[xt,...e.map(n=>xt.map(r=>n[r]))].map(n=>n.map(t).join("	")).join(`
`)+`
`}function Nr(e){return`${JSON.stringify(e,null,1)}
`}function ln(e){return e.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu,"�").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">",
"&gt;").replaceAll('"',"&quot;")}function kr(e,t){let n=r=>`<tu tuid="${ln(r.id)}">${M.filter(s=>r[s]).map(s=>`<tuv xml:lang="${s}"><seg>${ln(r[s])}</seg></tuv>`).
join("")}</tu>`;return`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="visavis" creationtoolversion="${ln(e.visavis)}" segtype="sentence" o-tmf="visavis" adminlang="en" srclang="fr" datatype\
="plaintext"/><body>
${t.filter(r=>r.fr||r.en).map(n).join(`
`)}
</body></tmx>
`}var fn=e=>`${e.title}`;function Pr(e){return[`@misc{${e.name}-${e.version},`,`  title = {{${fn(e)}}},`,...e.authors.length?[`  author = {${e.authors.map(t=>`{${t}\
}`).join(" and ")}},`]:[],...e.date?[`  year = {${e.date.slice(0,4)}},`]:[],`  version = {${e.version}},`,...e.url?[`  url = {${e.url}},`]:[],"}"].join(`
`)}function Cr(e){return["TY  - DATA",`TI  - ${fn(e)}`,...e.authors.map(t=>`AU  - ${t}`),...e.date?[`PY  - ${e.date.slice(0,4)}`,`DA  - ${e.date.replaceAll("-",
"/")}`]:[],`ET  - ${e.version}`,...e.url?[`UR  - ${e.url}`]:[],"ER  - "].join(`
`)}function Ur(e){let t=e.date?.split("-").map(Number);return JSON.stringify([{id:`${e.name}-${e.version}`,type:"dataset",title:fn(e),author:e.authors.map(n=>({
literal:n})),...t?{issued:{"date-parts":[t]}}:{},version:e.version,...e.url?{URL:e.url}:{}}],null,1)}var ye=e=>JSON.stringify(e);function Je(e,t){let n=e.kind===
"release"?`, version=${ye(e.version)}`:"";return`visavis.load(SOURCE, ${ye(t)}${n}, backend="polars")`}function Mr(e,t){let n=`pl.col("${e}").str.normalize("NFD\
").str.replace_all(r"\\p{M}", "").str.to_lowercase().str.replace_all("’", "'")`;return rn(t).map(r=>`${r.negative?"~":""}${n}.str.contains(r"${wr(r)}")`)}var io=[
'holders = mentions.select("article", "lang", holder="id", holder_entity="entity")','spans = spans.join(holders, on=["article", "lang", "holder"], how="left")',
'author = pl.when(pl.col("holder") == "AUTHOR").then(pl.lit("AUTHOR"))','spans = spans.with_columns(holder_entity=author.otherwise("holder_entity"))'],oo=['name\
d = mentions.select("article", "lang", m="id", first="start", last="end", target_entity="entity")','named = spans.join(named.drop_nulls("target_entity"), on=["a\
rticle", "lang"])','words = pl.col("target_span").struct','inside = (words.field("start") <= pl.col("first")) & (pl.col("last") <= words.field("end"))','named =\
 named.filter((pl.col("target") == pl.col("m")) | inside)','named = named.select("article", "lang", "id", "target_entity")','spans = spans.join(named, on=["arti\
cle", "lang", "id"], how="left")'];function vt(e,t){let{about:n}=e,r=k.find(a=>a===t.layer),s=["import polars as pl","import visavis","",`SOURCE = ${ye(n.kind===
"corpus"?".":`${n.name}-${n.version}`)}  # the folder, or owner/name on the Hub`,`rows = ${Je(n,"sentences")}`],i=[...ge.filter(a=>t[a]&&a!=="origin").map(a=>`p\
l.col("${a}").cast(pl.String) == ${ye(t[a])}`),...t.type_bead?[`pl.col("type") == ${ye(t.type_bead)}`]:[],...Mr("fr",t.fr??""),...Mr("en",t.en??"")];for(let a of i)
s.push(`rows = rows.filter(${a})`);t.origin&&s.push(`articles = ${Je(n,"articles")}.filter(pl.col("origin") == ${ye(t.origin)})`,'rows = rows.join(articles, lef\
t_on="article", right_on="id", how="semi")');let o=a=>`rows = rows.join(${a}.select(id=pl.format("{}:{}", "article", "bead")), on="id", how="semi")`;if(t.entity&&
s.push(`named = ${Je(n,"mentions")}.filter(pl.col("entity") == ${ye(t.entity)})`,o("named")),r){s.push(`spans = ${Je(n,r)}`),r==="stances"&&(t.holder_entity||t.
target_entity)&&s.push(`mentions = ${Je(n,"mentions")}`),r==="stances"&&t.holder_entity&&s.push(...io),r==="stances"&&t.target_entity&&s.push(...oo);for(let c of Ce[r].
filter(u=>t[u])){let u=t[c].split("|"),d=u.filter(m=>m!=="-"),f=`pl.col("${c}").cast(pl.String)`,p=[...d.length?[`${f}.is_in(${JSON.stringify(d)})`]:[],...u.includes(
"-")?[`pl.col("${c}").is_null()`]:[]];s.push(`spans = spans.filter(${p.join(" | ")})`)}t.side&&s.push(`spans = spans.filter(pl.col("lang").cast(pl.String) == ${ye(
t.side)})`),r==="amounts"&&ie(t.min)!==null&&s.push(`spans = spans.filter(pl.coalesce(pl.col("value_max").cast(pl.Float64), pl.col("value").cast(pl.Float64)) >=\
 ${ie(t.min)})`),r==="amounts"&&ie(t.max)!==null&&s.push(`spans = spans.filter(pl.col("value").cast(pl.Float64) <= ${ie(t.max)})`),s.push(o("spans"))}return s.push(
"print(rows)"),s.join(`
`)}var Dr=100,ao=20,lo=[["presetHedge",{layer:"conditionals",use:"reportative",rendering:"none|past|present|infinitive"}],["presetSums",{layer:"amounts",kind:"mone\
y",unit:"USD",min:"13 billion",max:"14 billion"}],["presetBounds",{layer:"amounts",kind:"money",comparator:"le|lt",sort:"value"}],["presetDesire",{layer:"stance\
s",attitude:"desire",holder_entity:"openai",target_entity:"microsoft"}],["presetAccuse",{layer:"stances",attitude:"accusation"}],["presetOmitted",{layer:"mentio\
ns",relation:"-",omitted:"pronominalised|condensed|implicit"}]];function Hr(e,t,n){if(e.library)return e.library.index.choices[t]?.[n]??[];let r=new Map;for(let s of e.
model.spans.values())if(s.layer===t)for(let i of oe(e.model,s,n))i!==null&&r.set(String(i),(r.get(String(i))??0)+1);return[...r].sort((s,i)=>i[1]-s[1]).map(([s])=>s)}
function co(e){let t=lo.flatMap(([n,r])=>{let s=n==="presetOmitted"?{layer:"mentions",omitted:Hr(e,"mentions","omitted").join("|")}:r;return Object.values(s).every(
Boolean)?[l("li",null,l("a",{href:S(e.model,"find",[],s)},h(n)))]:[]});return l("nav",{class:"presets","aria-label":h("presets")},l("span",null,`${h("presets")}\
: `),l("ul",null,t))}function jr(e,t){let{query:n}=t,r=Object.keys(n).some(i=>!["sort","count","view"].includes(i)),s=l("div",{class:"results"});return r&&e.library?
po(e,e.library,n,s):r&&qr(e,n,s),l("div",{class:"find"},l("h1",null,h("find")),fo(e,n),co(e),s)}function At(e,t){location.hash=S(e.model,"find",[],t)}function fo(e,t){
let n=(d,f,p)=>l("label",null,l("span",null,f),l("input",{name:d,type:"search",value:t[d]??"",title:p,autocomplete:"off",spellcheck:"false"})),r=(d,f,p,m)=>{let g=t[d]??
"",y=g&&!p.includes(g)?[g,...p]:p,w=l("select",{name:d},l("option",{value:""},h("any")),y.map(b=>l("option",{value:b,selected:b===g},m?m(b):b==="-"?h("none"):b)));
return l("label",null,l("span",null,f),w)},s=[...e.model.entities.values()].sort((d,f)=>d.names[e.lang]<f.names[e.lang]?-1:1).map(d=>d.id),i=d=>d==="-"?h("none"):
e.model.name(d,e.lang),o=k.find(d=>d===t.layer),a=o?Ce[o].map(d=>{if(e.library&&!(d in(e.library.index.choices[o]??{})))return n(d,se(d),"");let f=["payer","pay\
ee","about","holder_entity","target_entity"].includes(d);return r(d,se(d),[...Hr(e,o,d),"-"],f?i:void 0)}):[],c=r("layer",h("layer"),[...k]),u=l("form",{class:"\
ask",onsubmit:d=>{d.preventDefault(),At(e,Fr(u))}},l("div",{class:"row"},n("fr",h("frenchWords"),h("wordsHelp")),n("en",h("englishWords"),h("wordsHelp"))),l("p",
{class:"help"},h("wordsHelp")),l("div",{class:"row"},c,a,o&&r("side",h("side"),[...M]),o==="amounts"&&[n("min",h("from"),h("valueHelp")),n("max",h("to"),h("valu\
eHelp"))],r("entity",h("entity"),s,i)),l("details",{open:ge.some(d=>t[d])||!!t.type_bead},l("summary",null,h("more")),l("div",{class:"row"},ge.map(d=>e.library&&
d==="article"?n(d,se(d),""):r(d,se(d),uo(e,d))),r("type_bead","bead",e.library?.index.choices.beads?.type??[...new Set(e.model.beads.map(d=>d.type))].sort()))),
l("div",{class:"row buttons"},l("button",{type:"submit",class:"primary"},h("ask")),l("button",{type:"button",onclick:()=>At(e,{})},h("reset"))));return c.querySelector(
"select")?.addEventListener("change",()=>{let d=Fr(u),f=["fr","en","layer","entity",...ge];At(e,Object.fromEntries(Object.entries(d).filter(([p])=>f.includes(p))))}),
u}function uo(e,t){if(e.library)return e.library.index.choices.articles?.[t]??[];let n=[...e.model.articles.values()].map(r=>r.fields[t==="article"?"id":t]);return[
...new Set(n.filter(r=>r!==null).map(String))].sort()}function Fr(e){let t={};for(let[n,r]of new FormData(e))r&&(t[n]=String(r));return t}async function po(e,t,n,r){
let s=!1,{ids:i}=t.index,o=l("progress",{max:i.length,value:0,"aria-label":h("progress")}),a=l("p",{role:"status",class:"total"}),c=l("button",{type:"button",class:"\
stop",onclick:()=>{s=!0,c.disabled=!0}},h("stop")),u=l("div");O(r,l("div",{class:"row progress"},o,c),a,u);let d=0,f=p=>(o.value=p.read,O(a,l("strong",null,q(p.
ids.length)),` ${h("results")} · ${h("lookedThrough",q(p.read),q(i.length))}`),!d&&p.hits.length&&(d=p.hits.length,O(u,l("ol",{class:"hits"},p.hits.slice(0,ao).
map(m=>Vr(e,m))))),r.isConnected&&!s);try{let p=await t.search(n,f);if(!r.isConnected)return;qr(e,n,r,p),p.done||r.prepend(l("p",{class:"notice",role:"status"},
h("stopped",q(p.read),q(i.length))))}catch(p){O(r,l("p",{class:"notice",role:"alert"},h("notLoaded",String(p))))}}function qr(e,t,n,r){let s=_r(e.model,r?.hits??
ae(e.model,t),t.sort??"order"),i=r?.ids.length??s.length,o=k.find(v=>v===t.layer),a=v=>A=>At(e,{...t,[v]:A.target.value}),c=(v,A,$,I)=>l("label",null,l("span",null,
A),l("select",{onchange:a(v),"data-name":v},$.map(R=>l("option",{value:R,selected:R===(t[v]??$[0])},I(R))))),u=t.view==="kwic",d=u?l("tbody"):l("ol",{class:"hit\
s"}),f=u?l("table",{class:"kwic"},l("caption",null,l("span",{class:"unseen"},h("find"))),l("colgroup",null,["name","side","match","side"].map(v=>l("col",{class:v}))),
d):d,p=l("button",{type:"button"},h("nextRows")),m=0,g=()=>{d.append(...s.slice(m,m+Dr).map(v=>u?ho(e,v,t):Vr(e,v))),m=Math.min(s.length,m+Dr),p.hidden=m>=s.length};
p.addEventListener("click",g),g();let y=t.count??"",{about:w}=e.model,b=(v,A,$)=>l("button",{type:"button",class:"quiet","data-format":v,onclick:()=>cr(`${w.name}\
-${w.version}.${v}`,A,$())},v.toUpperCase()),x=()=>Br(e.model,s),_=vt(e.model,t),E=o==="amounts"?["min","max"].filter(v=>t[v]&&ie(t[v])===null):[];O(n,E.length>
0&&l("p",{class:"notice",role:"alert"},`${h("notNumber")} ${E.map(v=>t[v]).join(", ")}`),l("div",{class:"row summary"},l("p",{role:"status",class:"total"},l("st\
rong",null,i),` ${h("results")}`),c("sort",h("sort"),[...vr],v=>h(`sort_${v}`)),c("count",h("count"),["","article","genre","story",...o?Ce[o]:[]],v=>v?se(v):h("\
none")),c("view",h("layout"),["pairs","kwic"],v=>h(`layout_${v}`)),l("div",{class:"saves"},b("csv","text/csv",()=>Or(x())),b("tsv","text/tab-separated-values",()=>cn(
x())),b("json","application/json",()=>Nr(x())),b("tmx","application/x-tmx+xml",()=>kr(w,x())),e.copyButton(`${h("copy")} TSV`,()=>cn(x())),e.linkButton(S(e.model,
"find",[],t)))),i>s.length&&l("p",{class:"help"},h("firstHits",q(s.length))),y&&mo(e,t,r?.counts??Ue(e.model,s,y),y),f,p,l("details",{class:"snippet"},l("summar\
y",null,h("snippet")),l("pre",{tabindex:0},l("code",null,_)),e.copyButton(h("copy"),()=>_)))}function mo(e,t,n,r){let s=n[0]?.[1]??1;return l("table",{class:"co\
unts"},l("caption",null,`${h("count")} ${se(r)}`),l("tbody",null,n.slice(0,40).map(([i,o])=>{let a=l("i",{class:"bar","aria-hidden":"true"});return a.style.width=
`${100*o/s}%`,l("tr",null,l("th",{scope:"row"},l("a",{href:S(e.model,"find",[],{...t,[r]:i,count:""})},i==="-"?h("none"):i)),l("td",null,o),l("td",{class:"bars"},
a))})))}var _t=80;function ho(e,t,n){let{bead:r,model:s}=t,i=(n.fr?"fr":n.en?"en":t.spans[0]?.lang)??"fr",o=t.spans.find(m=>m.lang===i),a=re(r,i),c=s.side(r,i),
u=Array.from(c??""),d=t.marks[i].toSorted((m,g)=>m.start-g.start)[0]??(o&&a?{start:o.start-a.start,end:o.end-a.start}:{start:0,end:0}),f=(m,g)=>u.slice(Math.max(
0,m),g).join(""),p=(m,g)=>l("td",{class:m,lang:i,dir:"auto"},l("div",null,l("span",null,g)));return l("tr",{"data-id":`${r.article.id}:${r.id}`},l("th",{scope:"\
row"},l("a",{href:o?pe(e.model,o):S(e.model,"read",[r.article.id,r.id])},`${r.article.id}:${r.id}`)),c===null?l("td",{class:"text-off",colspan:3,lang:e.lang},a?
h("textOff"):h(i==="fr"?"noFrench":"noEnglish")):[p("left",`${d.start>_t?"…":""}${f(d.start-_t,d.start)}`),l("td",{class:"key",lang:i,dir:"auto"},l("mark",{class:t.
marks[i].length?"word":o?.layer??"word"},f(d.start,d.end))),p("right",`${f(d.end,d.end+_t)}${u.length>d.end+_t?"…":""}`)])}function Vr(e,t){let{bead:n,spans:r}=t;
return l("li",{"data-id":`${n.article.id}:${n.id}`},l("div",{class:"where"},l("a",{href:r[0]?pe(e.model,r[0]):S(e.model,"read",[n.article.id,n.id])},`${n.article.
id}:${n.id}`),go(r)),M.map(s=>un(e,n,s,t)))}function go(e){let t=new Set;return e.flatMap(n=>{let r=n.layer==="amounts"?X(n.fields):n.layer==="conditionals"?[D(
n),n.fields.rendering].filter(Boolean).join(" → "):D(n);return t.has(r)?[]:(t.add(r),[l("span",{class:`tag ${n.layer}`},r)])})}function un(e,t,n,r){let s=re(t,
n),i=r.model??e.model,o=i.side(t,n);if(!s)return l("p",{class:"gap",lang:e.lang},h(n==="fr"?"noFrench":"noEnglish"));if(o===null)return l("p",{class:"closed tex\
t-off",lang:e.lang},`${h("textOff")} (${n} ${s.start}–${s.end})`);let a=Array.from(o),c=[...r.marks[n].map(f=>({...f,name:"word"})),...r.spans.filter(f=>f.lang===
n).map(f=>({start:f.start-s.start,end:f.end-s.start,name:f.layer})),...r.spans.map(f=>i.counterpart(f)).filter(f=>f!==void 0&&f.lang===n&&!r.spans.includes(f)).
map(f=>({start:f.start-s.start,end:f.end-s.start,name:"pair"}))].sort((f,p)=>f.start-p.start||p.end-f.end),u=[],d=0;for(let f of c)f.start<d||(u.push(a.slice(d,
f.start).join(""),l("mark",{class:f.name},a.slice(f.start,f.end).join(""))),d=f.end);return u.push(a.slice(d).join("")),l("p",{lang:n,dir:"auto"},u)}function Gr(e,t,n,r){let s=fr(e.model,t,e.layers).filter(c=>!r||yo(c,r)),i=n.getBoundingClientRect(),o=[],a=s.flatMap(c=>vo(n,c,i,o));return a.length?H("svg",{class:"\
arcs","aria-hidden":"true",width:i.width,height:i.height},a):null}function yo(e,t){let n=r=>"key"in r&&bo(r,t);return n(e.from)||e.span!==void 0&&n(e.span)}function bo(e,t){
return e.key===t.key||e.layer===t.layer&&e.id===t.id&&e.lang===Ne(t.lang)}var wo=[.5,.65,.35,.8,.2];function xo(e,t,n,r){let[s,i,o,a]=e,c=n.length*6+8,u=wo.map(
p=>{let[m,g,y,w]=[(1-p)**3,3*p*(1-p)**2,3*p**2*(1-p),p**3];return{x:(m+g)*s+(y+w)*o,y:m*i+(g+y)*t+w*a-2,width:c}}),d=p=>r.some(m=>Math.abs(p.x-m.x)<(p.width+m.width)/
2&&Math.abs(p.y-m.y)<11),f=u.find(p=>!d(p))??u[0];return r.push(f),f}function vo(e,t,n,r){let s=Yr(e,t.lang,t.from),i=Yr(e,t.lang,t.to);if(!s||!i)return[];let o=s.
left+s.width/2-n.left,a=i.left+i.width/2-n.left,c=s.top-n.top+2,u=i.top-n.top+2,d=Math.min(26,8+Math.abs(a-o)/12),f=Math.min(c,u)-d,p=`M${o},${c} C${o},${f} ${a}\
,${f} ${a},${u}`,m=xo([o,c,a,u],f,t.name,r);return[H("path",{d:p,class:`arc ${t.layer}`}),H("path",{d:`M${a-3},${u-5} L${a},${u} L${a+3},${u-5}`,class:`arc ${t.
layer}`}),H("text",{x:m.x,y:m.y,class:"arc-name"},t.name)]}function Yr(e,t,n){let r=e.querySelector(`.text[data-lang=${t}]`);if(!r)return null;let s=n.start-Number(
r.dataset.start),i=document.createTreeWalker(r,NodeFilter.SHOW_TEXT),o=0;for(let a=i.nextNode();a;a=i.nextNode()){let c=Array.from(a.data).length;if(s>=o&&s<o+c){
let u=document.createRange();return u.setStart(a,Gt(a.data,s-o)),u.setEnd(a,Gt(a.data,Math.min(c,s-o+n.end-n.start))),u.getClientRects()[0]??null}o+=c}return null}function dn(e){let t=[],n=[...e].sort((r,s)=>r.end-r.start-(s.end-s.start)||r.start-s.start);for(let r of n){let s=new Set(t.filter(([o])=>o.start<r.end&&r.start<
o.end).map(([,o])=>o)),i=0;for(;s.has(i);)i+=1;t.push([r,i])}return new Map(t)}function zr(e,t,n){let r=n.filter(o=>o.start<t&&e<o.end&&o.start<o.end),s=new Set(
[e,t]);for(let o of r)s.add(Math.max(e,o.start)),s.add(Math.min(t,o.end));let i=[...s].sort((o,a)=>o-a);return i.slice(0,-1).map((o,a)=>{let c=i[a+1];return{start:o,
end:c,spans:r.filter(u=>u.start<=o&&c<=u.end)}})}var _o=e=>e/2**32|0,Ao=e=>e>>>0;function Wr(e,t,n,r){let s=_o(n),i=Ao(n);e.setUint32(t,r?i:s,r),e.setUint32(t+4,r?s:i,r)}function Qr(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}var pn=e=>e?
`"${e}" `:"";function Eo(e,t=""){if(typeof e!="number")throw new TypeError(pn(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(
pn(t)+"expected integer >= 0, got "+e);return e}function Et(e,t,n=""){if(Qr(e)&&(t===void 0||e.length===t))return e;t!==void 0&&Eo(t,"length");let r=Qr(e),s=t!==void 0?` of length ${t}`:"",i=r?`length=${e.length}`:
`type=${typeof e}`,o=pn(n)+"expected Uint8Array"+s+", got "+i;throw r?new RangeError(o):new TypeError(o)}var $o=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},Kr=(e,t)=>{
$o(e,t);let n=Object.getPrototypeOf(e);if(n!==Object.prototype&&n!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(
`"${t}.__proto__" is not allowed`)};function mn(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was alre\
ady called")}function Zr(e,t){Et(e,void 0,"output");let n=t.outputLen;if(!(e.length>=n))throw new RangeError('"output" expected length >= '+n)}function hn(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function $t(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Z(e,t){return e<<32-t|
e>>>t}var So=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",Lo=Array.from({length:256},(e,t)=>t.toString(16).padStart(2,"0"));function Jr(e){
if(Et(e),So)return e.toHex();let t="";for(let n=0;n<e.length;n++)t+=Lo[e[n]];return t}function To(e,t,n="opts"){return Kr(e,"defaults"),t!==void 0&&Kr(t,n),Object.assign(Object.create(null),e,t)}function Xr(e,t={}){if(typeof e!="function")throw new TypeError(
'"hashCons" expected function, got type='+typeof e);t=To({},t,"info");let n=(s,i)=>e(i).update(s).digest(),r=e(void 0);return n.outputLen=r.outputLen,n.blockLen=
r.blockLen,n.canXOF=r.canXOF,n.create=s=>e(s),Object.assign(n,t),Object.freeze(n)}var es=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])});function ts(e,t,n){return e&t^~e&n}function ns(e,t,n){return e&t^e&n^t&n}var St=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,n,r,s){
this.blockLen=t,this.outputLen=n,this.padOffset=r,this.isLE=s,this.buffer=new Uint8Array(t),this.view=$t(this.buffer)}update(t){mn(this),Et(t);let{view:n,buffer:r,
blockLen:s}=this,i=t.length,o=!1;for(let a=0;a<i;){let c=Math.min(s-this.pos,i-a);if(c===s){let u=$t(t);for(;s<=i-a;a+=s)this.process(u,a);o=!0;continue}r.set(a===
0&&c===i?t:t.subarray(a,a+c),this.pos),this.pos+=c,a+=c,this.pos===s&&(this.process(n,0),this.pos=0,o=!0)}return this.length+=t.length,o&&this.roundClean(),this}digestInto(t){
mn(this),Zr(t,this),this.finished=!0;let{buffer:n,view:r,blockLen:s,isLE:i}=this,{pos:o}=this;n[o++]=128,n.fill(0,o),this.padOffset>s-o&&(this.process(r,0),n.fill(
0)),Wr(r,s-8,this.length*8,i),this.process(r,0),this.roundClean();let a=t===n?r:$t(t),c=this.outputLen,u=c/4,d=this.get();if(c%4||u>d.length)throw new Error("in\
valid outputLen");for(let f=0;f<u;f++)a.setUint32(4*f,d[f],i)}digest(){let{buffer:t,outputLen:n}=this;this.digestInto(t);let r=t.slice(0,n);return this.destroy(),
r}_cloneIntoMeta(t){let{buffer:n,length:r,finished:s,destroyed:i,pos:o}=this;return t.destroyed=i,t.finished=s,t.length=r,t.pos=o,o&&t.buffer.set(n),t}clone(){return this.
_cloneInto()}},rs=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var Ro=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,
2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,
3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,
3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,
2361852424,2428436474,2756734187,3204031479,3329325298]),be=new Uint32Array(64),gn=class extends St{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,n){super(64,t,
8,!1),this.A=n[0]|0,this.B=n[1]|0,this.C=n[2]|0,this.D=n[3]|0,this.E=n[4]|0,this.F=n[5]|0,this.G=n[6]|0,this.H=n[7]|0}get(){let{A:t,B:n,C:r,D:s,E:i,F:o,G:a,H:c}=this;
return[t,n,r,s,i,o,a,c]}set(t,n,r,s,i,o,a,c){this.A=t|0,this.B=n|0,this.C=r|0,this.D=s|0,this.E=i|0,this.F=o|0,this.G=a|0,this.H=c|0}_cloneInto(t){return(t||=new this.
constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,n){for(let f=0;f<16;f++,n+=4)be[f]=t.getUint32(n,!1);for(let f=16;f<64;f++){let p=be[f-15],m=be[f-
2],g=Z(p,7)^Z(p,18)^p>>>3,y=Z(m,17)^Z(m,19)^m>>>10;be[f]=y+be[f-7]+g+be[f-16]|0}let{A:r,B:s,C:i,D:o,E:a,F:c,G:u,H:d}=this;for(let f=0;f<64;f++){let p=Z(a,6)^Z(a,
11)^Z(a,25),m=d+p+ts(a,c,u)+Ro[f]+be[f]|0,y=(Z(r,2)^Z(r,13)^Z(r,22))+ns(r,s,i)|0;d=u,u=c,c=a,a=o+m|0,o=i,i=s,s=r,r=m+y|0}r=r+this.A|0,s=s+this.B|0,i=i+this.C|0,
o=o+this.D|0,a=a+this.E|0,c=c+this.F|0,u=u+this.G|0,d=d+this.H|0,this.set(r,s,i,o,a,c,u,d)}roundClean(){hn(be)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,
0,0),hn(this.buffer)}},yn=class extends gn{constructor(){super(32,rs)}};var ss=Xr(()=>new yn,es(1));var is=()=>{};function os(e){is=e}function as(e,t){let n=l("input",{type:"file",multiple:!0,id:"own-text",onchange:()=>{ls(e,[...n.files??[]])}}),r=M.filter(s=>t.
sha256[s]&&!t.texts[s]).map(s=>l("code",null,`${s} ${t.sha256[s]}`));return l("div",{class:"drop"},l("p",null,h("notHere")),l("p",null,h("drop")),l("p",null,l("\
label",{for:"own-text"},`${h("choose")} `),n),l("p",{class:"hashes"},r))}async function ls(e,t){let n=[];for(let r of t){let s=new Uint8Array(await r.arrayBuffer()),
i=Jr(ss(s)),o=[...e.model.articles.values()].flatMap(a=>M.filter(c=>a.sha256[c]===i).map(c=>({article:a,lang:c})));if(!o.length){n.push(`${r.name} ${h("refused")}\
 ${i}`);continue}try{let a=new Me(new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}).decode(s));for(let{article:c,lang:u}of o)c.texts[u]=a,n.push(`${r.name}: ${c.
id} ${u} ${h("accepted")}`)}catch{n.push(`${r.name} ${h("decoded")}`)}}xr(),is(n)}function cs(e){addEventListener("dragover",t=>{t.dataTransfer?.types.includes(
"Files")&&(t.preventDefault(),document.body.classList.add("dragging"))}),addEventListener("dragleave",()=>document.body.classList.remove("dragging")),addEventListener(
"drop",t=>{t.preventDefault(),document.body.classList.remove("dragging"),ls(e,[...t.dataTransfer?.files??[]])})}var bn=5;function wn(e,t){let{model:n}=e,r=t.parts[0],s=r?n.articles.get(r):n.articles.values().next().value;e.pieces.clear();let i=f=>l("p",{class:"notice",role:"\
alert"},`${h("missing")} ${f}`);if(!s)return l("div",{class:"reading"},Lt(e,null),i(r??"–"));let o=s.beads.find(f=>f.id===t.parts[1]),a=t.parts[2]?n.spans.get(
`${s.id}/${t.parts[2]}`):void 0,c=s.beads.map(f=>us(e,f)),u=[...t.parts[1]&&t.parts[1]!=="-"&&!o?[t.parts[1]]:[],...t.parts[2]&&!a?[t.parts[2]]:[]],d=l("div",{class:"\
reading"},Lt(e,s),l("article",{class:"text-pair","data-article":s.id},u.map(i),Mo(e,s),Bo(e,f=>O(f,...s.beads.map(p=>us(e,p)))),M.some(f=>s.sha256[f]&&!s.texts[f])&&
as(e,s),l("div",{class:"beads"},c),Oo(e,s)));return queueMicrotask(()=>{a?e.select(a,o??null):o?e.select(null,o):e.select(null,null);let f=o??s.beads.find(p=>p.
id===a?.bead);if(f){let p=document.getElementById(`bead-${f.id}`);p?.scrollIntoView({block:"center"}),p?.focus({preventScroll:!0})}}),d}var fs=200;function Io(e,t,n){
let{ids:r,titles:s}=t.index,i=r.map((f,p)=>`${f} ${s[p]??""}`.toLowerCase()),o=l("ul"),a=l("p",{class:"help",role:"status"}),c=f=>{let p=[...r.keys()].filter(g=>i[g].
includes(f)),m=n&&!f?Math.max(0,r.indexOf(n.id)-20):0;O(o,p.slice(m,m+fs).map(g=>l("li",null,l("a",{href:S(e.model,"read",[r[g]]),"aria-current":r[g]===n?.id?"p\
age":null},l("bdi",null,s[g]??r[g]),s[g]?l("small",null,r[g]):null)))),O(a,h("listed",q(Math.min(fs,p.length-m)),q(p.length)))},u=l("input",{type:"search",placeholder:h(
"filter"),"aria-label":h("filter"),oninput:()=>c(u.value.toLowerCase())});c("");let d=matchMedia("(min-width: 85rem)").matches;return l("nav",{class:"articles",
"aria-label":h("articles")},l("details",{open:d},l("summary",null,`${h("articles")} (${q(r.length)})`),u,a,o))}function Lt(e,t){if(e.library)return Io(e,e.library,
t);let n=[...e.model.articles.values()].map(o=>{let a=o.title??o.id,c=M.some(u=>o.sha256[u]&&!o.texts[u]);return l("li",{"data-words":`${o.id} ${a}`.toLowerCase()},
l("a",{href:S(e.model,"read",[o.id]),"aria-current":o===t?"page":null},l("bdi",null,a),l("small",null,o.id,c&&" · ∅")))}),r=l("ul",null,n),s=l("input",{type:"\
search",placeholder:h("filter"),"aria-label":h("filter"),oninput:()=>{for(let o of n)o.hidden=!o.dataset.words?.includes(s.value.toLowerCase())}}),i=matchMedia(
"(min-width: 85rem)").matches;return l("nav",{class:"articles","aria-label":h("articles")},l("details",{open:i},l("summary",null,`${h("articles")} (${n.length})`),
s,r))}function Mo(e,t){let{fields:n}=t,r=[t.date,n.genre,n.story,n.publisher,`fr ${n.rights_fr??"–"}`,`en ${n.rights_en??"–"}`,n.translation&&`en: ${n.translation}`].
filter(Boolean);return l("header",null,l("h1",null,l("bdi",null,t.title??t.id)),l("p",{class:"meta"},r.join(" · ")),l("p",null,e.linkButton(S(e.model,"read",[t.
id]))))}function Bo(e,t){let n=()=>{let s=document.querySelector(".beads");e.pieces.clear(),s&&t(s),e.select(e.selected,e.bead)},r=(s,i,o,a="")=>{let c=l("input",
{type:"checkbox",onchange:()=>{o(c.checked),n()}});return c.checked=i,l("label",{class:"switch"},c,a&&l("i",{class:`swatch ${a}`,"aria-hidden":"true"}),s)};return l(
"fieldset",{class:"controls"},l("legend",null,h("layers")),k.map(s=>r(s,e.layers.has(s),i=>{i?e.layers.add(s):e.layers.delete(s)},s)),r(h("arcs"),e.arcs,s=>{e.arcs=
s}),r(h("force"),e.force,s=>{e.force=s}))}function Oo(e,t){let n=e.library?.index.ids??[...e.model.articles.keys()],r=n.indexOf(t.id),s=(i,o)=>{let a=n[i],c=a&&
(e.library?.index.titles[i]??e.model.articles.get(a)?.title??a);return a&&l("a",{href:S(e.model,"read",[a])},`${h(o)}: `,l("bdi",null,c))};return l("nav",{class:"\
neighbours","aria-label":h("next")},s(r-1,"previous"),s(r+1,"next"))}function us(e,t){let n=t.spans.fr.length+t.spans.en.length;return l("div",{class:`bead ${t.
region??""}`,id:`bead-${t.id}`,role:"group",tabindex:0,"aria-label":`${h("sentence")} ${t.id}`,"data-bead":t.id},l("div",{class:"gutter"},l("a",{href:S(e.model,
"read",[t.article.id,t.id]),class:"number"},t.id),t.type!=="1-1"&&l("span",{class:"type",title:t.type},t.type),l("button",{type:"button",class:"count","aria-lab\
el":`${h("annotationsOf")} ${t.id}: ${n}`,onclick:()=>e.select(null,t)},n)),M.map(s=>No(e,t,s)),e.force&&M.map(s=>l("div",{class:`force ${s}`,lang:e.lang},en(e,
t,s))))}function No(e,t,n){let r=re(t,n);if(!r)return l("div",{class:`side gap ${n}`,lang:e.lang},l("span",null,h(n==="fr"?"noFrench":"noEnglish")));let s=t.spans[n].
filter(g=>e.layers.has(g.layer)),i=t.article.texts[n];if(!i)return l("div",{class:`side closed ${n}`},Do(e,t,n,s));let o=r.start+Array.from(e.model.side(t,n)??"").
length,a=dn(s),c=g=>Math.max(0,...[...g.values()].map(y=>y+1)),u=dn(t.spans[Ne(n)].filter(g=>e.layers.has(g.layer))),d=c(a),f=Math.max(2,d,c(u)),p=zr(r.start,o,
s).map(g=>{let y=l("span",{class:g.spans.length?"piece":null},i.slice(g.start,g.end));g.spans.length&&ko(y,g,a,d);for(let w of g.spans){let b=e.pieces.get(w.key);
b?b.push(y):e.pieces.set(w.key,[y])}return g.spans.length&&Uo(e,y,t,g.spans),y}),m=l("p",{class:"text",lang:n,dir:"auto","data-start":r.start,"data-lang":n},p);
return m.style.lineHeight=`calc(1.28em + ${f*bn}px)`,l("div",{class:`side ${n}`},m)}function ko(e,t,n,r){let s=t.spans.map(i=>({image:Co[i.layer],size:`${i.end===
t.end?"calc(100% - 2px)":"100%"} 3px`,position:`0 calc(100% - ${(r-1-n.get(i))*bn}px)`}));e.style.backgroundImage=s.map(i=>i.image).join(", "),e.style.backgroundSize=
s.map(i=>i.size).join(", "),e.style.backgroundPosition=s.map(i=>i.position).join(", "),e.style.paddingBottom=`${r*bn}px`}var Po=e=>`linear-gradient(var(--${e}),\
 var(--${e}))`,Xe=(e,t,n)=>`repeating-linear-gradient(90deg, var(--${e}) 0 ${t}px, transparent ${t}px ${t+n}px)`,Co={mentions:Po("mentions"),amounts:Xe("amounts",
8,2),attributions:Xe("attributions",3,2),conditionals:Xe("conditionals",1,2),stances:Xe("stances",12,4),flaws:Xe("flaws",2,5)};function Uo(e,t,n,r){let s=r.reduce(
(i,o)=>o.end-o.start<i.end-i.start?o:i);t.title=r.map(i=>`${i.layer}: ${D(i)}`).join(`
`),t.addEventListener("pointerenter",i=>{i.pointerType==="mouse"&&e.hover(s)}),t.addEventListener("pointerleave",i=>{i.pointerType==="mouse"&&e.hover(null)}),t.
addEventListener("click",()=>{if(!getSelection()?.isCollapsed)return;let i=e.selected?r.indexOf(e.selected):-1;e.select(i<0?s:r[(i+1)%r.length],n)})}function Do(e,t,n,r){
let s=re(t,n);return l("p",{class:"chips"},l("span",{class:"place"},`${n} ${s.start}–${s.end} `),r.map(i=>{let o=l("button",{type:"button",class:`chip ${i.layer}`,
onclick:()=>e.select(i,t)},`${D(i)} ${i.start}–${i.end}`);return e.pieces.set(i.key,[o]),o}))}function Fo(e,t){return M.flatMap(n=>t.spans[n].filter(r=>e.layers.
has(r.layer)).sort((r,s)=>r.start-s.start||s.end-r.end))}function ds(e,t){let n=[...document.querySelectorAll(".bead")];if(!n.length)return!1;let r=document.activeElement?.
closest(".bead")??null,s=r?n.indexOf(r):-1,i=e.model.articles.get(document.querySelector(".text-pair")?.dataset.article??""),o=f=>i?.beads.find(p=>p.id===n[f]?.
dataset.bead),a=["j","ArrowDown"].includes(t),c=["k","ArrowUp"].includes(t);if(a||c){if(s<0&&t.startsWith("Arrow"))return!1;let f=Math.max(0,Math.min(n.length-1,
s+(a?1:-1)));return n[f].focus(),n[f].scrollIntoView({block:"nearest"}),e.select(null,o(f)??null),!0}let u=s<0?void 0:o(s);if(!u)return!1;let d=Fo(e,u);if(["Arr\
owRight","ArrowLeft"].includes(t)&&d.length){let f=e.selected?d.indexOf(e.selected):-1,p=t==="ArrowRight"?f+1:f<0?d.length-1:f-1;return e.select(d[(p+d.length)%
d.length],u),!0}if(t==="o"){let f=e.selected&&e.model.span(e.selected.article,e.selected.layer,e.selected.id,Ne(e.selected.lang));return f&&e.select(f,u),!!f}return!1}
function xn(e,t,n){for(let i of document.querySelectorAll(".arcs"))i.remove();for(let i of document.querySelectorAll(".roomy"))i.classList.remove("roomy");if(!t&&
!e.allArcs)return;let r=n??(t&&e.model.articles.get(t.article)?.beads.find(i=>i.id===t.bead)),s=r&&document.getElementById(`bead-${r.id}`);if(e.arcs&&r&&s){t||s.
classList.add("roomy");let i=Gr(e,r,s,t);i&&s.append(i)}}var Ho=new Set(["find","about","changes"]);function ps(e,t,n,r,s){if(location.protocol==="file:")return l("div",{class:"page"},l("p",{class:"notice",role:"alert"},
h("needsServer")),l("pre",{tabindex:0},l("code",null,`visavis page ${t.index.base.replace(/\/$/u,"")} --serve`)));if(Ho.has(n.view))return r(e,n);if(n.view!=="r\
ead")return l("div",{class:"page"},l("h1",null,h("smallOnly")),l("p",null,h("smallOnlyText",q(t.index.pairs))));let i=n.parts[0]??t.index.ids[0];if(i===void 0||
e.model.articles.has(i)||!t.index.ids.includes(i))return r(e,{...n,parts:i===void 0?[]:[i,...n.parts.slice(1)]});let o=l("p",{class:"notice",role:"status"},h("l\
oading",i)),a=l("div",{class:"reading"},Lt(e,null),o);return t.open(i).then(c=>{e.model=c,a.isConnected&&s()},c=>{o.replaceChildren(h("notLoaded",String(c)))}),
a}var ms=100;function hs(e,t){let{model:n}=e,r=t.query.layer??"",s=n.rulings.filter(a=>!r||a.layer===r),i=[...new Set(n.rulings.map(a=>a.layer))],o=a=>l("a",{href:S(
n,"disagreements",[],{layer:a}),"aria-current":a===r?"true":null},`${a||h("all")} (${n.rulings.filter(c=>!a||c.layer===a).length})`);return l("div",{class:"page\
 wide"},l("h1",null,h("disagreements")),n.rulings.length?[l("nav",{class:"tabs","aria-label":h("layer")},["",...i].map(o)),jo(e,s)]:l("p",null,h("noRulings")),l(
"h2",null,h("lowBeads")),Vo(e))}function jo(e,t){let n=l("tbody"),r=l("button",{type:"button"},h("nextRows")),s=0,i=()=>{n.append(...t.slice(s,s+ms).map(o=>qo(e,
o))),s+=ms,r.hidden=s>=t.length};return r.addEventListener("click",i),i(),l("div",null,l("div",{class:"scroll",tabindex:0,role:"region","aria-label":h("disagree\
ments")},l("table",null,l("thead",null,l("tr",null,[h("span"),h("layer"),h("passes"),h("differs"),h("kept"),h("rule")].map(o=>l("th",{scope:"col"},o)))),n)),r)}
function qo(e,t){let{model:n}=e,r=n.articles.get(t.article),s=r?.beads.find(c=>c.sides[t.lang].some(u=>u.start<=t.start&&t.start<u.end)),i=r?.spans.find(c=>c.layer===
t.layer&&c.lang===t.lang&&c.start===t.start&&c.end===t.end),o=n.surface(t)??`${t.start}–${t.end}`,a=[t.article,s?.id??"-",...i?[`${i.layer}:${i.id}:${i.lang}`]:
[]];return l("tr",null,l("td",null,l("a",{href:S(n,"read",a)},l("q",{lang:t.lang,dir:"auto"},he(o))),l("small",null,` ${t.article}:${s?.id??""} ${t.lang}`)),l("\
td",null,t.layer),l("td",null,t.passes.join(", ")),l("td",null,t.only?`${h("onlyIn")} ${t.passes[t.only==="first"?0:1]}`:t.differs.join(", ")),l("td",null,t.kept??
"–"),l("td",null,t.rule?l("span",{title:n.rules[t.rule]?.title??""},t.rule):"",t.reason?` ${t.reason}`:""))}function Vo(e){let t=e.model.beads.filter(r=>r.confidence!==
null).sort((r,s)=>r.confidence-s.confidence).slice(0,50),n=r=>l("li",null,l("div",{class:"where"},l("a",{href:S(e.model,"read",[r.article.id,r.id])},`${r.article.
id}:${r.id}`),l("span",{class:"tag"},`${r.type} · ${h("confidence")} ${r.confidence.toFixed(3)} · ${r.verified?h("verified"):h("unverified")}`)),M.map(s=>un(e,
r,s,{spans:[],marks:{fr:[],en:[]}})));return l("ol",{class:"hits"},t.map(n))}var Yo=[...k.map(e=>[e,Wt[e]]),["conditionals","rendering"],["amounts","comparator"],
["amounts","role"],["stances","factuality"],["mentions","relation"]];function gs(e){let{model:t}=e,n=([s,i])=>{let o=ae(t,{layer:s});if(!o.length)return!1;let u=[
...t.spans.values()].filter(f=>f.layer===s).some(f=>oe(t,f,i).some(p=>p!==null))?Ue(t,o,i).slice(0,14):[];if(!u.length)return!1;let d=u[0][1];return l("table",{
class:"counts"},l("caption",null,`${s}: ${i}`),l("tbody",null,u.map(([f,p])=>{let m=l("i",{class:`bar ${s}`,"aria-hidden":"true"});return m.style.width=`${100*p/
d}%`,l("tr",null,l("th",{scope:"row"},l("a",{href:S(t,"find",[],{layer:s,[i]:f})},f==="-"?h("none"):f)),l("td",null,p),l("td",{class:"bars"},m))})))},r=(s,i)=>l(
"div",null,l("dt",null,s),l("dd",null,i));return l("div",{class:"page wide"},l("h1",null,h("figures")),l("dl",{class:"totals"},r(h("articles"),t.articles.size),
r(h("results"),t.beads.length),k.map(s=>r(s,[...t.spans.values()].filter(i=>i.layer===s).length)),r(h("facts"),t.facts.size),r(h("entities"),t.entities.size)),l(
"p",null,h("figuresHelp")),l("div",{class:"plots"},Yo.map(n)))}function Go(e){let{about:t,data:n}=e.model;return l("section",{class:"versions"},l("h2",null,h("v\
ersions")),l("ul",null,n.versions.map(r=>l("li",null,r.version===t.version?l("strong",null,r.version,` (${h("thisVersion")})`):r.page?l("a",{href:r.page},r.version):
l("span",null,r.version),r.sha256&&l("small",null," ",l("code",{class:"digest"},r.sha256.slice(0,12)))))))}function ys(e){let{model:t}=e,{about:n}=t,r=[["BibTeX",
Pr(n)],["RIS",Cr(n)],["CSL-JSON",Ur(n)]],s=l("pre",{tabindex:0,class:"citation"}),i=r[0][1],o=r.map(([f,p])=>l("button",{type:"button","aria-pressed":String(p===
i),onclick:m=>{i=p,O(s,p);for(let g of o)g.setAttribute("aria-pressed",String(g===m.currentTarget))}},f));O(s,i);let a=/^https:\/\/huggingface\.co\/datasets\/([^/]+\/[^/]+)/u.
exec(n.url??"")?.[1],u=["from datasets import load_dataset",`sentences = load_dataset("${a??(n.kind==="corpus"?`dist/${n.name}-${n.version}`:`${n.name}-${n.version}`)}\
", "sentences"${a?`, revision="v${n.version}"`:""})`].join(`
`),d=vt(t,{layer:"amounts",kind:"money"});return l("div",{class:"page"},l("h1",null,l("bdi",null,n.title)),l("p",null,`${n.name} ${n.version}${n.kind==="corpus"?
" (corpus)":""} · ${n.licence??""} · ${n.date??""}`),n.digest&&l("p",null,"SHA-256 ",l("code",{class:"digest"},n.digest)),l("section",null,l("h2",null,h("cita\
tion")),l("p",{class:"buttons"},o),s,e.copyButton(h("copy"),()=>i)),l("section",null,l("h2",null,h("load")),l("pre",{tabindex:0},u),e.copyButton(h("copy"),()=>u),
l("pre",{tabindex:0},d),e.copyButton(h("copy"),()=>d)),l("section",null,l("h2",null,h("thisPage")),l("p",null,h(e.library?"pageReads":"pageIs")),l("p",null,h("k\
eys")),l("p",null,`visavis ${n.visavis}`)),t.data.versions.length>0&&Go(e),t.data.changes.map(f=>l("section",null,l("h2",null,`${h("changes")}: ${f.version} → ${n.
version}`),l("p",null,l("a",{href:S(t,"changes",[],{since:f.version})},`${f.count} ${h("rowsChanged")}`)))),n.changelog&&l("section",null,l("h2",null,h("changes")),
l("pre",{tabindex:0,class:"changes"},n.changelog)),l("section",null,l("h2",null,h("rules")),Object.entries(t.rules).map(([f,p])=>l("details",{id:`rule-${f}`},l(
"summary",null,`${f} ${p.title}`),l("p",null,p.text)))))}function ws(e,t){document.addEventListener("selectionchange",()=>{let n=zo();if(t.hidden=!n,!n)return;let r=`${n.article} ${n.lang} ${n.start}–${n.end}`,s=`${n.
article}	${n.lang}	${n.start}	${n.end}`;O(t,l("output",null,`${r} (${n.end-n.start} ${h("selection")})`),e.copyButton(h("copyOffsets"),()=>s))})}function zo(){let e=getSelection();
if(!e||e.isCollapsed||!e.rangeCount)return null;let t=e.getRangeAt(0),n=bs(t.startContainer,t.startOffset),r=bs(t.endContainer,t.endOffset);return!n||!r||n.lang!==
r.lang||n.at>=r.at?null:{article:n.article,lang:n.lang,start:n.at,end:r.at}}function bs(e,t){let r=(e instanceof Element?e:e.parentElement)?.closest(".text[data\
-start]"),s=r?.closest("[data-article]")?.dataset.article;if(!r||!s)return null;let i=document.createRange();i.setStart(r,0),i.setEnd(e,t);let o=Number(r.dataset.
start)+rr(i.toString());return{article:s,lang:r.dataset.lang??"",at:o}}var Wo={read:wn,find:jr,facts:Rr,fact:Ir,entities:Ar,entity:Er,matrix:Sr,disagreements:hs,figures:gs,about:ys,changes:dr},Qo=["read","find","facts","entities","\
matrix","disagreements","figures","about"],Ko={fact:"facts",entity:"entities",changes:"about"};function _s(e){let t=JSON.parse(document.getElementById("data")?.
textContent??"{}"),n=l("p",{class:"unseen","aria-live":"polite",id:"live"}),r=new gt(new Ae(t),n,e(t));Xt(xs("language")??(navigator.language.startsWith("fr")?"\
fr":"en"));let s=xs("theme");s&&(document.documentElement.style.colorScheme=s);let i=l("header",{class:"top"}),o=l("main",{id:"content",tabindex:-1}),a=l("aside",
{class:"panel"}),c=l("div",{class:"offsets",hidden:!0});document.body.append(i,o,a,c,n);let u=matchMedia("(min-width: 60rem)");r.onSelect=(m,g,y)=>{if(!y&&!u.matches)
return;let w=m?pr(r,m):g?hr(r,g):null;if(a.hidden=!w&&!u.matches,document.body.classList.toggle("with-panel",!!w),w){let b=l("button",{type:"button",class:"clos\
e","aria-label":h("close"),onclick:()=>r.select(null,null)},"×");O(a,b,w)}else O(a,l("p",{class:"empty"},h("empty")),l("p",{class:"help"},h("keys")));y&&xn(r,m,
g)};let d=()=>{let m=Kt(location.hash);document.documentElement.lang=Ee(),document.title=`${r.model.about.title} ${r.model.about.version}`,a.setAttribute("aria-\
label",h("details")),Jo(r,i,m,d),r.selected=null,r.bead=null,a.hidden=!0,O(a),document.body.classList.remove("with-panel");let y=m.version&&m.version!==r.model.
about.version&&l("p",{class:"notice",role:"status"},h("otherVersion",m.version,r.model.about.version),Zo(r,m.version)),w=Wo[m.view]??wn;O(o,y,r.library?ps(r,r.library,
m,w,d):w(r,m)),document.body.dataset.view=m.view},f="",p=!1;addEventListener("hashchange",()=>{d();let{view:m,parts:g}=Kt(location.hash),y=`${m}/${g[0]??""}`;y!==
f&&g.length<2&&scrollTo(0,0),f=y,p&&o.querySelector("form.ask input")?.focus(),p=!1}),os(m=>{d();let g=l("div",{class:"notice",role:"status"},m.map(y=>l("p",null,
l("bdi",null,y))));o.prepend(g)}),addEventListener("resize",()=>xn(r,r.selected,r.bead)),addEventListener("keydown",m=>{let g=m.target,y=g.matches("input, selec\
t, textarea");if(!(m.ctrlKey||m.metaKey||m.altKey)){if(m.key==="Escape"){r.select(null,null);return}if(!y)if(m.key==="/")m.preventDefault(),p=!o.querySelector("\
form.ask"),p?location.hash=S(r.model,"find"):o.querySelector("form.ask input")?.focus();else if(m.key==="Enter"&&g.classList.contains("bead")){if(!r.selected&&!r.
bead){let w=r.model.articles.get(o.querySelector(".text-pair")?.dataset.article??"");r.select(null,w?.beads.find(b=>b.id===g.dataset.bead)??null)}a.querySelector(
"a, button:not(.close)")?.focus()}else ds(r,m.key)&&m.preventDefault()}}),ws(r,c),cs(r),d(),r.library||sn(r.model),Object.assign(window,{visavis:{get model(){return r.
model},library:r.library,ask:m=>ae(r.model,m).map(({bead:g})=>`${g.article.id}:${g.id}`)}})}function Zo(e,t){let n=e.model.data.versions.find(r=>r.version===t)?.
page;return!!n&&l("a",{href:`${n}${location.hash}`,class:"other"},` ${t}`)}function Jo(e,t,n,r){let{about:s}=e.model,i=Ko[n.view]??n.view,o=Qo.map(a=>l("li",null,
l("a",{href:S(e.model,a),"aria-current":a===i?"page":null},h(a))));O(t,l("a",{href:"#content",class:"skip",onclick:a=>{a.preventDefault(),document.getElementById(
"content")?.focus()}},h("skip")),l("p",{class:"name"},l("a",{href:S(e.model,"about")},l("bdi",null,s.name)),l("small",null,` ${s.version}`)),l("nav",{"aria-labe\
l":h("views"),class:"views"},l("ul",null,o)),l("p",{class:"tools"},l("button",{type:"button",class:"quiet",id:"language",lang:Ee()==="fr"?"en":"fr",onclick:()=>{
Xt(Ee()==="fr"?"en":"fr"),vs("language",Ee()),r()}},h("language")),l("button",{type:"button",class:"quiet",id:"theme",title:h("theme"),"aria-label":h("theme"),onclick:()=>{
let a=getComputedStyle(document.documentElement).getPropertyValue("color-scheme")==="dark"||document.documentElement.style.colorScheme!=="light"&&matchMedia("(p\
refers-color-scheme: dark)").matches;document.documentElement.style.colorScheme=a?"light":"dark",vs("theme",a?"light":"dark")}},"◐")))}function xs(e){try{return localStorage.
getItem(`visavis-${e}`)}catch{return null}}function vs(e,t){try{localStorage.setItem(`visavis-${e}`,t)}catch{}}var Xo=ArrayBuffer,P=Uint8Array,Tt=Uint16Array,ea=Int16Array;var Rt=Int32Array,vn=function(e,t,n){if(P.prototype.slice)return P.prototype.slice.call(e,t,n);(t==null||t<0)&&(t=0),(n==null||n>e.length)&&(n=e.length);var r=new P(
n-t);return r.set(e.subarray(t,n)),r},tt=function(e,t,n,r){if(P.prototype.fill)return P.prototype.fill.call(e,t,n,r);for((n==null||n<0)&&(n=0),(r==null||r>e.length)&&
(r=e.length);n<r;++n)e[n]=t;return e},ta=function(e,t,n,r){if(P.prototype.copyWithin)return P.prototype.copyWithin.call(e,t,n,r);for((n==null||n<0)&&(n=0),(r==null||
r>e.length)&&(r=e.length);n<r;)e[t++]=e[n++]};var na=["invalid zstd data","window size too large (>2046MB)","invalid block type","FSE accuracy too high","match distance too far back","unexpected EOF"],C=function(e,t,n){
var r=new Error(t||na[e]);if(r.code=e,Error.captureStackTrace&&Error.captureStackTrace(r,C),!n)throw r;return r},As=function(e,t,n){for(var r=0,s=0;r<n;++r)s|=e[t++]<<
(r<<3);return s},ra=function(e,t){return(e[t]|e[t+1]<<8|e[t+2]<<16|e[t+3]<<24)>>>0},sa=function(e,t){var n=e[0]|e[1]<<8|e[2]<<16;if(n==3126568&&e[3]==253){var r=e[4],
s=r>>5&1,i=r>>2&1,o=r&3,a=r>>6;r&8&&C(0);var c=6-s,u=o==3?4:o,d=As(e,c,u);c+=u;var f=a?1<<a:s,p=As(e,c,f)+(a==1&&256),m=p;if(!s){var g=1<<10+(e[5]>>3);m=g+(g>>3)*
(e[5]&7)}m>2145386496&&C(1);var y=new P((t==1?p||m:t?0:m)+12);return y[0]=1,y[4]=4,y[8]=8,{b:c+f,y:0,l:0,d,w:t&&t!=1?t:y.subarray(12),e:m,o:new Rt(y.buffer,0,3),
u:p,c:i,m:Math.min(131072,m)}}else if((n>>4|e[3]<<20)==25481893)return ra(e,4)+8;C(0)},$e=function(e){for(var t=0;1<<t<=e;++t);return t-1},nt=function(e,t,n){var r=(t<<
3)+4,s=(e[t]&15)+5;s>n&&C(3);for(var i=1<<s,o=i,a=-1,c=-1,u=-1,d=i,f=new Xo(512+(i<<2)),p=new ea(f,0,256),m=new Tt(f,0,256),g=new Tt(f,512,i),y=512+(i<<1),w=new P(
f,y,i),b=new P(f,y+i);a<255&&o>0;){var x=$e(o+1),_=r>>3,E=(1<<x+1)-1,v=(e[_]|e[_+1]<<8|e[_+2]<<16)>>(r&7)&E,A=(1<<x)-1,$=E-o-1,I=v&A;if(I<$?(r+=x,v=I):(r+=x+1,v>
A&&(v-=$)),p[++a]=--v,v==-1?(o+=v,w[--d]=a):o-=v,!v)do{var R=r>>3;c=(e[R]|e[R+1]<<8)>>(r&7)&3,r+=2,a+=c}while(c==3)}(a>255||o)&&C(0);for(var N=0,F=(i>>1)+(i>>3)+
3,V=i-1,B=0;B<=a;++B){var T=p[B];if(T<1){m[B]=-T;continue}for(u=0;u<T;++u){w[N]=B;do N=N+F&V;while(N>=d)}}for(N&&C(0),u=0;u<i;++u){var L=m[w[u]]++,U=b[u]=s-$e(L);
g[u]=(L<<U)-i}return[r+7>>3,{b:s,s:w,n:b,t:g}]},ia=function(e,t){var n=0,r=-1,s=new P(292),i=e[t],o=s.subarray(0,256),a=s.subarray(256,268),c=new Tt(s.buffer,268);
if(i<128){var u=nt(e,t+1,6),d=u[0],f=u[1];t+=i;var p=d<<3,m=e[t];m||C(0);for(var g=0,y=0,w=f.b,b=w,x=(++t<<3)-8+$e(m);x-=w,!(x<p);){var _=x>>3;if(g+=(e[_]|e[_+1]<<
8)>>(x&7)&(1<<w)-1,o[++r]=f.s[g],x-=b,x<p)break;_=x>>3,y+=(e[_]|e[_+1]<<8)>>(x&7)&(1<<b)-1,o[++r]=f.s[y],w=f.n[g],g=f.t[g],b=f.n[y],y=f.t[y]}++r>255&&C(0)}else{
for(r=i-127;n<r;n+=2){var E=e[++t];o[n]=E>>4,o[n+1]=E&15}++t}var v=0;for(n=0;n<r;++n){var A=o[n];A>11&&C(0),v+=A&&1<<A-1}var $=$e(v)+1,I=1<<$,R=I-v;for(R&R-1&&C(
0),o[r++]=$e(R)+1,n=0;n<r;++n){var A=o[n];++a[o[n]=A&&$+1-A]}var N=new P(I<<1),F=N.subarray(0,I),V=N.subarray(I);for(c[$]=0,n=$;n>0;--n){var B=c[n];tt(V,n,B,c[n-
1]=B+a[n]*(1<<$-n))}for(c[0]!=I&&C(0),n=0;n<r;++n){var T=o[n];if(T){var L=c[T];tt(F,n,L,c[T]=L+(1<<$-T))}}return[t,{n:V,b:$,s:F}]},oa=nt(new P([81,16,99,140,49,
198,24,99,12,33,196,24,99,102,102,134,70,146,4]),0,6)[1],aa=nt(new P([33,20,196,24,99,140,33,132,16,66,8,33,132,16,66,8,33,68,68,68,68,68,68,68,68,36,9]),0,6)[1],
la=nt(new P([32,132,16,66,102,70,68,68,68,68,36,73,2]),0,5)[1],Es=function(e,t){for(var n=e.length,r=new Rt(n),s=0;s<n;++s)r[s]=t,t+=1<<e[s];return r},_n=new P(
new Rt([0,0,0,0,16843009,50528770,134678020,202050057,269422093]).buffer,0,36),ca=Es(_n,0),An=new P(new Rt([0,0,0,0,0,0,0,0,16843009,50528770,117769220,185207048,
252579084,16]).buffer,0,53),fa=Es(An,3),et=function(e,t,n){var r=e.length,s=t.length,i=e[r-1],o=(1<<n.b)-1,a=-n.b;i||C(0);for(var c=0,u=n.b,d=(r<<3)-8+$e(i)-u,f=-1;d>
a&&f<s;){var p=d>>3,m=(e[p]|e[p+1]<<8|e[p+2]<<16)>>(d&7);c=(c<<u|m)&o,t[++f]=n.s[c],d-=u=n.n[c]}(d!=a||f+1!=s)&&C(0)},ua=function(e,t,n){var r=6,s=t.length,i=s+
3>>2,o=i<<1,a=i+o;et(e.subarray(r,r+=e[0]|e[1]<<8),t.subarray(0,i),n),et(e.subarray(r,r+=e[2]|e[3]<<8),t.subarray(i,o),n),et(e.subarray(r,r+=e[4]|e[5]<<8),t.subarray(
o,a),n),et(e.subarray(r),t.subarray(a),n)},da=function(e,t,n){var r,s=t.b,i=e[s],o=i>>1&3;t.l=i&1;var a=i>>3|e[s+1]<<5|e[s+2]<<13,c=(s+=3)+a;if(o==1)return s>=e.
length?void 0:(t.b=s+1,n?(tt(n,e[s],t.y,t.y+=a),n):tt(new P(a),e[s]));if(!(c>e.length)){if(o==0)return t.b=c,n?(n.set(e.subarray(s,c),t.y),t.y+=a,n):vn(e,s,c);if(o==
2){var u=e[s],d=u&3,f=u>>2&3,p=u>>4,m=0,g=0;d<2?f&1?p|=e[++s]<<4|(f&2&&e[++s]<<12):p=u>>3:(g=f,f<2?(p|=(e[++s]&63)<<4,m=e[s]>>6|e[++s]<<2):f==2?(p|=e[++s]<<4|(e[++s]&
3)<<12,m=e[s]>>2|e[++s]<<6):(p|=e[++s]<<4|(e[++s]&63)<<12,m=e[s]>>6|e[++s]<<2|e[++s]<<10)),++s;var y=n?n.subarray(t.y,t.y+t.m):new P(t.m),w=y.length-p;if(d==0)y.
set(e.subarray(s,s+=p),w);else if(d==1)tt(y,e[s++],w);else{var b=t.h;if(d==2){var x=ia(e,s);m+=s-(s=x[0]),t.h=b=x[1]}else b||C(0);(g?ua:et)(e.subarray(s,s+=m),y.
subarray(w),b)}var _=e[s++];if(_){_==255?_=(e[s++]|e[s++]<<8)+32512:_>127&&(_=_-128<<8|e[s++]);var E=e[s++];E&3&&C(0);for(var v=[aa,la,oa],A=2;A>-1;--A){var $=E>>
(A<<1)+2&3;if($==1){var I=new P([0,0,e[s++]]);v[A]={s:I.subarray(2,3),n:I.subarray(0,1),t:new Tt(I.buffer,0,1),b:0}}else $==2?(r=nt(e,s,9-(A&1)),s=r[0],v[A]=r[1]):
$==3&&(t.t||C(0),v[A]=t.t[A])}var R=t.t=v,N=R[0],F=R[1],V=R[2],B=e[c-1];B||C(0);var T=(c<<3)-8+$e(B)-V.b,L=T>>3,U=0,z=(e[L]|e[L+1]<<8)>>(T&7)&(1<<V.b)-1;L=(T-=F.
b)>>3;var K=(e[L]|e[L+1]<<8)>>(T&7)&(1<<F.b)-1;L=(T-=N.b)>>3;var J=(e[L]|e[L+1]<<8)>>(T&7)&(1<<N.b)-1;for(++_;--_;){var de=V.s[z],ve=V.n[z],Ie=N.s[J],ct=N.n[J],
ft=F.s[K],_e=F.n[K];L=(T-=ft)>>3;var Ge=1<<ft,ne=Ge+((e[L]|e[L+1]<<8|e[L+2]<<16|e[L+3]<<24)>>>(T&7)&Ge-1);L=(T-=An[Ie])>>3;var ze=fa[Ie]+((e[L]|e[L+1]<<8|e[L+2]<<
16)>>(T&7)&(1<<An[Ie])-1);L=(T-=_n[de])>>3;var ut=ca[de]+((e[L]|e[L+1]<<8|e[L+2]<<16)>>(T&7)&(1<<_n[de])-1);if(L=(T-=ve)>>3,z=V.t[z]+((e[L]|e[L+1]<<8)>>(T&7)&(1<<
ve)-1),L=(T-=ct)>>3,J=N.t[J]+((e[L]|e[L+1]<<8)>>(T&7)&(1<<ct)-1),L=(T-=_e)>>3,K=F.t[K]+((e[L]|e[L+1]<<8)>>(T&7)&(1<<_e)-1),ne>3)t.o[2]=t.o[1],t.o[1]=t.o[0],t.o[0]=
ne-=3;else{var dt=ne-(ut!=0);dt?(ne=dt==3?t.o[0]-1:t.o[dt],dt>1&&(t.o[2]=t.o[1]),t.o[1]=t.o[0],t.o[0]=ne):ne=t.o[0]}for(var A=0;A<ut;++A)y[U+A]=y[w+A];U+=ut,w+=
ut;var We=U-ne;if(We<0){var Qe=-We,Li=t.e+We;Qe>ze&&(Qe=ze);for(var A=0;A<Qe;++A)y[U+A]=t.w[Li+A];U+=Qe,ze-=Qe,We=0}for(var A=0;A<ze;++A)y[U+A]=y[We+A];U+=ze}if(U!=
w)for(;w<y.length;)y[U++]=y[w++];else U=y.length;n?t.y+=U:y=vn(y,0,U)}else if(n){if(t.y+=p,w)for(var A=0;A<p;++A)y[A]=y[w+A]}else w&&(y=vn(y,w));return t.b=c,y}
C(2)}},pa=function(e,t){if(e.length==1)return e[0];for(var n=new P(t),r=0,s=0;r<e.length;++r){var i=e[r];n.set(i,s),s+=i.length}return n};function $s(e,t){for(var n=[],
r=+!t,s=0,i=0;e.length;){var o=sa(e,r||t);if(typeof o=="object"){for(r?(t=null,o.w.length==o.u&&(n.push(t=o.w),i+=o.u)):(n.push(t),o.e=0);!o.l;){var a=da(e,o,t);
a||C(5),t?o.e=o.y:(n.push(a),i+=a.length,ta(o.w,0,a.length),o.w.set(a,o.w.length-a.length))}s=o.b+o.c*4}else s=o;e=e.subarray(s)}return pa(n,i)}var En=["BOOLEAN","INT32","INT64","INT96","FLOAT","DOUBLE","BYTE_ARRAY","FIXED_LEN_BYTE_ARRAY"],le=["PLAIN","GROUP_VAR_INT","PLAIN_DICTIONARY","RLE","BIT_PACKED",
"DELTA_BINARY_PACKED","DELTA_LENGTH_BYTE_ARRAY","DELTA_BYTE_ARRAY","RLE_DICTIONARY","BYTE_STREAM_SPLIT","ALP"],Ss=["REQUIRED","OPTIONAL","REPEATED"],Ls=["UTF8",
"MAP","MAP_KEY_VALUE","LIST","ENUM","DECIMAL","DATE","TIME_MILLIS","TIME_MICROS","TIMESTAMP_MILLIS","TIMESTAMP_MICROS","UINT_8","UINT_16","UINT_32","UINT_64","I\
NT_8","INT_16","INT_32","INT_64","JSON","BSON","INTERVAL"],Ts=["UNCOMPRESSED","SNAPPY","GZIP","LZO","BROTLI","LZ4","ZSTD","LZ4_RAW"],It=["DATA_PAGE","INDEX_PAGE",
"DICTIONARY_PAGE","DATA_PAGE_V2"],Rs=["UNORDERED","ASCENDING","DESCENDING"],Is=["SPHERICAL","VINCENTY","THOMAS","ANDOYER","KARNEY"];function Bt(e){let t=Mt(e);if(t.type===1)return{type:"Point",coordinates:$n(e,t)};if(t.type===2)return{type:"LineString",coordinates:Sn(e,t)};if(t.type===3)return{
type:"Polygon",coordinates:Ms(e,t)};if(t.type===4){let n=[];for(let r=0;r<t.count;r++)n.push($n(e,Mt(e)));return{type:"MultiPoint",coordinates:n}}else if(t.type===
5){let n=[];for(let r=0;r<t.count;r++)n.push(Sn(e,Mt(e)));return{type:"MultiLineString",coordinates:n}}else if(t.type===6){let n=[];for(let r=0;r<t.count;r++)n.
push(Ms(e,Mt(e)));return{type:"MultiPolygon",coordinates:n}}else if(t.type===7){let n=[];for(let r=0;r<t.count;r++)n.push(Bt(e));return{type:"GeometryCollection",
geometries:n}}else throw new Error(`Unsupported geometry type: ${t.type}`)}function Mt(e){let{view:t}=e,n=t.getUint8(e.offset++)===1,r=t.getUint32(e.offset,n);e.
offset+=4;let s=r%1e3,i=Math.floor(r/1e3),o=0;s>1&&s<=7&&(o=t.getUint32(e.offset,n),e.offset+=4);let a=2;return i&&a++,i===3&&a++,{littleEndian:n,type:s,dim:a,count:o}}
function $n(e,t){let n=[];for(let r=0;r<t.dim;r++){let s=e.view.getFloat64(e.offset,t.littleEndian);e.offset+=8,n.push(s)}return n}function Sn(e,t){let n=[];for(let r=0;r<
t.count;r++)n.push($n(e,t));return n}function Ms(e,t){let{view:n}=e,r=[];for(let s=0;s<t.count;s++){let i=n.getUint32(e.offset,t.littleEndian);e.offset+=4,r.push(
Sn(e,{...t,count:i}))}return r}var Bs=new TextDecoder,ce={timestampFromMilliseconds(e){return new Date(Number(e))},timestampFromMicroseconds(e){return new Date(Number(e/1000n))},timestampFromNanoseconds(e){
return new Date(Number(e/1000000n))},dateFromDays(e){return new Date(e*864e5)},stringFromBytes(e){return e&&Bs.decode(e)},jsonFromBytes(e){return e&&JSON.parse(
Bs.decode(e))},geometryFromBytes(e){return e&&Bt({view:new DataView(e.buffer,e.byteOffset,e.byteLength),offset:0})},geographyFromBytes(e){return e&&Bt({view:new DataView(
e.buffer,e.byteOffset,e.byteLength),offset:0})},uuidFromBytes(e){if(!e)return;let t=Array.from(e,n=>n.toString(16).padStart(2,"0")).join("");return t.slice(0,8)+
"-"+t.slice(8,12)+"-"+t.slice(12,16)+"-"+t.slice(16,20)+"-"+t.slice(20,32)}};function Ln(e,t,n,r){if(t&&n.endsWith("_DICTIONARY")){let s=e;e instanceof Uint8Array&&
!(t instanceof Uint8Array)&&(s=new t.constructor(e.length));for(let i=0;i<e.length;i++)s[i]=t[e[i]];return s}else return Tn(e,r)}function Tn(e,t){let{element:n,
parsers:r,utf8:s=!0,schemaPath:i}=t,{type:o,converted_type:a,logical_type:c}=n,u=n.repetition_type!=="REQUIRED";if(o==="BYTE_ARRAY"&&n.name==="inline"&&i?.at(-2)?.
element.logical_type?.type==="FILE"||i?.some(f=>f.element.logical_type?.type==="VARIANT")&&o==="BYTE_ARRAY"&&a!=="UTF8"&&c?.type!=="STRING")return e;if(a==="DEC\
IMAL"){let f=n.scale||0,p=10**f,m=new Array(e.length);for(let g=0;g<m.length;g++)e[g]instanceof Uint8Array?m[g]=f>308?rt(e[g])*10**-f:rt(e[g])/p:m[g]=Number(e[g])/
p;return m}if(!a&&o==="INT96")return Array.from(e).map(f=>r.timestampFromNanoseconds(ma(f)));if(a==="DATE")return Array.from(e).map(f=>r.dateFromDays(f));if(a===
"TIMESTAMP_MILLIS")return Array.from(e).map(f=>r.timestampFromMilliseconds(f));if(a==="TIMESTAMP_MICROS")return Array.from(e).map(f=>r.timestampFromMicroseconds(
f));if(a==="JSON")return e.map(f=>r.jsonFromBytes(f));if(a==="BSON")throw new Error("parquet bson not supported");if(a==="INTERVAL")throw new Error("parquet int\
erval not supported");if(c?.type==="GEOMETRY")return e.map(f=>r.geometryFromBytes(f));if(c?.type==="GEOGRAPHY")return e.map(f=>r.geographyFromBytes(f));if(c?.type===
"UUID")return e.map(f=>r.uuidFromBytes(f));if(a==="UTF8"||c?.type==="STRING"||s&&o==="BYTE_ARRAY")return e.map(f=>r.stringFromBytes(f));if(a==="UINT_64"||c?.type===
"INTEGER"&&c.bitWidth===64&&!c.isSigned){if(e instanceof BigInt64Array)return new BigUint64Array(e.buffer,e.byteOffset,e.length);let f=u?new Array(e.length):new BigUint64Array(
e.length);for(let p=0;p<f.length;p++)f[p]=e[p];return f}if(a==="UINT_32"||c?.type==="INTEGER"&&c.bitWidth===32&&!c.isSigned){if(e instanceof Int32Array)return new Uint32Array(
e.buffer,e.byteOffset,e.length);let f=u?new Array(e.length):new Uint32Array(e.length);for(let p=0;p<f.length;p++)f[p]=e[p]<0?4294967296+e[p]:e[p];return f}if(c?.
type==="FLOAT16")return Array.from(e).map(Rn);if(c?.type==="TIMESTAMP"){let{unit:f}=c,p=r.timestampFromMilliseconds;f==="MICROS"&&(p=r.timestampFromMicroseconds),
f==="NANOS"&&(p=r.timestampFromNanoseconds);let m=new Array(e.length);for(let g=0;g<m.length;g++)m[g]=p(e[g]);return m}return e}function rt(e){if(!e.length)return 0;
let t=0n;for(let r of e)t=t*256n+BigInt(r);let n=e.length*8;return t>=2n**BigInt(n-1)&&(t-=2n**BigInt(n)),Number(t)}function ma(e){let t=(e>>64n)-2440588n,n=e&0xffffffffffffffffn;
return t*86400000000000n+n}function Rn(e){if(!e)return;let t=e[1]<<8|e[0],n=t>>15?-1:1,r=t>>10&31,s=t&1023;return r===0?n*2**-14*(s/1024):r===31?s?NaN:n*(1/0):n*
2**(r-15)*(1+s/1024)}function Os(e,t,n){let r=e[t],s=[],i=1;if(r.num_children)for(;s.length<r.num_children;){let o=e[t+i],a=Os(e,t+i,[...n,o.name]);i+=a.count,s.push(a)}return{count:i,
element:r,children:s,path:n}}function Ns(e,t){return In(Os(e,0,[]),t)}function In(e,t){let n=[e];for(let r of t){let s=e.children.find(i=>i.element.name===r);if(!s)
throw new Error(`parquet schema element not found: ${t}`);n.push(s),e=s}return n}function Ot(e){let t=[];function n(r){if(r.children.length)for(let s of r.children)
n(s);else t.push(r.path.join("."))}return n(e),t}function Mn(e){let t=0;for(let{element:n}of e)n.repetition_type==="REPEATED"&&t++;return t}function st(e){let t=0;
for(let{element:n}of e.slice(1))n.repetition_type!=="REQUIRED"&&t++;return t}function ks(e){if(!e||e.element.converted_type!=="LIST"||e.children.length>1)return!1;
let t=e.children[0];return!(t.children.length>1||t.element.repetition_type!=="REPEATED")}function Ps(e){if(!e||e.element.converted_type!=="MAP"||e.children.length>
1)return!1;let t=e.children[0];return!(t.children.length!==2||t.element.repetition_type!=="REPEATED"||t.children.find(s=>s.element.name==="key")?.element.repetition_type===
"REPEATED"||t.children.find(s=>s.element.name==="value")?.element.repetition_type==="REPEATED")}function Bn(e){if(e.length!==2)return!1;let[,t]=e;return!(t.element.
repetition_type==="REPEATED"||t.children.length)}function ee(e){let t={},n=0;for(;;){if(e.offset>=e.view.byteLength)throw new Error("thrift struct ended without STOP");let r=e.view.getUint8(e.offset++),s=r&15;
if(s===0)break;let i=r>>4;n=i?n+i:Nt(e),t[`field_${n}`]=On(e,s)}return t}function On(e,t){switch(t){case 1:return!0;case 2:return!1;case 3:return e.view.getInt8(
e.offset++);case 4:case 5:return Nt(e);case 6:return kt(e);case 7:{let n=e.view.getFloat64(e.offset,!0);return e.offset+=8,n}case 8:{let n=Y(e);if(e.offset+n>e.
view.byteLength)throw new Error(`thrift binary length ${n} exceeds remaining ${e.view.byteLength-e.offset} bytes`);let r=new Uint8Array(e.view.buffer,e.view.byteOffset+
e.offset,n);return e.offset+=n,r}case 9:{let n=e.view.getUint8(e.offset++),r=n&15,s=n>>4;s===15&&(s=Y(e));let i=r===1||r===2,o=new Array(s);for(let a=0;a<s;a++)
o[a]=i?On(e,3)===1:On(e,r);return o}case 12:return ee(e);default:throw new Error(`thrift unhandled type: ${t}`)}}function Y(e){let t=0,n=0;for(;;){let r=e.view.
getUint8(e.offset++);if(t|=(r&127)<<n,!(r&128))return t;n+=7}}function ha(e){let t=0n,n=0n;for(;;){let r=e.view.getUint8(e.offset++);if(t|=BigInt(r&127)<<n,!(r&
128))return t;n+=7n}}function Nt(e){let t=Y(e);return t>>>1^-(t&1)}function kt(e){let t=ha(e);return t>>1n^-(t&1n)}function Cs(e,t){let n=new Map,r=t?.find(({key:i})=>i==="geo")?.value,s=(r&&JSON.parse(r)?.columns)??{};for(let[i,o]of Object.entries(s)){if(o.encoding!=="WKB")
continue;let a=o.edges==="spherical"?"GEOGRAPHY":"GEOMETRY",c=o.crs?.id??o.crs?.ids?.[0],u=c?`${c.authority}:${c.code.toString()}`:void 0;n.set(i,{type:a,crs:u})}
for(let i=1;i<e.length;i++){let{logical_type:o,name:a,num_children:c,type:u}=e[i];if(c){i+=c;continue}u==="BYTE_ARRAY"&&!o&&(e[i].logical_type=n.get(a))}}var ga=1<<19,ya=new TextDecoder;function te(e){return e&&ya.decode(e)}async function Le(e,{parsers:t,initialFetchSize:n=ga,geoparquet:r=!0}={}){if(!e||!(e.byteLength>=
0))throw new Error("parquet expected AsyncBuffer");let s=Math.max(0,e.byteLength-n),i=await e.slice(s,e.byteLength),o=new DataView(i);if(o.getUint32(i.byteLength-
4,!0)!==827474256)throw new Error("parquet file invalid (footer != PAR1)");let a=o.getUint32(i.byteLength-8,!0);if(a>e.byteLength-8)throw new Error(`parquet met\
adata length ${a} exceeds available buffer ${e.byteLength-8}`);if(a+8>n){let c=e.byteLength-a-8,u=await e.slice(c,s),d=new ArrayBuffer(a+8),f=new Uint8Array(d);
return f.set(new Uint8Array(u)),f.set(new Uint8Array(i),s-c),Nn(d,{parsers:t,geoparquet:r})}else return Nn(i,{parsers:t,geoparquet:r})}function Nn(e,{parsers:t,
geoparquet:n=!0}={}){let r;if(e instanceof ArrayBuffer)r=new DataView(e);else if(e instanceof Uint8Array)r=new DataView(e.buffer,e.byteOffset,e.byteLength);else
throw new Error("parquet expected ArrayBuffer or Uint8Array");let s={...ce,...t};if(r.byteLength<8)throw new Error("parquet file is too short");if(r.getUint32(r.
byteLength-4,!0)!==827474256)throw new Error("parquet file invalid (footer != PAR1)");let i=r.byteLength-8,o=r.getUint32(i,!0);if(o>r.byteLength-8)throw new Error(
`parquet metadata length ${o} exceeds available buffer ${r.byteLength-8}`);let a=i-o,u=ee({view:r,offset:a}),d=u.field_1,f=u.field_2.map(b=>({type:En[b.field_1],
type_length:b.field_2,repetition_type:Ss[b.field_3],name:te(b.field_4),num_children:b.field_5,converted_type:Ls[b.field_6],scale:b.field_7,precision:b.field_8,field_id:b.
field_9,logical_type:ba(b.field_10)})),p=f.filter(b=>b.type),m=u.field_3,g=u.field_4.map(b=>({columns:b.field_1.map((x,_)=>({file_path:te(x.field_1),file_offset:x.
field_2,meta_data:x.field_3&&{type:En[x.field_3.field_1],encodings:x.field_3.field_2?.map(E=>le[E]),path_in_schema:x.field_3.field_3.map(te),codec:Ts[x.field_3.
field_4],num_values:x.field_3.field_5,total_uncompressed_size:x.field_3.field_6,total_compressed_size:x.field_3.field_7,key_value_metadata:x.field_3.field_8?.map(
E=>({key:te(E.field_1),value:te(E.field_2)})),data_page_offset:x.field_3.field_9,index_page_offset:x.field_3.field_10,dictionary_page_offset:x.field_3.field_11,
statistics:wa(x.field_3.field_12,p[_],s),encoding_stats:x.field_3.field_13?.map(E=>({page_type:It[E.field_1],encoding:le[E.field_2],count:E.field_3})),bloom_filter_offset:x.
field_3.field_14,bloom_filter_length:x.field_3.field_15,size_statistics:x.field_3.field_16&&{unencoded_byte_array_data_bytes:x.field_3.field_16.field_1,repetition_level_histogram:x.
field_3.field_16.field_2,definition_level_histogram:x.field_3.field_16.field_3},geospatial_statistics:x.field_3.field_17&&{bbox:x.field_3.field_17.field_1&&{xmin:x.
field_3.field_17.field_1.field_1,xmax:x.field_3.field_17.field_1.field_2,ymin:x.field_3.field_17.field_1.field_3,ymax:x.field_3.field_17.field_1.field_4,zmin:x.
field_3.field_17.field_1.field_5,zmax:x.field_3.field_17.field_1.field_6,mmin:x.field_3.field_17.field_1.field_7,mmax:x.field_3.field_17.field_1.field_8},geospatial_types:x.
field_3.field_17.field_2}},offset_index_offset:x.field_4,offset_index_length:x.field_5,column_index_offset:x.field_6,column_index_length:x.field_7,crypto_metadata:x.
field_8,encrypted_column_metadata:x.field_9})),total_byte_size:b.field_2,num_rows:b.field_3,sorting_columns:b.field_4?.map(x=>({column_idx:x.field_1,descending:x.
field_2,nulls_first:x.field_3})),file_offset:b.field_5,total_compressed_size:b.field_6,ordinal:b.field_7})),y=u.field_5?.map(b=>({key:te(b.field_1),value:te(b.field_2)})),
w=te(u.field_6);return n&&Cs(f,y),{version:d,schema:f,num_rows:m,row_groups:g,key_value_metadata:y,created_by:w,metadata_length:o}}function Q({schema:e}){return Ns(
e,[])[0]}function ba(e){return e?.field_1?{type:"STRING"}:e?.field_2?{type:"MAP"}:e?.field_3?{type:"LIST"}:e?.field_4?{type:"ENUM"}:e?.field_5?{type:"DECIMAL",scale:e.
field_5.field_1,precision:e.field_5.field_2}:e?.field_6?{type:"DATE"}:e?.field_7?{type:"TIME",isAdjustedToUTC:e.field_7.field_1,unit:Us(e.field_7.field_2)}:e?.field_8?
{type:"TIMESTAMP",isAdjustedToUTC:e.field_8.field_1,unit:Us(e.field_8.field_2)}:e?.field_10?{type:"INTEGER",bitWidth:e.field_10.field_1,isSigned:e.field_10.field_2}:
e?.field_11?{type:"NULL"}:e?.field_12?{type:"JSON"}:e?.field_13?{type:"BSON"}:e?.field_14?{type:"UUID"}:e?.field_15?{type:"FLOAT16"}:e?.field_16?{type:"VARIANT",
specification_version:e.field_16.field_1}:e?.field_17?{type:"GEOMETRY",crs:te(e.field_17.field_1)}:e?.field_18?{type:"GEOGRAPHY",crs:te(e.field_18.field_1),algorithm:Is[e.
field_18.field_2]}:e?.field_19?{type:"FILE"}:e}function Us(e){if(e.field_1)return"MILLIS";if(e.field_2)return"MICROS";if(e.field_3)return"NANOS";throw new Error(
"parquet time unit required")}function wa(e,t,n){return e&&{max:Se(e.field_1,t,n),min:Se(e.field_2,t,n),null_count:e.field_3,distinct_count:e.field_4,max_value:Se(
e.field_5,t,n),min_value:Se(e.field_6,t,n),is_max_value_exact:e.field_7,is_min_value_exact:e.field_8}}function Se(e,t,n){let{type:r,converted_type:s,logical_type:i}=t;
if(e===void 0)return e;if(r==="BOOLEAN")return e[0]===1;if(r==="BYTE_ARRAY")return n.stringFromBytes(e);let o=new DataView(e.buffer,e.byteOffset,e.byteLength);if(r===
"FLOAT"&&o.byteLength===4)return o.getFloat32(0,!0);if(r==="DOUBLE"&&o.byteLength===8)return o.getFloat64(0,!0);if(r==="INT32"&&s==="DECIMAL"&&o.byteLength===4)
return o.getInt32(0,!0)/10**(t.scale||0);if(r==="INT64"&&s==="DECIMAL"&&o.byteLength===8)return Number(o.getBigInt64(0,!0))/10**(t.scale||0);if(r==="INT32"&&s===
"DATE")return n.dateFromDays(o.getInt32(0,!0));if(r==="INT64"&&s==="TIMESTAMP_MILLIS")return n.timestampFromMilliseconds(o.getBigInt64(0,!0));if(r==="INT64"&&s===
"TIMESTAMP_MICROS")return n.timestampFromMicroseconds(o.getBigInt64(0,!0));if(r==="INT64"&&i?.type==="TIMESTAMP"&&i?.unit==="NANOS")return n.timestampFromNanoseconds(
o.getBigInt64(0,!0));if(r==="INT64"&&i?.type==="TIMESTAMP"&&i?.unit==="MICROS")return n.timestampFromMicroseconds(o.getBigInt64(0,!0));if(r==="INT64"&&i?.type===
"TIMESTAMP")return n.timestampFromMilliseconds(o.getBigInt64(0,!0));let a=s?.startsWith("UINT_")||i?.type==="INTEGER"&&!i.isSigned;if(r==="INT32"&&a&&o.byteLength===
4)return o.getUint32(0,!0);if(r==="INT64"&&a&&o.byteLength===8)return o.getBigUint64(0,!0);if(r==="INT32"&&o.byteLength===4)return o.getInt32(0,!0);if(r==="INT6\
4"&&o.byteLength===8)return o.getBigInt64(0,!0);if(s==="DECIMAL"){let c=t.scale||0;return c>308?rt(e)*10**-c:rt(e)/10**c}return i?.type==="FLOAT16"?Rn(e):i?.type===
"UUID"?n.uuidFromBytes(e):e}function Ds(e,t,n=void 0){let r={...ce,...n},s=ee(e);return{null_pages:s.field_1,min_values:s.field_2.map(i=>Se(i,t,r)),max_values:s.field_3.map(i=>Se(i,t,r)),boundary_order:Rs[s.
field_4],null_counts:s.field_5,repetition_level_histograms:s.field_6,definition_level_histograms:s.field_7}}function it(e){let t=ee(e);return{page_locations:t.field_1.
map(n=>({offset:n.field_1,compressed_page_size:n.field_2,first_row_index:n.field_3})),unencoded_byte_array_data_bytes:t.field_2}}var j=0xffffffffffffffffn,Te=0x9e3779b185ebca87n,ot=0xc2b2ae3d27d4eb4fn,Fs=0x165667b19e3779f9n,js=0x85ebca77c2b2ae63n,Hs=0x27d4eb2f165667c5n;function we(e,t){return(e<<
t|e>>64n-t)&j}function Fe(e,t){return e=e+t*ot&j,e=we(e,31n),e*Te&j}function Pt(e,t){return e^=Fe(0n,t),e*Te+js&j}function fe(e,t=0n){let n=new DataView(e.buffer,
e.byteOffset,e.byteLength),r=e.byteLength,s=0,i;if(r>=32){let o=t+Te+ot&j,a=t+ot&j,c=t,u=t-Te&j;for(;s+32<=r;)o=Fe(o,n.getBigUint64(s,!0)),s+=8,a=Fe(a,n.getBigUint64(
s,!0)),s+=8,c=Fe(c,n.getBigUint64(s,!0)),s+=8,u=Fe(u,n.getBigUint64(s,!0)),s+=8;i=we(o,1n)+we(a,7n)+we(c,12n)+we(u,18n)&j,i=Pt(i,o),i=Pt(i,a),i=Pt(i,c),i=Pt(i,u)}else
i=t+Hs&j;for(i=i+BigInt(r)&j;s+8<=r;)i^=Fe(0n,n.getBigUint64(s,!0)),i=we(i,27n)*Te+js&j,s+=8;for(s+4<=r&&(i^=BigInt(n.getUint32(s,!0))*Te&j,i=we(i,23n)*ot+Fs&j,
s+=4);s<r;)i^=BigInt(n.getUint8(s))*Hs&j,i=we(i,11n)*Te&j,s+=1;return i^=i>>33n,i=i*ot&j,i^=i>>29n,i=i*Fs&j,i^=i>>32n,i}var xa=new TextEncoder,va=new Uint32Array([1203114875,1150766481,2284105051,2729912477,1884591559,770785867,2667333959,1550580529]);function _a(e,t){return Number(
(e>>32n)*BigInt(t)>>32n)}function Aa(e){let t=new Uint32Array(8),n=Number(e&0xffffffffn)|0;for(let r=0;r<8;r++)t[r]=1<<(Math.imul(n,va[r])>>>27);return t}function Pn(e,t){let n=_a(t,e.length>>3)<<3,r=Aa(t);for(let s=0;s<8;s++)if((e[n+s]&r[s])===0)return!1;return!0}function qs(e){let t=ee(e),n=t.field_1;if(typeof n!=
"number"||n<=0||n%32!==0||!t.field_2?.field_1||!t.field_3?.field_1||!t.field_4?.field_1)return;let{view:r,offset:s}=e;if(s+n>r.byteLength)throw new Error(`parqu\
et bloom filter truncated: need ${n} bytes, have ${r.byteLength-s}`);let i=new Uint32Array(n>>2);for(let o=0;o<i.length;o++)i[o]=r.getUint32(s+o*4,!0);return e.
offset=s+n,{numBytes:n,blocks:i}}function Cn(e,t){if(e==null)return;let{type:n,converted_type:r,logical_type:s}=t;if(n==="BOOLEAN")return typeof e!="boolean"?void 0:
fe(new Uint8Array([e?1:0]));if(n==="FLOAT"){if(typeof e!="number")return;let i=new ArrayBuffer(4);return new DataView(i).setFloat32(0,e,!0),fe(new Uint8Array(i))}
if(n==="DOUBLE"){if(typeof e!="number")return;let i=new ArrayBuffer(8);return new DataView(i).setFloat64(0,e,!0),fe(new Uint8Array(i))}if(n==="INT32"){if(r==="D\
ATE"||r==="DECIMAL"||r==="TIME_MILLIS"||s?.type==="DATE"||s?.type==="TIME"||s?.type==="DECIMAL"||typeof e!="number"||!Number.isInteger(e))return;let i=new ArrayBuffer(
4);return new DataView(i).setInt32(0,e|0,!0),fe(new Uint8Array(i))}if(n==="INT64"){if(r==="TIMESTAMP_MILLIS"||r==="TIMESTAMP_MICROS"||r==="TIME_MICROS"||r==="DE\
CIMAL"||s?.type==="TIMESTAMP"||s?.type==="TIME"||s?.type==="DECIMAL")return;let i;if(typeof e=="bigint")i=e;else if(typeof e=="number"&&Number.isSafeInteger(e))
i=BigInt(e);else return;let o=new ArrayBuffer(8);return new DataView(o).setBigUint64(0,BigInt.asUintN(64,i),!0),fe(new Uint8Array(o))}if(n==="BYTE_ARRAY")return r===
"JSON"||r==="BSON"||r==="DECIMAL"||s?.type==="JSON"||s?.type==="BSON"||s?.type==="VARIANT"||s?.type==="GEOMETRY"||s?.type==="GEOGRAPHY"?void 0:typeof e=="string"?
fe(xa.encode(e)):e instanceof Uint8Array?fe(e):void 0;if(n==="FIXED_LEN_BYTE_ARRAY")return r==="DECIMAL"||r==="INTERVAL"||s?.type==="DECIMAL"||s?.type==="UUID"||
s?.type==="FLOAT16"||s?.type==="GEOMETRY"||s?.type==="GEOGRAPHY"?void 0:e instanceof Uint8Array?fe(e):void 0}function Vs(e){let t=new Set;return kn(e,t),t}function kn(e,t){
if(e){if("$and"in e&&Array.isArray(e.$and)){for(let n of e.$and)kn(n,t);return}if("$or"in e&&Array.isArray(e.$or)){for(let n of e.$or)kn(n,t);return}if(!("$nor"in
e))for(let[n,r]of Object.entries(e))n.startsWith("$")||(typeof r=="object"&&r!==null&&!Array.isArray(r)?("$eq"in r||"$in"in r)&&t.add(n):t.add(n))}}function Un(e,t){for(let r=0;r<t.length;r+=1e4)e.push(...t.slice(r,r+1e4))}function G(e,t,n=!0){if(n?e===t:e==t)return!0;if(!e||!t||typeof e!="object"||typeof t!=
"object")return!1;if(e instanceof Uint8Array&&t instanceof Uint8Array){if(e.length!==t.length)return!1;for(let s=0;s<e.length;s++)if(e[s]!==t[s])return!1;return!0}
if(e instanceof Date||t instanceof Date)return e instanceof Date&&t instanceof Date&&e.getTime()===t.getTime();if(Array.isArray(e)&&Array.isArray(t)){if(e.length!==
t.length)return!1;for(let s=0;s<e.length;s++)if(!G(e[s],t[s],n))return!1;return!0}let r=Object.keys(e);if(r.length!==Object.keys(t).length)return!1;for(let s of r)
if(!G(e[s],t[s],n))return!1;return!0}function Dn(e){if(!e)return[];if(e.length===1)return e[0];let t=[];for(let n of e)Un(t,n);return t}var Ys=new TextEncoder;function je(e){if(!e)return[];let t=[];return"$and"in e&&Array.isArray(e.$and)?t.push(...e.$and.flatMap(je)):"$or"in e&&Array.isArray(e.$or)?
t.push(...e.$or.flatMap(je)):"$nor"in e&&Array.isArray(e.$nor)?t.push(...e.$nor.flatMap(je)):t.push(...Object.keys(e)),[...new Set(t)]}function Ut(e){return[...new Set(
je(e).map(t=>t.split(".")[0]))]}function xe(e,t,n=!0){return"$and"in t&&Array.isArray(t.$and)?t.$and.every(r=>xe(e,r,n)):"$or"in t&&Array.isArray(t.$or)?t.$or.some(
r=>xe(e,r,n)):"$nor"in t&&Array.isArray(t.$nor)?!t.$nor.some(r=>xe(e,r,n)):Object.entries(t).every(([r,s])=>{let i=Sa(e,r);return typeof s!="object"||s===null||
Array.isArray(s)?G(i,s,n):Object.entries(s||{}).every(([o,a])=>o==="$gt"?i!=null&&i>a:o==="$gte"?i!=null&&i>=a:o==="$lt"?i!=null&&i<a:o==="$lte"?i!=null&&i<=a:o===
"$eq"?G(i,a,n):o==="$ne"?!G(i,a,n):o==="$in"?Array.isArray(a)&&Gs(i,a,n):o==="$nin"?Array.isArray(a)&&!Gs(i,a,n):o==="$not"?!xe({value:i},{value:a},n):!0)})}function Gs(e,t,n){
return t.some(r=>G(e,r,n)||Array.isArray(e)&&e.some(s=>G(s,r,n)))}function qe({rowGroup:e,physicalColumns:t,filter:n,strict:r=!0,bloomFilters:s,schemaElements:i}){
if(!n)return!1;if("$and"in n&&Array.isArray(n.$and))return n.$and.some(o=>qe({rowGroup:e,physicalColumns:t,filter:o,strict:r,bloomFilters:s,schemaElements:i}));
if("$or"in n&&Array.isArray(n.$or))return n.$or.every(o=>qe({rowGroup:e,physicalColumns:t,filter:o,strict:r,bloomFilters:s,schemaElements:i}));if("$nor"in n&&Array.
isArray(n.$nor))return!1;for(let[o,a]of Object.entries(n)){let c=t.indexOf(o);if(c===-1)continue;let u=e.columns[c].meta_data?.statistics,{min:d,max:f,min_value:p,
max_value:m,null_count:g}=u||{},y=p!==void 0?p:d,w=m!==void 0?m:f,b=y!==void 0&&w!==void 0,x=s?.[o],_=i?.[o],E=xe({value:null},{value:a},r)&&(g===void 0||g>0);if(b&&
!E&&Qs(a,y,w,r,_))return!0;for(let[v,A]of Object.entries(a||{}))if(x&&_){if(v==="$eq"){let $=Cn(A,_);if($!==void 0&&!Pn(x.blocks,$))return!0}if(v==="$in"&&Array.
isArray(A)&&A.length>0){let $=!0;for(let I of A){let R=Cn(I,_);if(R===void 0||Pn(x.blocks,R)){$=!1;break}}if($)return!0}}}return!1}function Qs(e,t,n,r,s){if(t===
void 0||n===void 0)return!1;let i=s?.type==="FLOAT"||s?.type==="DOUBLE"||s?.logical_type?.type==="FLOAT16";for(let[o,a]of Object.entries(e||{})){let c=He(t,a,r,
s),u=He(n,a,r,s),f=!(t instanceof Uint8Array||n instanceof Uint8Array)&&(s?.type!=="BYTE_ARRAY"||typeof a=="string"&&[...a].every(p=>p.charCodeAt(0)<=127));if(o===
"$gt"&&f&&u!==void 0&&u<=0||o==="$gte"&&f&&u!==void 0&&u<0||o==="$lt"&&f&&c!==void 0&&c>=0||o==="$lte"&&f&&c!==void 0&&c>0)return!0;if(o==="$eq"){let p=He(a,t,r,
s),m=He(a,n,r,s);if(p!==void 0&&p<0||m!==void 0&&m>0)return!0}if(o==="$ne"&&!i&&G(t,n,r)&&G(t,a,r)||o==="$in"&&Array.isArray(a)&&a.every(p=>{let m=He(p,t,r,s),g=He(
p,n,r,s);return m!==void 0&&m<0||g!==void 0&&g>0})||o==="$nin"&&!i&&Array.isArray(a)&&G(t,n,r)&&a.some(p=>G(t,p,r)))return!0}return!1}function He(e,t,n,r){if(r?.
type==="BYTE_ARRAY")return typeof e!="string"||typeof t!="string"?void 0:zs(Ys.encode(e),Ys.encode(t));if(e instanceof Uint8Array||t instanceof Uint8Array)return!(e instanceof
Uint8Array)||!(t instanceof Uint8Array)?void 0:zs(e,t);if(e<t)return-1;if(e>t)return 1;if(G(e,t,n))return 0}function zs(e,t){let n=Math.min(e.length,t.length);for(let r=0;r<
n;r++){if(e[r]<t[r])return-1;if(e[r]>t[r])return 1}return e.length<t.length?-1:e.length>t.length?1:0}function Ea(e,t){return xe({value:null},{value:e},t)}function Ct(e,t,n,r=!0){
if(!e)return;if("$and"in e&&Array.isArray(e.$and)){let i;for(let o of e.$and)i=Ws(i,Ct(o,t,n,r));return i}if("$or"in e&&Array.isArray(e.$or)){let i=[];for(let o of e.
$or){let a=Ct(o,t,n,r);if(!a)return;i=$a(i,a)}return i}if("$nor"in e&&Array.isArray(e.$nor))return;let s;for(let[i,o]of Object.entries(e)){let a=t[i];if(!a)continue;
let c=Ea(o,r),u=[];for(let d=0;d<a.pageStarts.length;d++){let f=a.pageStarts[d],p=d+1<a.pageStarts.length?a.pageStarts[d+1]:n,m=a.nullCounts?.[d],g=c&&(m===void 0||
m>0);if(!(!a.nullPages[d]&&!g&&Qs(o,a.minValues[d],a.maxValues[d],r,a.element))){let w=u[u.length-1];w&&w[1]===f?w[1]=p:u.push([f,p])}}s=Ws(s,u)}return s}function Ws(e,t){
if(!e)return t;if(!t)return e;let n=[],r=0,s=0;for(;r<e.length&&s<t.length;){let i=Math.max(e[r][0],t[s][0]),o=Math.min(e[r][1],t[s][1]);i<o&&n.push([i,o]),e[r][1]<
t[s][1]?r++:s++}return n}function $a(e,t){let n=[],r=0,s=0;for(;r<e.length||s<t.length;){let i=s>=t.length||r<e.length&&e[r][0]<=t[s][0]?e[r++]:t[s++],o=n[n.length-
1];o&&i[0]<=o[1]?o[1]=Math.max(o[1],i[1]):n.push([i[0],i[1]])}return n}function Sa(e,t){let n=e;for(let r of t.split("."))n=n?.[r];return n}var Ks=1<<21,La=8192;function Js(e){let{metadata:t,rowStart:n=0,columns:r,useOffsetIndex:s=!1}=e;if(!t)throw new Error("parquetPlan requires metadata");let i=[],
o=[],a=[],c=Xs(e);for(let u of c.groups){let d=ei({...u,columns:r,useOffsetIndex:s});i.push(...d.groups),o.push(...d.fetches),a.push(...d.indexes)}return o.push(
...a),{metadata:t,rowStart:n,rowEnd:c.rowEnd,columns:r,fetches:o,groups:i}}function Xs({metadata:e,rowStart:t=0,rowEnd:n=1/0,columns:r,filter:s,filterStrict:i=!0,
bloomFiltersByGroup:o,schemaElements:a,pageRangesByGroup:c,pageLocationsByGroup:u}){if(!e)throw new Error("parquetPlan requires metadata");let d=Q(e),f=Ot(d),p=s?
{...si(d),...a}:a,m=[],g=0;for(let y=0;y<e.row_groups.length;y++){let w=e.row_groups[y],b=Number(w.num_rows),x=g+b;if(b>0&&x>t&&g<n&&!qe({rowGroup:w,physicalColumns:f,
filter:s,strict:i,bloomFilters:o?.[y],schemaElements:p})){let _=Math.max(t-g,0),E=Math.min(n-g,b),v=c?.[y],A=u?.[y],$=v?v.map(([I,R])=>[Math.max(I,_),Math.min(R,
E)]).filter(([I,R])=>I<R):[[_,E]];$.length>1&&($=w.columns.every(R=>{let N=R.meta_data?.path_in_schema[0],F=R.meta_data?.path_in_schema.join(".");return r&&N&&!r.
includes(N)?!0:!!(R.offset_index_offset&&R.offset_index_length)||!!(F&&A?.[F])})?Ta($,w,r,A):[[$[0][0],$[$.length-1][1]]]),$.length&&m.push({rowGroup:w,groupIndex:y,
groupStart:g,groupRows:b,ranges:$,pageRanges:v,pageLocations:A})}g=x}return{groups:m,rowEnd:isFinite(n)?n:g}}function ei({rowGroup:e,groupStart:t,groupRows:n,ranges:r,
columns:s,useOffsetIndex:i=!1,pageRanges:o,pageLocations:a}){let c=[],u=[],d=[],f=r.length>1||r[0][0]>0||r[0][1]<n;for(let y of e.columns){let w=y.meta_data;if(y.
file_path)throw new Error("parquet file_path not supported");if(!w)throw new Error("parquet column metadata is undefined");if(s&&!s.includes(w.path_in_schema[0]))
continue;let b=w.dictionary_page_offset||w.data_page_offset,x=Number(b),_=Number(b+w.total_compressed_size),E=a?.[w.path_in_schema.join(".")];if(E&&f)c.push({columnMetadata:w,
pageLocations:E,range:{startByte:x,endByte:_}});else if((i||o)&&y.offset_index_offset&&y.offset_index_length&&f){let v=Number(y.offset_index_offset);c.push({columnMetadata:w,
offsetIndex:{startByte:v,endByte:v+y.offset_index_length},range:{startByte:Number(b),endByte:_}})}else c.push({columnMetadata:w,range:{startByte:x,endByte:_}})}
let p=[],m;for(let y of c)"pageLocations"in y||("offsetIndex"in y?d.push(y.offsetIndex):s?p.push(y.range):m&&y.range.endByte-m.startByte<=Ks?m.endByte=y.range.endByte:
(m&&u.push(m),m={...y.range}));return m&&u.push(m),u.push(...ri(p,La,Ks)),{groups:r.map(([y,w])=>({chunks:c,rowGroup:e,groupStart:t,groupRows:n,selectStart:y,selectEnd:w})),
fetches:u,indexes:d}}function Ta(e,t,n,r){let s=t.columns.filter(o=>!n||n.includes(o.meta_data?.path_in_schema[0]||"")).map(o=>r?.[o.meta_data?.path_in_schema.join(
".")||""]),i=[];for(let o of e){let a=i[i.length-1],c=a&&s.some(u=>{if(!u)return!0;let d=Zs(a,u,Number(t.num_rows)),f=Zs(o,u,Number(t.num_rows));return d[0]<=f[1]&&
f[0]<=d[1]});a&&c?a[1]=o[1]:i.push([...o])}return i}function Zs([e,t],n,r){let s=1/0,i=-1/0;for(let o=0;o<n.length;o++){let a=Number(n[o].first_row_index);(o+1<
n.length?Number(n[o+1].first_row_index):r)>e&&a<t&&(s=Math.min(s,o),i=o)}return[s,i]}async function ti({file:e,metadata:t,filter:n,filterStrict:r=!0}){let s=t.row_groups.
map(()=>({})),i=Vs(n);if(i.size===0)return s;let o=Ot(Q(t)),a=[];return t.row_groups.forEach((c,u)=>{if(!qe({rowGroup:c,physicalColumns:o,filter:n,strict:r}))for(let d of i){
let f=o.indexOf(d);if(f===-1)continue;let p=c.columns[f]?.meta_data;if(!p?.bloom_filter_offset||!p.bloom_filter_length)continue;let m=Number(p.bloom_filter_offset),
g=m+p.bloom_filter_length;a.push((async()=>{let y=await e.slice(m,g),w=qs({view:new DataView(y),offset:0});w&&(s[u][d]=w)})())}}),a.length&&await Promise.all(a),
s}async function ni({file:e,metadata:t,filter:n,filterStrict:r=!0,rowStart:s=0,rowEnd:i=1/0,columns:o,bloomFiltersByGroup:a,schemaElements:c,parsers:u}){let d=t.
row_groups.map(()=>{}),f=t.row_groups.map(()=>({}));if(n&&"$nor"in n&&Array.isArray(n.$nor))return{pageRangesByGroup:d,pageLocationsByGroup:f};let p=je(n);if(!p.
length)return{pageRangesByGroup:d,pageLocationsByGroup:f};let m=Q(t),g=Ot(m),y={...si(m),...c},w=[],b=[],x=[],_=0;if(t.row_groups.forEach((E,v)=>{let A=Number(E.
num_rows),$=_+A,I=A>0&&$>s&&_<i;if(_=$,!I||qe({rowGroup:E,physicalColumns:g,filter:n,strict:r,bloomFilters:a?.[v],schemaElements:y}))return;let R={},N=0,F=new Set,
V=!1;for(let B of p){let T=g.indexOf(B);if(T===-1)continue;let L=E.columns[T];if(!L?.meta_data||!L.column_index_offset||!L.column_index_length||!L.offset_index_offset||
!L.offset_index_length)continue;let z=y[B];if(!z)continue;V=!0,F.add(B);let K=Number(L.column_index_offset),J=Number(L.offset_index_offset),de=K+L.column_index_length,
ve=J+L.offset_index_length;w.push({startByte:K,endByte:de},{startByte:J,endByte:ve}),N++,b.push(async Ie=>{let[ct,ft]=await Promise.all([Ie.slice(K,de),Ie.slice(
J,ve)]),_e=Ds({view:new DataView(ct),offset:0},z,u),Ge=it({view:new DataView(ft),offset:0});f[v][B]=Ge.page_locations,R[B]={minValues:_e.min_values,maxValues:_e.
max_values,nullPages:_e.null_pages,nullCounts:_e.null_counts,pageStarts:Ge.page_locations.map(ne=>Number(ne.first_row_index)),element:z}})}if(V)for(let B of E.columns){
let T=B.meta_data;if(!T)continue;let L=T.path_in_schema[0],U=T.path_in_schema.join(".");if(o&&!o.includes(L)||F.has(U)||!B.offset_index_offset||!B.offset_index_length)
continue;F.add(U);let z=Number(B.offset_index_offset),K=z+B.offset_index_length;w.push({startByte:z,endByte:K}),N++,b.push(async J=>{let de=await J.slice(z,K),ve=it(
{view:new DataView(de),offset:0});f[v][U]=ve.page_locations})}N&&x.push({rgIdx:v,groupRows:A,columnPages:R})}),b.length){let E=Fn(e,{fetches:ri(w)});await Promise.
all(b.map(v=>v(E)));for(let{rgIdx:v,groupRows:A,columnPages:$}of x)d[v]=Ct(n,$,A,r)}return{pageRangesByGroup:d,pageLocationsByGroup:f}}function ri(e,t=0,n=1/0){
let r=e.map(i=>({...i})).sort((i,o)=>i.startByte-o.startByte||i.endByte-o.endByte),s=[];for(let i of r){let o=s[s.length-1];o&&i.startByte<=o.endByte+t&&Math.max(
o.endByte,i.endByte)-o.startByte<=n?o.endByte=Math.max(o.endByte,i.endByte):s.push(i)}return s}function si(e){let t={};function n(r){if(r.children.length)for(let s of r.
children)n(s);else t[r.path.join(".")]=r.element}return n(e),t}function Fn(e,{fetches:t}){let n=t.map(({startByte:r,endByte:s})=>e.slice(r,s));return{byteLength:e.
byteLength,slice(r,s=e.byteLength){let i=t.findIndex(({startByte:o,endByte:a})=>o<=r&&s<=a);if(i<0)return e.slice(r,s);if(t[i].startByte!==r||t[i].endByte!==s){
let o=r-t[i].startByte,a=s-t[i].startByte;return n[i]instanceof Promise?n[i].then(c=>c.slice(o,a)):n[i].slice(o,a)}else return n[i]}}}var jn=new TextDecoder,ii=new WeakMap;function qn(e,t=ce){if(Array.isArray(e))return e.map(n=>qn(n,t));if(typeof e!="object")return e;if("metadata"in e){let n=Ra(
e.metadata),r=e.typed_value&&Dt(e.typed_value,n,t),s=e.value&&at(Ft(e.value),n,t);return r&&s?{...s,...r}:r??s}return e}function Dt(e,t,n){if(e instanceof Date)
return e;if(e&&typeof e=="object"&&!Array.isArray(e)&&!(e instanceof Uint8Array)){if("typed_value"in e&&e.typed_value!==null&&e.typed_value!==void 0)return Dt(e.
typed_value,t,n);if("value"in e&&e.value instanceof Uint8Array)return at(Ft(e.value),t,n);if("typed_value"in e||"value"in e)return null;let r={};for(let[s,i]of Object.
entries(e))t.dictionary.includes(s)&&(r[s]=Dt(i,t,n));return r}return e instanceof Uint8Array?at(Ft(e),t,n):Array.isArray(e)?e.map(r=>Dt(r,t,n)):e}function Ft(e){
return{view:new DataView(e.buffer,e.byteOffset,e.byteLength),offset:0}}function Ra(e){let t=ii.get(e.buffer);t||(t=new Map,ii.set(e.buffer,t));let n=`${e.byteOffset}\
:${e.byteLength}`,r=t.get(n);if(r)return r;let s=Ft(e),i=s.view.getUint8(s.offset++),o=i&15;if(o!==1)throw new Error(`parquet unsupported variant metadata versi\
on: ${o}`);let a=(i>>4&1)===1,c=(i>>6&3)+1,u=Re(s,c),d=new Array(u+1);for(let g=0;g<d.length;g++)d[g]=Re(s,c);let f=s.offset,p=new Array(u);for(let g=0;g<u;g++){
let y=d[g],w=d[g+1],b=new Uint8Array(e.buffer,e.byteOffset+f+y,w-y);p[g]=jn.decode(b)}let m={dictionary:p,sorted:a};return t.set(n,m),m}function Re(e,t){let n=0;
for(let r=0;r<t;r++)n|=e.view.getUint8(e.offset+r)<<r*8;return e.offset+=t,n}function at(e,t,n){let r=e.view.getUint8(e.offset++),s=r&3,i=r>>2;if(s===0)return Ia(
e,i,n);if(s===2)return Ma(e,i,t,n);if(s===3)return Ba(e,i,t,n);let o=new Uint8Array(e.view.buffer,e.view.byteOffset+e.offset,i);return e.offset+=i,jn.decode(o)}
function Ia(e,t,n){switch(t){case 0:return null;case 1:return!0;case 2:return!1;case 3:{let r=e.view.getInt8(e.offset);return e.offset+=1,r}case 4:{let r=e.view.
getInt16(e.offset,!0);return e.offset+=2,r}case 5:{let r=e.view.getInt32(e.offset,!0);return e.offset+=4,r}case 6:{let r=e.view.getBigInt64(e.offset,!0);return e.
offset+=8,r}case 7:{let r=e.view.getFloat64(e.offset,!0);return e.offset+=8,r}case 8:return Hn(e,4);case 9:return Hn(e,8);case 10:return Hn(e,16);case 11:{let r=e.
view.getInt32(e.offset,!0);return e.offset+=4,n.dateFromDays(r)}case 12:case 13:{let r=e.view.getBigInt64(e.offset,!0);return e.offset+=8,n.timestampFromMicroseconds(
r)}case 14:{let r=e.view.getFloat32(e.offset,!0);return e.offset+=4,r}case 15:return oi(e);case 16:{let r=oi(e);return jn.decode(r)}case 17:{let r=e.view.getBigInt64(
e.offset,!0);return e.offset+=8,r}case 18:case 19:{let r=e.view.getBigInt64(e.offset,!0);return e.offset+=8,n.timestampFromNanoseconds(r)}case 20:{let r=new Uint8Array(
e.view.buffer,e.view.byteOffset+e.offset,16);e.offset+=16;let s=Array.from(r,i=>i.toString(16).padStart(2,"0")).join("");return`${s.slice(0,8)}-${s.slice(8,12)}\
-${s.slice(12,16)}-${s.slice(16,20)}-${s.slice(20)}`}default:throw new Error(`parquet unsupported variant primitive type: ${t}`)}}function Ma(e,t,n,r){let s=(t&
3)+1,i=(t>>2&3)+1,a=t>>4&1?Re(e,4):e.view.getUint8(e.offset++),c=new Array(a);for(let f=0;f<a;f++)c[f]=Re(e,i);let u=new Array(a+1);for(let f=0;f<u.length;f++)u[f]=
Re(e,s);let d={};for(let f=0;f<a;f++){let p=n.dictionary[c[f]],m={view:e.view,offset:e.offset+u[f]};d[p]=at(m,n,r)}return e.offset+=u[u.length-1],d}function Ba(e,t,n,r){
let s=t&3,i=t>>2&1,o=s+1,a=Re(e,i?4:1),c=new Array(a+1);for(let f=0;f<c.length;f++)c[f]=Re(e,o);let u=e.offset,d=new Array(a);for(let f=0;f<a;f++){let p={view:e.
view,offset:u+c[f]};d[f]=at(p,n,r)}return e.offset=u+c[c.length-1],d}function Hn(e,t){let n=e.view.getUint8(e.offset);e.offset+=1;let r;if(t===4)r=BigInt(e.view.
getInt32(e.offset,!0)),e.offset+=4;else if(t===8)r=e.view.getBigInt64(e.offset,!0),e.offset+=8;else{let s=e.view.getBigUint64(e.offset,!0);r=e.view.getBigInt64(
e.offset+8,!0)<<64n|s,e.offset+=16}return Number(r)/10**n}function oi(e){let t=e.view.getUint32(e.offset,!0);e.offset+=4;let n=new Uint8Array(e.view.buffer,e.view.
byteOffset+e.offset,t);return e.offset+=t,n}function Vn(e,t,n,r,s){let i=st(s);if(!t?.length&&!n.length){if(!i||!r.length)return r;t=new Array(r.length).fill(i)}let o=t?.length||n.length,a=s.map(({element:g})=>g.
repetition_type),c=0,u=[e],d=e,f=0,p=0,m=0;if(n[0])for(;f<a.length-2&&m<n[0];)f++,a[f]!=="REQUIRED"&&(d=d.at(-1),u.push(d),p++),a[f]==="REPEATED"&&m++;for(let g=0;g<
o;g++){let y=t?.length?t[g]:i,w=n[g];for(;f&&(w<m||a[f]!=="REPEATED");)a[f]!=="REQUIRED"&&(u.pop(),p--),a[f]==="REPEATED"&&m--,f--;for(d=u.at(-1);(f<a.length-2||
a[f+1]==="REPEATED")&&(p<y||a[f+1]==="REQUIRED");){if(f++,a[f]!=="REQUIRED"){let b=[];d.push(b),d=b,u.push(b),p++}a[f]==="REPEATED"&&m++}y===i?d.push(r[c++]):f===
a.length-2?d.push(a[f+1]==="REPEATED"?[]:null):d.push([])}if(!e.length)for(let g=0;g<i;g++){let y=[];d.push(y),d=y}return e}function Ve(e,t,n,r=0){let s=t.path.
join("."),i=t.element.repetition_type==="OPTIONAL",o=i?r+1:r;if(ks(t)){let a=t.children[0],c=o;a.children.length===1&&(a=a.children[0],c++),Ve(e,a,n,c);let u=a.
path.join("."),d=e.get(u);if(!d)throw new Error("parquet list column missing values");i&&Ht(d,r),e.set(s,d),e.delete(u);return}if(Ps(t)){let a=t.children[0].element.
name;Ve(e,t.children[0].children[0],n,o+1),Ve(e,t.children[0].children[1],n,o+1);let c=e.get(`${s}.${a}.key`),u=e.get(`${s}.${a}.value`);if(!c)throw new Error("\
parquet map column missing keys");if(!u)throw new Error("parquet map column missing values");if(c.length!==u.length)throw new Error("parquet map column key/valu\
e length mismatch");let d=ai(c,u,o);i&&Ht(d,r),e.delete(`${s}.${a}.key`),e.delete(`${s}.${a}.value`),e.set(s,d);return}if(t.children.length){let a=t.element.repetition_type===
"REQUIRED"?r:r+1,c={};for(let d of t.children){Ve(e,d,n,a);let f=e.get(d.path.join("."));if(!f)throw new Error("parquet struct missing child data");c[d.element.
name]=f}for(let d of t.children)e.delete(d.path.join("."));let u=li(c,a);t.element.logical_type?.type==="VARIANT"&&(u=qn(u,n)),i&&Ht(u,r),e.set(s,u)}}function Ht(e,t){
for(let n=0;n<e.length;n++)t?Ht(e[n],t-1):e[n]=e[n].length?e[n][0]:null}function ai(e,t,n){let r=[];for(let s=0;s<e.length;s++)if(n)r.push(ai(e[s],t[s],n-1));else if(e[s]){
let i={};for(let o=0;o<e[s].length;o++){let a=t[s][o];i[e[s][o]]=a===void 0?null:a}r.push(i)}else r.push(void 0);return r}function li(e,t){let n=Object.keys(e),
r=e[n[0]]?.length,s=[];for(let i=0;i<r;i++){let o={};for(let a of n){if(e[a].length!==r)throw new Error("parquet struct parsing error");o[a]=e[a][i]}t?s.push(li(
o,t-1)):s.push(o)}return s}var ci=[1,10,100,1e3,1e4,1e5,1e6,1e7,1e8,1e9,1e10,1e11,1e12,1e13,1e14,1e15,1e16,1e17,1e18],fi=[1,.1,.01,.001,1e-4,1e-5,1e-6,1e-7,1e-8,1e-9,1e-10,1e-11,1e-12,1e-13,
1e-14,1e-15,1e-16,1e-17,1e-18],Oa=ci.slice(0,11).map(Math.fround),Na=fi.slice(0,11).map(Math.fround);function Yn(e,t,n){if(n==="FLOAT")return ka(e,t);if(n==="DO\
UBLE")return Pa(e,t);throw new Error(`ALP encoding unsupported type: ${n}`)}function ui(e){let{view:t}=e,n=t.getUint8(e.offset++);if(n!==0)throw new Error(`ALP \
unsupported compression mode: ${n}`);let r=t.getUint8(e.offset++);if(r!==0)throw new Error(`ALP unsupported integer encoding: ${r}`);let s=t.getUint8(e.offset++);
if(s<3||s>15)throw new Error(`ALP invalid log_vector_size: ${s}`);let i=1<<s,o=t.getInt32(e.offset,!0);e.offset+=4;let a=Math.ceil(o/i),c=e.offset;return e.offset+=
a*4,{vectorSize:i,numElements:o,numVectors:a,offsetArrayStart:c}}function ka(e,t){let{view:n}=e,{vectorSize:r,numElements:s,numVectors:i,offsetArrayStart:o}=ui(
e);if(s!==t)throw new Error(`ALP num_elements ${s} does not match expected ${t}`);let a=new Float32Array(t),c=new Uint8Array(a.buffer);for(let u=0;u<i;u++){e.offset=
o+n.getUint32(o+u*4,!0);let d=u*r,f=Math.min(r,s-d),p=n.getUint8(e.offset++),m=n.getUint8(e.offset++),g=n.getUint16(e.offset,!0);e.offset+=2;let y=n.getInt32(e.
offset,!0);e.offset+=4;let w=n.getUint8(e.offset++),b=pi(e,f,w),x=Oa[m],_=Na[p];for(let E=0;E<f;E++){let v=b[E]+y|0;a[d+E]=Math.fround(Math.fround(v)*x)*_}di(e,
g,4,c,d)}return a}function Pa(e,t){let{view:n}=e,{vectorSize:r,numElements:s,numVectors:i,offsetArrayStart:o}=ui(e);if(s!==t)throw new Error(`ALP num_elements ${s}\
 does not match expected ${t}`);let a=new Float64Array(t),c=new Uint8Array(a.buffer);for(let u=0;u<i;u++){e.offset=o+n.getUint32(o+u*4,!0);let d=u*r,f=Math.min(
r,s-d),p=n.getUint8(e.offset++),m=n.getUint8(e.offset++),g=n.getUint16(e.offset,!0);e.offset+=2;let y=n.getBigInt64(e.offset,!0);e.offset+=8;let w=n.getUint8(e.
offset++),b=ci[m],x=fi[p],_=Number(y);if(w<=32&&Number.isSafeInteger(_)){let E=pi(e,f,w);for(let v=0;v<f;v++)a[d+v]=(E[v]+_)*b*x}else{let E=Ca(e,f,w);for(let v=0;v<
f;v++){let A=BigInt.asIntN(64,E[v]+y);a[d+v]=Number(A)*b*x}}di(e,g,8,c,d)}return a}function di(e,t,n,r,s){if(!t)return;let{view:i}=e,o=e.offset,a=o+t*2,c=new Uint8Array(
i.buffer,i.byteOffset+a,t*n);for(let u=0;u<t;u++){let d=i.getUint16(o+u*2,!0),f=(s+d)*n;r.set(c.subarray(u*n,(u+1)*n),f)}e.offset=a+t*n}function pi(e,t,n){let r=new Uint32Array(
t);if(!n)return r;let{view:s}=e,i=e.offset,o=2**n,a=0;for(let c=0;c<t;c++){let u=i+(a>>>3),d=a&7,f=s.getUint8(u++)>>>d,p=8-d;for(;p<n;)f+=s.getUint8(u++)*2**p,p+=
8;r[c]=f%o,a+=n}return e.offset=i+Math.ceil(t*n/8),r}function Ca(e,t,n){let r=new BigUint64Array(t);if(!n)return r;let{view:s}=e,i=e.offset,o=(1n<<BigInt(n))-1n,
a=0n,c=0,u=i;for(let d=0;d<t;d++){for(;c<n;)a|=BigInt(s.getUint8(u++))<<BigInt(c),c+=8;r[d]=a&o,a>>=BigInt(n),c-=n}return e.offset=i+Math.ceil(t*n/8),r}function Ye(e,t,n){if(n instanceof Int32Array){Ua(e,t,n);return}let r=Y(e),s=Y(e);Y(e);let i=kt(e),o=0;n[o++]=i;let a=r/s;for(;o<t;){let c=kt(e),u=new Uint8Array(
s);for(let d=0;d<s;d++)u[d]=e.view.getUint8(e.offset++);for(let d=0;d<s&&o<t;d++){let f=u[d];if(f){let p=0,m=a,g=(1n<<BigInt(f))-1n;for(;m&&o<t;){let y=BigInt(e.
view.getUint32(e.offset,!0)>>>p)&g;for(p+=f;p>=32;)p-=32,e.offset+=4,p&&(y|=BigInt(e.view.getUint32(e.offset,!0))<<BigInt(f-p)&g);let w=c+y;i+=w,n[o++]=i,m--}m&&
(e.offset+=Math.ceil((m*f+p)/8))}else for(let p=0;p<a&&o<t;p++)i+=c,n[o++]=i}}}function Ua(e,t,n){let r=Y(e),s=Y(e);Y(e);let i=Nt(e),o=0;n[o++]=i;let a=r/s,{view:c}=e;
for(;o<t;){let u=Da(e),d=e.offset,f=d+s;for(let p=0;p<s&&o<t;p++){let m=c.getUint8(d+p),g=f+a*m/8,y=0;for(let w=0;w<a&&o<t;w++){let b=0,x=0;for(;x<m;){let _=Math.
min(8-y,m-x);x<32&&(b|=(c.getUint8(f)>>>y&(1<<_)-1)<<x),x+=_,y+=_,y===8&&(y=0,f++)}i=i+u+b|0,n[o++]=i}f=g}e.offset=f}}function Da(e){let t=e.offset,n=Y(e),r=e.offset-
t===5?e.view.getUint8(t+4)>>>4&1:0;return(n>>>1|r<<31)^-(n&1)}function Gn(e,t,n){let r=new Int32Array(t);Ye(e,t,r);for(let s=0;s<t;s++)n[s]=new Uint8Array(e.view.
buffer,e.view.byteOffset+e.offset,r[s]),e.offset+=r[s]}function zn(e,t,n){let r=new Int32Array(t);Ye(e,t,r);let s=new Int32Array(t);Ye(e,t,s);for(let i=0;i<t;i++){
let o=new Uint8Array(e.view.buffer,e.view.byteOffset+e.offset,s[i]);r[i]?(n[i]=new Uint8Array(r[i]+s[i]),n[i].set(n[i-1].subarray(0,r[i])),n[i].set(o,r[i])):n[i]=
o,e.offset+=s[i]}}function ue(e,t,n,r){r===void 0&&(r=e.view.getUint32(e.offset,!0),e.offset+=4);let s=e.offset,i=0;for(;i<n.length;){let o=Y(e);if(o&1)i=Ha(e,o,t,n,i);else{let a=o>>>
1;Fa(e,a,t,n,i),i+=a}}e.offset=s+r}function Fa(e,t,n,r,s){let i=n+7>>3,o=0;for(let a=0;a<i;a++)o|=e.view.getUint8(e.offset++)<<(a<<3);for(let a=0;a<t;a++)r[s+a]=
o}function Ha(e,t,n,r,s){let i=t>>1<<3,o=(1<<n)-1,a=0;if(e.offset<e.view.byteLength)a=e.view.getUint8(e.offset++);else if(o)throw new Error(`parquet bitpack off\
set ${e.offset} out of range`);let c=8,u=0;for(;i;)u>8?(u-=8,c-=8,a>>>=8):c-u<n?(a|=e.view.getUint8(e.offset)<<c,e.offset++,c+=8):(s<r.length&&(r[s++]=a>>u&o),i--,
u+=n);return s}function Wn(e,t,n,r){let s=ja(n,r),i=new Uint8Array(t*s);for(let o=0;o<s;o++)for(let a=0;a<t;a++)i[a*s+o]=e.view.getUint8(e.offset++);if(n==="FLO\
AT")return new Float32Array(i.buffer);if(n==="DOUBLE")return new Float64Array(i.buffer);if(n==="INT32")return new Int32Array(i.buffer);if(n==="INT64")return new BigInt64Array(
i.buffer);if(n==="FIXED_LEN_BYTE_ARRAY"){let o=new Array(t);for(let a=0;a<t;a++)o[a]=i.subarray(a*s,(a+1)*s);return o}throw new Error(`parquet byte_stream_split\
 unsupported type: ${n}`)}function ja(e,t){switch(e){case"INT32":case"FLOAT":return 4;case"INT64":case"DOUBLE":return 8;case"FIXED_LEN_BYTE_ARRAY":if(!t)throw new Error(
"parquet byteWidth missing type_length");return t;default:throw new Error(`parquet unsupported type: ${e}`)}}function lt(e,t,n,r){if(n===0)return[];if(t==="BOOLEAN")return qa(e,n);if(t==="INT32")return Va(e,n);if(t==="INT64")return Ya(e,n);if(t==="INT96")return Ga(e,n);
if(t==="FLOAT")return za(e,n);if(t==="DOUBLE")return Wa(e,n);if(t==="BYTE_ARRAY")return Qa(e,n);if(t==="FIXED_LEN_BYTE_ARRAY"){if(!r)throw new Error("parquet mi\
ssing fixed length");return Ka(e,n,r)}else throw new Error(`parquet unhandled type: ${t}`)}function qa(e,t){let n=new Array(t);for(let r=0;r<t;r++){let s=e.offset+
(r/8|0),i=r%8,o=e.view.getUint8(s);n[r]=(o&1<<i)!==0}return e.offset+=Math.ceil(t/8),n}function Va(e,t){let n=(e.view.byteOffset+e.offset)%4?new Int32Array(jt(e.
view.buffer,e.view.byteOffset+e.offset,t*4)):new Int32Array(e.view.buffer,e.view.byteOffset+e.offset,t);return e.offset+=t*4,n}function Ya(e,t){let n=(e.view.byteOffset+
e.offset)%8?new BigInt64Array(jt(e.view.buffer,e.view.byteOffset+e.offset,t*8)):new BigInt64Array(e.view.buffer,e.view.byteOffset+e.offset,t);return e.offset+=t*
8,n}function Ga(e,t){let n=new Array(t);for(let r=0;r<t;r++){let s=e.view.getBigInt64(e.offset+r*12,!0),i=e.view.getInt32(e.offset+r*12+8,!0);n[r]=BigInt(i)<<64n|
s}return e.offset+=t*12,n}function za(e,t){let n=(e.view.byteOffset+e.offset)%4?new Float32Array(jt(e.view.buffer,e.view.byteOffset+e.offset,t*4)):new Float32Array(
e.view.buffer,e.view.byteOffset+e.offset,t);return e.offset+=t*4,n}function Wa(e,t){let n=(e.view.byteOffset+e.offset)%8?new Float64Array(jt(e.view.buffer,e.view.
byteOffset+e.offset,t*8)):new Float64Array(e.view.buffer,e.view.byteOffset+e.offset,t);return e.offset+=t*8,n}function Qa(e,t){let n=new Array(t);for(let r=0;r<
t;r++){let s=e.view.getUint32(e.offset,!0);e.offset+=4,n[r]=new Uint8Array(e.view.buffer,e.view.byteOffset+e.offset,s),e.offset+=s}return n}function Ka(e,t,n){let r=new Array(
t);for(let s=0;s<t;s++)r[s]=new Uint8Array(e.view.buffer,e.view.byteOffset+e.offset,n),e.offset+=n;return r}function jt(e,t,n){let r=new ArrayBuffer(n);return new Uint8Array(
r).set(new Uint8Array(e,t,n)),r}var Za=[0,255,65535,16777215,4294967295];function mi(e,t,n,r,s){for(let i=0;i<s;i++)n[r+i]=e[t+i]}function hi(e,t){let n=e.byteLength,r=t.byteLength,s=0,i=0;for(;s<
n;){let o=e[s];if(s++,o<128)break}if(r&&s>=n)throw new Error("invalid snappy length header");for(;s<n;){let o=e[s],a=0;if(s++,s>=n)throw new Error("missing eof \
marker");if((o&3)===0){let c=(o>>>2)+1;if(c>60){if(s+3>=n)throw new Error("snappy error literal pos + 3 >= inputLength");let u=c-60;c=e[s]+(e[s+1]<<8)+(e[s+2]<<
16)+(e[s+3]<<24),c=(c&Za[u])+1,s+=u}if(s+c>n)throw new Error("snappy error literal exceeds input length");mi(e,s,t,i,c),s+=c,i+=c}else{let c=0;switch(o&3){case 1:
a=(o>>>2&7)+4,c=e[s]+(o>>>5<<8),s++;break;case 2:if(n<=s+1)throw new Error("snappy error end of input");a=(o>>>2)+1,c=e[s]+(e[s+1]<<8),s+=2;break;case 3:if(n<=s+
3)throw new Error("snappy error end of input");a=(o>>>2)+1,c=e[s]+(e[s+1]<<8)+(e[s+2]<<16)+(e[s+3]<<24),s+=4;break;default:break}if(c===0||isNaN(c))throw new Error(
`invalid offset ${c} pos ${s} inputLength ${n}`);if(c>i)throw new Error("cannot copy from before start of buffer");mi(t,i-c,t,i,a),i+=a}}if(i!==r)throw new Error(
"premature end of input")}function gi(e,t,{type:n,element:r,schemaPath:s}){let i=new DataView(e.buffer,e.byteOffset,e.byteLength),o={view:i,offset:0},a,c=Ja(o,t,s),{definitionLevels:u,numNulls:d}=Xa(
o,t,s),f=t.num_values-d;if(t.encoding==="PLAIN")a=lt(o,n,f,r.type_length);else if(t.encoding==="PLAIN_DICTIONARY"||t.encoding==="RLE_DICTIONARY"||t.encoding==="\
RLE"){let p=n==="BOOLEAN"?1:i.getUint8(o.offset++);p?(a=new Array(f),n==="BOOLEAN"?(ue(o,p,a),a=a.map(m=>!!m)):ue(o,p,a,i.byteLength-o.offset)):a=new Uint8Array(
f)}else if(t.encoding==="BYTE_STREAM_SPLIT")a=Wn(o,f,n,r.type_length);else if(t.encoding==="ALP")a=Yn(o,f,n);else if(t.encoding==="DELTA_BINARY_PACKED")a=n==="I\
NT32"?new Int32Array(f):new BigInt64Array(f),Ye(o,f,a);else if(t.encoding==="DELTA_LENGTH_BYTE_ARRAY")a=new Array(f),Gn(o,f,a);else if(t.encoding==="DELTA_BYTE_\
ARRAY")a=new Array(f),zn(o,f,a);else throw new Error(`parquet unsupported encoding: ${t.encoding}`);return{definitionLevels:u,repetitionLevels:c,dataPage:a}}function Ja(e,t,n){
if(n.length>1){let r=Mn(n);if(r){let s=new Array(t.num_values);return ue(e,Vt(r),s),s}}return[]}function Xa(e,t,n){let r=st(n);if(!r)return{definitionLevels:[],
numNulls:0};let s=new Array(t.num_values);ue(e,Vt(r),s);let i=t.num_values;for(let o of s)o===r&&i--;return i===0&&(s.length=0),{definitionLevels:s,numNulls:i}}
function qt(e,t,n,r){let s,i=r?.[n];if(n==="UNCOMPRESSED")s=e;else if(i)s=i(e,t);else if(n==="SNAPPY")s=new Uint8Array(t),hi(e,s);else throw new Error(`parquet \
unsupported compression codec: ${n}`);if(s?.length!==t)throw new Error(`parquet decompressed page length ${s?.length} does not match header ${t}`);return s}function yi(e,t,n){
let s={view:new DataView(e.buffer,e.byteOffset,e.byteLength),offset:0},{type:i,element:o,schemaPath:a,codec:c,compressors:u}=n,d=t.data_page_header_v2;if(!d)throw new Error(
"parquet data page header v2 is undefined");let f=el(s,d,a);s.offset=d.repetition_levels_byte_length;let p=tl(s,d,a),m=t.uncompressed_page_size-d.definition_levels_byte_length-
d.repetition_levels_byte_length,g=e.subarray(s.offset);d.is_compressed!==!1&&m&&(g=qt(g,m,c,u));let y=new DataView(g.buffer,g.byteOffset,g.byteLength),w={view:y,
offset:0},b,x=d.num_values-d.num_nulls;if(d.encoding==="PLAIN")b=lt(w,i,x,o.type_length);else if(d.encoding==="RLE")b=new Array(x),ue(w,1,b),b=b.map(_=>!!_);else if(d.
encoding==="PLAIN_DICTIONARY"||d.encoding==="RLE_DICTIONARY"){let _=y.getUint8(w.offset++);b=new Array(x),ue(w,_,b,m-1)}else if(d.encoding==="DELTA_BINARY_PACKE\
D")b=i==="INT32"?new Int32Array(x):new BigInt64Array(x),Ye(w,x,b);else if(d.encoding==="DELTA_LENGTH_BYTE_ARRAY")b=new Array(x),Gn(w,x,b);else if(d.encoding==="\
DELTA_BYTE_ARRAY")b=new Array(x),zn(w,x,b);else if(d.encoding==="BYTE_STREAM_SPLIT")b=Wn(w,x,i,o.type_length);else if(d.encoding==="ALP")b=Yn(w,x,i);else throw new Error(
`parquet unsupported encoding: ${d.encoding}`);return{definitionLevels:p,repetitionLevels:f,dataPage:b}}function el(e,t,n){let r=Mn(n);if(!r)return[];let s=new Array(
t.num_values);return ue(e,Vt(r),s,t.repetition_levels_byte_length),s}function tl(e,t,n){let r=st(n);if(r){let s=new Array(t.num_values);return ue(e,Vt(r),s,t.definition_levels_byte_length),
s}}function Vt(e){return 32-Math.clz32(e)}function Qn(e,{groupStart:t,selectStart:n,selectEnd:r},s,i){let{pathInSchema:o,schemaPath:a}=s,c=Bn(a),u=[],d,f,p=0,m=0,g=i&&(()=>{f&&i({pathInSchema:o,columnData:f,
rowStart:t+p-f.length,rowEnd:t+p})});for(;(c?p<r:e.offset<e.view.byteLength-1)&&!(e.offset>=e.view.byteLength-1);){let y=nl(e);if(y.type==="DICTIONARY_PAGE"){let{
data:w}=bi(e,y,s,d,void 0,0);w&&(d=Tn(w,s))}else{let w=f?.length||0,b=bi(e,y,s,d,f,n-p);b.skipped?(u.length||(m+=b.skipped),p+=b.skipped):b.data&&f===b.data?p+=
b.data.length-w:b.data&&b.data.length&&(g?.(),u.push(b.data),p+=b.data.length,f=b.data)}}return g?.(),{data:u,skipped:m}}function bi(e,t,n,r,s,i){let{type:o,element:a,
schemaPath:c,codec:u,compressors:d}=n,f=new Uint8Array(e.view.buffer,e.view.byteOffset+e.offset,t.compressed_page_size);if(e.offset+=t.compressed_page_size,t.type===
"DATA_PAGE"){let p=t.data_page_header;if(!p)throw new Error("parquet data page header is undefined");if(i>p.num_values&&Bn(c))return{skipped:p.num_values};let m=qt(
f,Number(t.uncompressed_page_size),u,d),{definitionLevels:g,repetitionLevels:y,dataPage:w}=gi(m,p,n),b=Ln(w,r,p.encoding,n),x=Array.isArray(s)?s:[];return{skipped:0,
data:Vn(x,g,y,b,c)}}else if(t.type==="DATA_PAGE_V2"){let p=t.data_page_header_v2;if(!p)throw new Error("parquet data page header v2 is undefined");if(i>p.num_rows)
return{skipped:p.num_rows};let{definitionLevels:m,repetitionLevels:g,dataPage:y}=yi(f,t,n),w=Ln(y,r,p.encoding,n),b=Array.isArray(s)?s:[];return{skipped:0,data:Vn(
b,m,g,w,c)}}else if(t.type==="DICTIONARY_PAGE"){let p=t.dictionary_page_header;if(!p)throw new Error("parquet dictionary page header is undefined");let m=qt(f,Number(
t.uncompressed_page_size),u,d),g={view:new DataView(m.buffer,m.byteOffset,m.byteLength),offset:0};return{skipped:0,data:lt(g,o,p.num_values,a.type_length)}}else
throw new Error(`parquet unsupported page type: ${t.type}`)}function nl(e){let t=ee(e),n=It[t.field_1],r=t.field_2,s=t.field_3,i=t.field_4,o=t.field_5&&{num_values:t.
field_5.field_1,encoding:le[t.field_5.field_2],definition_level_encoding:le[t.field_5.field_3],repetition_level_encoding:le[t.field_5.field_4],statistics:wi(t.field_5.
field_5)},a=t.field_6,c=t.field_7&&{num_values:t.field_7.field_1,encoding:le[t.field_7.field_2],is_sorted:t.field_7.field_3},u=t.field_8&&{num_values:t.field_8.
field_1,num_nulls:t.field_8.field_2,num_rows:t.field_8.field_3,encoding:le[t.field_8.field_4],definition_levels_byte_length:t.field_8.field_5,repetition_levels_byte_length:t.
field_8.field_6,is_compressed:t.field_8.field_7===void 0?!0:t.field_8.field_7,statistics:wi(t.field_8.field_8)};return{type:n,uncompressed_page_size:r,compressed_page_size:s,
crc:i,data_page_header:o,index_page_header:a,dictionary_page_header:c,data_page_header_v2:u}}function wi(e){return e&&{max:e.field_1,min:e.field_2,null_count:e.
field_3,distinct_count:e.field_4,max_value:e.field_5,min_value:e.field_6,is_max_value_exact:e.field_7,is_min_value_exact:e.field_8}}function vi(e,{metadata:t},n){let r=[],s=Q(t);for(let i of n.chunks){let{path_in_schema:o}=i.columnMetadata,a=In(s,o),c={pathInSchema:o,element:a[a.length-1].element,
schemaPath:a,...e,...i.columnMetadata,parsers:{...ce,...e.parsers}},{startByte:u,endByte:d}=i.range;"pageLocations"in i?r.push({pathInSchema:o,data:xi(e,n,i,i.pageLocations,
c)}):"offsetIndex"in i?r.push({pathInSchema:o,data:Promise.resolve(e.file.slice(i.offsetIndex.startByte,i.offsetIndex.endByte)).then(f=>{let p=it({view:new DataView(
f),offset:0}).page_locations;return xi(e,n,i,p,c)})}):r.push({pathInSchema:o,data:Promise.resolve(e.file.slice(u,d)).then(f=>{let p={view:new DataView(f),offset:0};
return Qn(p,n,c,e.onPage)})})}return{groupStart:n.groupStart,groupRows:n.groupRows,selectStart:n.selectStart,selectEnd:n.selectEnd,asyncColumns:r}}async function xi(e,t,n,r,s){
let{data_page_offset:i,dictionary_page_offset:o}=n.columnMetadata,{selectStart:a,selectEnd:c}=t,{startByte:u,endByte:d}=n.range,f=-1,p=o||i<r[0].offset;for(let x=0;x<
r.length;x++){let _=r[x],E=Number(_.first_row_index),v=x+1<r.length?Number(r[x+1].first_row_index):t.groupRows;f<0&&v>a&&(u=Number(_.offset),f=E),E<c&&(d=Number(
_.offset)+_.compressed_page_size)}f<0&&(f=0);let m;if(p&&f){let x=Number(r[0].offset)-n.range.startByte,[_,E]=await Promise.all([e.file.slice(n.range.startByte,
Number(r[0].offset)),e.file.slice(u,d)]),v=new Uint8Array(x+E.byteLength);v.set(new Uint8Array(_,0,x)),v.set(new Uint8Array(E),x),m=new DataView(v.buffer)}else p?
m=new DataView(await e.file.slice(n.range.startByte,d)):m=new DataView(await e.file.slice(u,d));let g={view:m,offset:0},y=f?{...t,groupStart:t.groupStart+f,selectStart:t.
selectStart-f,selectEnd:t.selectEnd-f}:t,{data:w,skipped:b}=Qn(g,y,s,e.onPage);return{data:w,skipped:f+b}}async function Kn({asyncColumns:e},t,n,r,s){let i=await Promise.
all(e.map(f=>f.data.then(({skipped:p,data:m})=>({skipped:p,data:Dn(m)})))),o=n-t;if(s==="object"){let f=Array(o);for(let p=0;p<o;p++){let m={};for(let g=0;g<e.length;g++){
let{data:y,skipped:w}=i[g];m[e[g].pathInSchema[0]]=y[t+p-w]}f[p]=m}return f}let a=e.map(f=>f.pathInSchema[0]).filter(f=>!r||r.includes(f)),c=r??a,u=c.map(f=>e.findIndex(
p=>p.pathInSchema[0]===f)),d=Array(o);for(let f=0;f<o;f++){let p=Array(e.length);for(let m=0;m<c.length;m++){let g=u[m];if(g<0)throw new Error(`parquet column n\
ot found: ${c[m]}`);let{data:y,skipped:w}=i[g];p[m]=y[t+f-w]}d[f]=p}return d}function Zn(e,t,n){let{asyncColumns:r}=e,s={...ce,...n},i=[];for(let o of t.children)
if(o.children.length){let a=r.filter(c=>c.pathInSchema[0]===o.element.name);if(!a.length)continue;i.push({pathInSchema:o.path,data:(async()=>{let c=await Promise.
all(a.map(g=>g.data)),u=new Map,d=c.map(({data:g})=>Dn(g)),f=Math.max(e.selectStart??0,...c.map(g=>g.skipped)),p=Math.min(e.selectEnd??1/0,...c.map((g,y)=>g.skipped+
d[y].length));for(let g=0;g<a.length;g++){let y=f-c[g].skipped,w=Math.max(0,p-f);u.set(a[g].pathInSchema.join("."),d[g].slice(y,y+w))}Ve(u,o,s);let m=u.get(o.element.
name);if(!m)throw new Error("parquet column data not assembled");return{data:[m],skipped:f}})()})}else{let a=r.find(c=>c.pathInSchema[0]===o.element.name);a&&i.
push(a)}return{...e,asyncColumns:i}}async function _i(e){let t=await rl(e);return{options:t,plan:Js(t)}}async function rl(e){let t=e.metadata??await Le(e.file,e),n=Q(t).children.map(o=>o.element.name),
s=Ut(e.filter).filter(o=>!n.includes(o));if(s.length)throw new Error(`parquet filter columns not found: ${s.join(", ")}`);if(e.columns){let o=e.columns.filter(a=>!n.
includes(a));if(o.length)throw new Error(`parquet column not found: ${o[0]}`)}let i={...e,metadata:t};return i=await sl(i),i=await il(i),i}function Ai(e,t){let n={
...e,file:Fn(e.file,t)};return t.groups.map(r=>vi(n,t,r))}async function sl(e){if(!e.useBloomFilters||!e.filter||!e.metadata)return e;let t=Q(e.metadata),n={};for(let s of t.children)n[s.element.name]=s.element;let r=await ti(
{file:e.file,metadata:e.metadata,filter:e.filter,filterStrict:e.filterStrict});return{...e,bloomFiltersByGroup:r,schemaElements:n}}async function il(e){if(!e.usePageIndex||
!e.filter||!e.metadata)return e;let{pageRangesByGroup:t,pageLocationsByGroup:n}=await ni({file:e.file,metadata:e.metadata,filter:e.filter,filterStrict:e.filterStrict,
rowStart:e.rowStart,rowEnd:e.rowEnd,columns:e.columns,bloomFiltersByGroup:e.bloomFiltersByGroup,schemaElements:e.schemaElements,parsers:e.parsers});return{...e,
pageRangesByGroup:t,pageLocationsByGroup:n}}var Ei=Symbol("rowIndex");async function $i(e){e.metadata??=await Le(e.file,e);let{rowStart:t=0,rowEnd:n,columns:r,onChunk:s,onComplete:i,rowFormat:o,filter:a,filterStrict:c=!0}=e;
if(a&&o!=="object")throw new Error('parquet filter requires rowFormat: "object"');if(e.includeRowIndex&&o!=="object")throw new Error('parquet includeRowIndex re\
quires rowFormat: "object"');let u=Ut(a),d=r;if(r&&u.length){let x=new Set(r),_=u.filter(E=>!x.has(E));_.length&&(d=[...r,..._])}let f=d===r?e:{...e,columns:d},
p=await _i(f),m=p.options,g=d!==r,y=Ai(m,p.plan);if(!i&&!s){await Jn(y);return}if(!m.metadata)throw new Error("parquet requires metadata");let w=Q(m.metadata),b=y.
map(x=>Zn(x,w,e.parsers));if(s)for(let x of b)for(let _ of x.asyncColumns)_.data.then(({data:E,skipped:v})=>{let A=x.groupStart+v;for(let $ of E)s({columnName:_.
pathInSchema[0],columnData:$,rowStart:A,rowEnd:A+$.length}),A+=$.length},()=>{});if(i){await Jn(b);let x=[];for(let _ of b){let E=_.selectStart??Math.max(t-_.groupStart,
0),v=_.selectEnd??Math.min((n??1/0)-_.groupStart,_.groupRows),A=o==="object"?await Kn(_,E,v,d,"object"):await Kn(_,E,v,r,"array");if(e.includeRowIndex)for(let $=0;$<
A.length;$++)Object.defineProperty(A[$],Ei,{value:_.groupStart+E+$});if(a){for(let $ of A)if(xe($,a,c)){if(g&&r)for(let I of u)r.includes(I)||delete $[I];x.push(
$)}}else Un(x,A)}i(x)}else await Jn(b)}async function Jn(e){let t=e.flatMap(s=>s.asyncColumns.map(i=>i.data)),r=(await Promise.allSettled(t)).find(s=>s.status===
"rejected");if(r)throw r.reason}function Xn(e){return new Promise((t,n)=>{$i({...e,rowFormat:"object",onComplete:t}).catch(n)})}var ol=5e3,al=5e4,ll=1250,cl=500,fl=32,ul=1e5,dl=new Set(["text","story","split"]),pl=["fr","en"],er=class{constructor(t,n){this.url=t;this.byteLength=n}url;byteLength;whole=null;first=null;ranges=new Map;async slice(t,n=this.
byteLength){if(this.first&&await this.first.catch(()=>{}),this.whole)return this.whole.slice(t,n);let r=`${t}-${n}`,s=this.ranges.get(r);if(s)return s;let i=this.
ask(t,n);return this.first??=i,n-t<=ul&&this.ranges.set(r,i),i.catch(()=>{this.ranges.delete(r),this.first=null}),this.ranges.size>fl&&this.ranges.delete(this.ranges.
keys().next().value),i}async ask(t,n){let r=await fetch(this.url,{headers:{Range:`bytes=${t}-${n-1}`}});if(!r.ok)throw new Error(`${this.url}: ${r.status}`);let s=await r.
arrayBuffer();if(r.status===206){let i=/\/(\d+)$/u.exec(r.headers.get("Content-Range")??"")?.[1];if(s.byteLength!==n-t||i&&Number(i)!==this.byteLength)throw new Error(
`${this.url}: not the file that this page was made for`);return s}if(s.byteLength!==this.byteLength)throw new Error(`${this.url}: not the file that this page wa\
s made for`);return this.whole=s,this.ranges.clear(),s.slice(t,n)}},Yt=class{constructor(t){this.data=t;this.index=t.library,this.places=new Map(this.index.ids.
map((n,r)=>[n,r]));for(let[n,r]of Object.entries(this.index.tables))this.starts.set(n,ml(r))}data;index;places;files=new Map;blocks=new Map;starts=new Map;async open(t){
let n=this.places.get(t);if(n===void 0)throw new Error(t);return this.model(n,n+1,k,!0,!0)}async search(t,n){let{ids:r,pairs:s}=this.index,i=Math.max(1,Math.floor(
ol*r.length/Math.max(1,s))),o=!!(t.fr||t.en),a=k.filter(d=>d===t.layer||d==="mentions"&&(t.entity||t.layer==="stances")),c=new Map,u={ids:[],counts:[],hits:[],read:0,
done:!1};for(let d=0;d<r.length;d+=i){let f=Math.min(r.length,d+i),p=await this.model(d,f,a,o,!1),m=ae(p,t);for(let{bead:y}of m)u.ids.push(`${y.article.id}:${y.
id}`);if(t.count)for(let[y,w]of Ue(p,m,t.count))c.set(y,(c.get(y)??0)+w);let g=cl-u.hits.length;if(g>0&&m.length&&u.hits.push(...await this.shown(p,m.slice(0,g),
t,o)),u.counts=[...c].sort((y,w)=>w[1]-y[1]||(y[0]<w[0]?-1:1)),u.read=f,u.done=f===r.length,!n(u))return this.blocks.clear(),u}return this.blocks.clear(),u.done=
!0,u}async shown(t,n,r,s){let i=new Set(n.map(({bead:c})=>c.article.id)),o={...t.data.tables};for(let[c,u]of Object.entries(o))o[c]=u.filter(d=>i.has(String(d[c===
"articles"?"id":"article"])));if(!s){let c=[...i].map(p=>this.places.get(p)),[u,d]=[Math.min(...c),Math.max(...c)+1],f=await this.rows("articles",u,d,this.columns(
"articles",!0));o.articles=f.filter(p=>i.has(String(p.id)))}let a=new Ae({...this.data,tables:o});return ae(a,r).slice(0,n.length)}async model(t,n,r,s,i){let o=[
"articles","beads",...r].filter(u=>this.index.tables[u]),a=await Promise.all(o.map(u=>this.rows(u,t,n,this.columns(u,s),!i))),c=Object.fromEntries(o.map((u,d)=>[
u,a[d]]));return this.withhold(c),new Ae({...this.data,tables:i?{...this.data.tables,...c}:c})}withhold(t){let n=new Set(t.articles?.filter(r=>this.index.open.includes(
String(r.rights_en))).map(r=>r.id));for(let r of t.flaws??[])n.has(r.article??null)||(r.intended=null)}columns(t,n){let r=Object.keys(this.index.tables[t].columns);
return t!=="articles"?r.filter(s=>!dl.has(s)):r.filter(s=>!s.endsWith("_regions")&&(n||!pl.includes(s)))}async rows(t,n,r,s,i=!1){let o=this.index.tables[t],a=this.
starts.get(t),c=o.files.map(async u=>{let d=Math.max(n,u.first),f=Math.min(r,u.first+u.articles);if(d>=f)return[];let p=a[d],m=a[f-1]+o.counts[f-1];return p>=m?
[]:(await(i?this.ahead:this.read).call(this,u,s,p,m)).map(w=>this.plain(t,o,u,w))});return(await Promise.all(c)).flat()}async read(t,n,r,s){let{remote:i,metadata:o}=this.
file(t);return Xn({file:i,metadata:await o,columns:n,rowStart:r,rowEnd:s,useOffsetIndex:!0,compressors:{ZSTD:hl}})}async ahead(t,n,r,s){let i=`${t.path.split("/")[0]}\
 ${n.join(" ")}`,o=n.includes("fr")&&n.includes("rights_fr")?ll:al,a=[];for(let c=r;c<s;){let u=this.blocks.get(i);if(u?.path!==t.path||c<u.start||c>=u.start+u.
rows.length){let f=c-c%o;this.blocks.delete(i);let p=Number((await this.file(t).metadata).num_rows);u={path:t.path,start:f,rows:await this.read(t,n,f,Math.min(p,
f+o))},this.blocks.set(i,u)}let d=Math.min(s,u.start+u.rows.length);for(let f=c;f<d;f+=1)a.push(u.rows[f-u.start]);c=d}return a}file(t){let n=this.files.get(t.path);
if(!n){let r=new er(this.index.base+t.path,t.bytes);n={remote:r,metadata:Le(r)},n.metadata.catch(()=>this.files.delete(t.path)),this.files.set(t.path,n)}return n}plain(t,n,r,s){
let i={};for(let[o,a]of Object.entries(s)){let c=n.columns[o];i[o]=c==="decimal"?gl(a):Array.isArray(c)?Si(c,a):tr(a)}if(t==="articles"){i.split=r.split;for(let o of M)
this.index.open.includes(String(i[`rights_${o}`]))||(i[o]=null);this.index.open.includes(String(i.rights_fr))||(i.title=null)}return i}};function ml(e){let t=new Uint32Array(
e.counts.length);for(let n of e.files){let r=0;for(let s=n.first;s<n.first+n.articles;s+=1)t[s]=r,r+=e.counts[s]}return t}function hl(e,t){return t?$s(e,new Uint8Array(
t)):new Uint8Array}function gl(e){if(e==null)return null;let t=Number(e).toFixed(6);return t.includes(".")?t.replace(/\.?0+$/u,""):t}function Si(e,t){return t==
null?null:Array.isArray(t)?t.map(n=>Si(e,n)):e[Number(t)]??null}function tr(e){if(e==null)return null;if(typeof e=="bigint")return Number(e);if(Array.isArray(e))
return e.map(tr);if(typeof e=="object"){let t=Object.entries(e),{start:n,end:r}=e;return t.length===2&&n!==void 0&&r!==void 0?[Number(n),Number(r)]:Object.fromEntries(
t.map(([s,i])=>[s,tr(i)]))}return e}_s(e=>e.library?new Yt(e):null);})();
