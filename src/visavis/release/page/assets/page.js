"use strict";(()=>{var z=class{value;length;units;constructor(e){if(this.value=e,!/[\ud800-\udfff]/.test(e)){this.length=e.length,this.units=null;return}let n=Array.from(e);if(this.
length=n.length,n.length===e.length){this.units=null;return}this.units=new Int32Array(n.length+1);let s=0;n.forEach((i,o)=>{this.units[o]=s,s+=i.length}),this.units[n.
length]=s}slice(e,n){return this.value.slice(this.unit(e),this.unit(n))}unit(e){let n=Math.max(0,Math.min(e,this.length));return this.units?this.units[n]:n}};function qe(t){
let e=0;for(let n of t)e+=1;return e}function ve(t,e){let n=0;for(let s of t){if(e--<=0)break;n+=s.length}return n}function Q(t){return/^[\0-\x7f]*$/u.test(t)?t.
toLowerCase():t.normalize("NFD").replace(/\p{M}/gu,"").toLowerCase().replaceAll("’","'")}var Ye=new Map;function Je(t){let e=[],n=0;for(let s of t){let i=Ye.get(
s);i===void 0&&(i=Q(s).length,Ye.set(s,i));for(let o=0;o<i;o+=1)e.push(n);n+=1}return e}var w=["fr","en"],A=["mentions","amounts","attributions","conditionals","stances","flaws"],Se={mentions:"type",amounts:"kind",attributions:"quotation",conditionals:"\
use",stances:"attitude",flaws:"category"},ie=class{constructor(e){this.data=e;this.about=e.about,this.rules=e.rules;for(let n of K(e.tables.articles))this.addArticle(
n);for(let n of K(e.tables.beads))this.addBead(n);for(let n of A)for(let s of K(e.tables[n]))this.addSpan(n,s);for(let n of K(e.tables.kb)){let s=String(n.id),i={
fr:String(n.name_fr),en:String(n.name_en)};this.entities.set(s,{id:s,type:String(n.type),names:i,fields:n})}for(let n of K(e.tables.facts)){let s=n.members;this.
facts.set(String(n.id),{id:String(n.id),fields:n,members:s,verdict:String(n.verdict)})}this.rulings=K(e.tables.rulings);for(let n of this.rulings){let s=Le(n.article,
n.layer,n.lang,n);we(this.rulingsAt,s,n)}}data;about;rules;articles=new Map;beads=[];spans=new Map;facts=new Map;entities=new Map;rulings;mentionsOf=new Map;claimsOf=new Map;rulingsAt=new Map;addArticle(e){
let n=l=>typeof e[l]=="string"?new z(e[l]):null,{fr:s,en:i,...o}=e;this.articles.set(String(e.id),{id:String(e.id),fields:o,title:e.title===null?null:String(e.title),
date:String(e.published??e.collected??""),texts:{fr:n("fr"),en:n("en")},sha256:{fr:e.sha256_fr,en:e.sha256_en},beads:[],spans:[]})}addBead(e){let n=this.articles.
get(String(e.article));if(!n)return;let s={id:String(e.id),article:n,type:String(e.type),region:e.region,method:String(e.method),confidence:e.confidence,verified:e.
verified===!0,sides:{fr:ee(e.fr),en:ee(e.en)},spans:{fr:[],en:[]}};n.beads.push(s),this.beads.push(s)}addSpan(e,n){let{article:s,bead:i,id:o,lang:l,start:a,end:d,
...f}=n,m=this.articles.get(String(s));if(!m)return;let u={key:Ze(String(s),e,String(o),l),layer:e,id:String(o),lang:l,article:String(s),bead:i,start:a,end:d,fields:f};
this.spans.set(u.key,u),m.spans.push(u),m.beads.find(p=>p.id===u.bead)?.spans[u.lang].push(u),e==="mentions"&&f.entity&&we(this.mentionsOf,String(f.entity),u),e===
"amounts"&&f.fact&&we(this.claimsOf,String(f.fact),u)}span(e,n,s,i){return typeof s=="string"?this.spans.get(Ze(e,n,s,i)):void 0}counterpart(e){return this.span(
e.article,e.layer,e.id,Y(e.lang))}surface(e){let n=this.articles.get(e.article)?.texts[e.lang];return n?n.slice(e.start,e.end):null}side(e,n){let s=N(e,n),i=e.article.
texts[n];return s&&i?i.slice(s.start,s.end).replace(/\s+$/u,""):null}holder(e){return e.fields.holder==="AUTHOR"?"AUTHOR":this.span(e.article,"mentions",e.fields.
holder,e.lang)?.fields.entity??null}targets(e){let n=this.span(e.article,"mentions",e.fields.target,e.lang),s=e.fields.target_span,i=s?(this.articles.get(e.article)?.
spans??[]).filter(l=>l.layer==="mentions"&&l.lang===e.lang&&s[0]<=l.start&&l.end<=s[1]):[],o=[...n?[n]:[],...i].map(l=>l.fields.entity);return[...new Set(o.filter(
l=>typeof l=="string"))]}name(e,n){return this.entities.get(String(e))?.names[n]??String(e)}sources(e){let n=(this.articles.get(e.article)?.spans??[]).filter(s=>s.
layer==="attributions"&&s.lang===e.lang).map(s=>({one:s,piece:yn(s,e)})).filter(s=>s.piece!==void 0);return n.sort((s,i)=>Xe(s.piece)-Xe(i.piece)),n.map(s=>s.one)}sourceName(e,n){
let s=this.span(e.article,"mentions",e.fields.source,e.lang);return s?s.fields.entity?this.name(s.fields.entity,n):this.surface(s)??s.id:String(e.fields.source??
"ANON")}};function yn(t,e){return ee(t.fields.content??[]).find(n=>n.start<=e.start&&e.end<=n.end)}function Xe(t){return t.end-t.start}function ee(t){return(t??
[]).map(([e,n])=>({start:e,end:n}))}function N(t,e){let n=t.sides[e];return n.length?{start:n[0].start,end:n[n.length-1].end}:null}function Y(t){return t==="fr"?
"en":"fr"}function Ze(t,e,n,s){return`${t}/${e}:${n}:${s}`}function Le(t,e,n,s){return`${t}/${e}:${n}:${s.start}-${s.end}`}function L(t){return String(t.fields[Se[t.
layer]]??t.layer)}function we(t,e,n){let s=t.get(e);s?s.push(n):t.set(e,[n])}function K(t){return t?Array.isArray(t)?t:t.rows.map(e=>Object.fromEntries(t.columns.
map((n,s)=>[n,e[s]??null]))):[]}function r(t,e,...n){let s=document.createElement(t);return et(s,e),oe(s,n),s}var xn="http://www.w3.org/2000/svg";function E(t,e,...n){let s=document.createElementNS(
xn,t);return et(s,e),oe(s,n),s}function et(t,e){for(let[n,s]of Object.entries(e??{}))typeof s=="function"?t.addEventListener(n.slice(2),s):s===!0?t.setAttribute(
n,""):s!==!1&&s!==null&&s!==void 0&&t.setAttribute(n,String(s))}function oe(t,e){for(let n of e)Array.isArray(n)?oe(t,n):n instanceof Node?t.append(n):n!=null&&
n!==!1&&t.append(String(n))}function S(t,...e){t.replaceChildren(),oe(t,e)}async function tt(t){try{await navigator.clipboard.writeText(t)}catch{let e=r("textar\
ea",{"aria-hidden":"true"});e.value=t,document.body.append(e),e.select(),document.execCommand("copy"),e.remove()}}function nt(t,e,n){let s=URL.createObjectURL(new Blob(
[n],{type:`${e};charset=utf-8`})),i=r("a",{href:s,download:t});document.body.append(i),i.click(),i.remove(),setTimeout(()=>URL.revokeObjectURL(s),1e3)}function Ae(t){let[e="",n=""]=t.replace(/^#\/?/u,"").split("?",2),s=e.split("/").filter(Boolean).map($n),o=/^\d+\.\d+\.\d+/u.test(s[0]??"")?s.shift():null,l={};
for(let[a,d]of new URLSearchParams(n))d&&(l[a]=d);return{version:o,view:s.shift()??"read",parts:s,query:l}}function $n(t){try{return decodeURIComponent(t)}catch{
return t}}function vn(t){return encodeURIComponent(t).replaceAll("%3A",":")}function x(t,e,n=[],s={}){let i=Object.entries(s).filter(a=>!!a[1]),o=new URLSearchParams(
i).toString();return`#/${[t.about.version,e,...n].map(vn).join("/")}${o?`?${o}`:""}`}function V(t,e){let n=`${e.layer}:${e.id}:${e.lang}`;return x(t,"read",[e.article,
e.bead??"-",n])}function le(t){return location.href.split("#")[0]+t}function ae(t,e){let n=[],s=(a,d)=>{if(!d)return;let f="key"in d?{to:d,span:d}:{to:d};n.push({from:e,lang:e.lang,layer:e.layer,name:a,...f})},i=a=>t.span(e.article,
"mentions",e.fields[a],e.lang),o=a=>t.span(e.article,"attributions",e.fields[a],e.lang),l=a=>wn(e.fields[a]);switch(e.layer){case"stances":s("holder",i("holder")),
s("target",i("target")??l("target_span")),s("condition",l("condition")),s("attribution",o("attribution"));break;case"attributions":s("source",i("source"));for(let a of ee(
e.fields.content))s("content",a);s("parent",o("parent"));break;case"amounts":s("modifier",l("modifier"));for(let a of["payer","payee","about"])s(a,Sn(t,e,a));break;case"\
mentions":s("parent",i("parent"));break;default:}return n}function wn(t){if(Array.isArray(t))return{start:Number(t[0]),end:Number(t[1])}}function Sn(t,e,n){let s=e.
fields[n];return typeof s!="string"?void 0:t.articles.get(e.article)?.beads.find(o=>o.id===e.bead)?.spans[e.lang].filter(o=>o.layer==="mentions"&&o.fields.entity===
s).sort((o,l)=>Math.abs(o.start-e.start)-Math.abs(l.start-e.start))[0]}function st(t,e,n){return w.flatMap(s=>e.spans[s]).filter(s=>n.has(s.layer)).flatMap(s=>ae(
t,s))}function rt(t,e){let n=new Map,s=(o,l)=>{o&&!n.has(o.key)&&n.set(o.key,l)};s(e,"on");let i=t.counterpart(e);s(i,"pair");for(let o of[e,...i?[i]:[]])for(let l of ae(
t,o))s(l.span,"related");for(let o of Ee(t,e))s(o,"coref");for(let o of Te(t,e))s(o,"claim");return n}function Ee(t,e){return e.layer!=="mentions"||!e.fields.entity?
[]:(t.mentionsOf.get(String(e.fields.entity))??[]).filter(n=>n.article===e.article&&n.id!==e.id)}function Te(t,e){return e.layer!=="amounts"||!e.fields.fact?[]:
(t.claimsOf.get(String(e.fields.fact))??[]).filter(n=>n.article!==e.article||n.id!==e.id)}var Ln={read:["Read","Lire"],find:["Concordance","Concordance"],facts:["Facts","Faits"],entities:["Entities","Entités"],matrix:["Stances","Positions"],disagreements:[
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
"Previous article","Article précédent"],next:["Next article","Article suivant"],asserts:["asserted","affirmé"],needsServer:["This page reads the release that\
 lies beside it, and browsers let no page of the disk do so. Serve the folder and open the address that is printed:","Cette page lit la version publiée qui est \
à côté d’elle, ce que les navigateurs ne permettent pas à une page du disque. Servez le dossier et ouvrez l’adresse affichée :"],smallOnly:["This view \
is for smaller releases","Cette vue est pour les versions plus petites"],smallOnlyText:["This release has {0} sentence pairs. Its articles can be read and searc\
hed here; make a page of some articles (visavis page --articles) for all views.","Cette version a {0} paires de phrases. On peut ici lire et interroger ses arti\
cles ; faites une page de quelques articles (visavis page --articles) pour toutes les vues."],loading:["Reading {0} …","Lecture de {0}…"],notLoaded:["This c\
ould not be read: {0}","Lecture impossible : {0}"],listed:["{0} of {1} articles are listed; filter to see others.","{0} articles sur {1} sont listés ; filtrez p\
our voir les autres."],progress:["Articles looked through","Articles parcourus"],lookedThrough:["{0} of {1} articles looked through","{0} articles parcourus sur\
 {1}"],stop:["Stop","Arrêter"],stopped:["Stopped: {0} of {1} articles were looked through.","Arrêté : {0} articles parcourus sur {1}."],firstHits:["The first\
 {0} are shown, sorted and saved; the numbers are of all.","Les {0} premières sont affichées, triées et enregistrées ; les nombres sont ceux de toutes."],all:[
"all","toutes"]},ne="en";function G(){return ne}function Me(t){ne=t}function c(t,...e){let n=Ln[t][ne==="fr"?1:0];return e.reduce((s,i,o)=>s.replace(`{${o}}`,i),
n)}function T(t){return new Intl.NumberFormat(ne,{maximumFractionDigits:6}).format(t)}var An=[[1e12,"trillion","billions"],[1e9,"billion","milliards"],[1e6,"mil\
lion","millions"]];function te(t,e){if(t==null)return"–";let n=Number(t),s=An.find(([o])=>Math.abs(n)>=o),i=s?`${T(n/s[0])} ${ne==="fr"?s[2]:s[1]}`:T(n);return e?
`${i} ${String(e)}`:i}var En={eq:"=",approx:"≈",gt:">",ge:"≥",lt:"<",le:"≤",between:"",several:"n ×"};function O(t){let{value:e,value_max:n,unit:s,comparator:i}=t,
o=En[String(i)]??"";return e==null?`${o} ${s??""}`.trim()||c("noValue"):n!=null?`${te(e,null)} – ${te(n,s)}`:`${o==="="?"":o} ${te(e,s)}`.trim()}var ce=class{constructor(e,n,s=null){this.model=e;this.library=s;this.live=n}model;library;layers=new Set(A);arcs=!0;allArcs=!1;force=!1;pieces=new Map;selected=null;bead=null;onSelect=()=>{};live;get lang(){
return G()}say(e){S(this.live,e)}select(e,n){if(this.selected=e,this.bead=n,this.light(e),this.onSelect(e,n,!0),e){history.replaceState(null,"",V(this.model,e));
let s=this.model.counterpart(e),i=[this.model.surface(e)??e.id,e.layer,L(e)];s&&i.push(`${c("counterpart")}: ${this.model.surface(s)??s.id}`),this.say(i.join(",\
 "))}}hover(e){this.light(e??this.selected),this.onSelect(e??this.selected,this.bead,!1)}light(e){for(let n of this.pieces.values())for(let s of n)s.classList.remove(
"on","pair","coref","claim","related");if(e)for(let[n,s]of rt(this.model,e))for(let i of this.pieces.get(n)??[])i.classList.add(s)}copyButton(e,n){let s=r("butt\
on",{type:"button",class:"quiet",onclick:async()=>{await tt(n()),this.say(c("copied")),s.classList.add("done"),setTimeout(()=>s.classList.remove("done"),1200)}},
e);return s}linkButton(e){return this.copyButton(c("link"),()=>le(e))}};function it(t,e){let{model:n}=t,{changes:s}=n.data;if(!s)return r("div",{class:"page"},r("h1",null,c("changes")),r("p",null,c("noChanges")));let i=e.query.table??
"",o=[...new Set(s.rows.map(f=>f.table))],l=s.rows.filter(f=>!i||f.table===i),a=f=>r("a",{href:x(n,"changes",[],{table:f}),"aria-current":f===i?"true":null},`${f||
c("all")} (${s.rows.filter(m=>!f||m.table===f).length})`),d=r("tbody",null,l.slice(0,500).map(f=>Tn(t,f)));return r("div",{class:"page wide"},r("h1",null,`${c("\
changes")}: ${s.version} → ${n.about.version}`),r("p",null,`${s.count} ${c("rowsChanged")}`),r("nav",{class:"tabs","aria-label":c("layer")},["",...o].map(a)),
r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("changes")},r("table",null,d)))}function Tn(t,e){let{model:n}=t,s=[e.key.article,e.key.id,e.key.
lang].filter(d=>d!=null).join(":"),i=A.find(d=>d===e.table),o=i&&n.span(String(e.key.article),i,e.key.id,e.key.lang),l=Object.keys({...e.old,...e.new}).map(d=>r(
"li",null,`${d}: `,r("del",null,JSON.stringify(e.old?.[d]??null))," → ",r("ins",null,JSON.stringify(e.new?.[d]??null)))),a=o?x(n,"read",[o.article,o.bead??"-",
`${o.layer}:${o.id}:${o.lang}`]):e.table==="facts"?x(n,"fact",[s]):e.table==="kb"?x(n,"entity",[s]):null;return r("tr",null,r("td",null,e.kind),r("td",null,e.table),
r("td",null,a&&e.kind!=="removed"?r("a",{href:a},s):s),r("td",null,r("ul",{class:"cells"},l),e.table in Mn?null:kn(t,e,o||void 0)))}var Mn={facts:!0,kb:!0,articles:!0};
function kn(t,e,n){let{model:s}=t,i=String(e.table==="beads"?e.key.id:n?.bead),o=e.kind==="removed"?void 0:s.articles.get(String(e.key.article))?.beads.find(a=>a.
id===i);return w.filter(a=>!e.key.lang||e.key.lang===a).flatMap(a=>{let d=e.before.find(g=>g.lang===a),f=o?s.side(o,a):null,m=o&&N(o,a)?.start,u=n&&m!==void 0?[
n.start-m,n.end-m]:null,p=(g,h,b)=>r("p",{class:g,"data-lang":a},r("small",null,`${c(g)} `),Rn(h,b,a,e.table));return[d&&p("wasSo",d.text,d.span),f!==null&&p("i\
sSo",f,u)].filter(g=>g instanceof HTMLElement)})}function Rn(t,e,n,s){if(!e)return r("span",{lang:n,dir:"auto"},t);let i=Array.from(t),[o,l]=e;return r("span",{
lang:n,dir:"auto"},i.slice(0,o).join(""),r("mark",{class:s},i.slice(o,l).join("")),i.slice(l).join(""))}var Hn=new Set(["fact","entity","holder","target","source","attribution","parent","target_span","content","modifier","condition"]);function _(t,...e){return r("\
section",null,r("h3",null,t),...e)}function M(t,e,n){let s=t.model.surface(e);return r("a",{href:V(t.model,e),class:`ref ${e.layer}`},n&&r("span",{class:"role"},
`${n} `),s===null?r("bdi",null,`${e.start}–${e.end}`):r("q",{lang:e.lang,dir:"auto"},j(s)),r("small",null,` ${L(e)} ${e.lang}`))}function j(t,e=160){let n=Array.
from(t);return n.length>e?`${n.slice(0,e).join("")}…`:t}function ot(t,e){let{model:n}=t,s=n.counterpart(e),i=Object.entries(e.fields).filter(([f,m])=>!Hn.has(
f)&&On(m)),o=ae(n,e),l=Ee(n,e),a=Te(n,e),d=n.surface(e);return r("div",{class:"details"},r("h2",null,r("i",{class:`swatch ${e.layer}`,"aria-hidden":"true"}),` ${L(
e)} `,r("small",null,`${e.layer} · ${e.id} · ${e.lang}`)),r("p",{class:"surface",lang:e.lang,dir:"auto"},d===null?`${e.start}–${e.end}`:j(d,400)),_(c("count\
erpart"),s?r("p",null,M(t,s)):r("p",null,c("noCounterpart"),e.fields.omitted?`: ${e.fields.omitted}`:"")),_(c("attributes"),Cn(t,e,i)),e.layer==="amounts"&&r("p",
{class:"value"},O(e.fields)),e.layer==="mentions"&&typeof e.fields.entity=="string"&&r("p",null,`${c("entityPage")}: `,r("a",{href:x(n,"entity",[e.fields.entity])},
n.name(e.fields.entity,t.lang))),typeof e.fields.fact=="string"&&r("p",null,`${c("factPage")}: `,r("a",{href:x(n,"fact",[e.fields.fact])},String(n.facts.get(e.fields.
fact)?.fields.label??e.fields.fact))),o.length>0&&_(c("relations"),r("ul",null,o.map(f=>r("li",null,f.span?M(t,f.span,f.name):[r("span",{class:"role"},`${f.name}\
 `),r("q",{lang:f.lang,dir:"auto"},j(n.surface({...f.to,article:e.article,lang:f.lang})??`${f.to.start}–${f.to.end}`))])))),e.fields.holder==="AUTHOR"&&r("p",
null,`${c("holder")}: ${c("author")}`),a.length>0&&_(c("claims"),r("ul",null,a.slice(0,20).map(f=>r("li",null,M(t,f),` ${f.article}`)))),l.length>0&&_(`${c("cor\
eferents")} (${l.length})`,r("ul",null,l.slice(0,20).map(f=>r("li",null,M(t,f))))),Bn(t,e),_(c("provenance"),Nn(t,e)),q(t,V(n,e),`${e.article} ${e.bead??""} ${e.
layer}:${e.id}:${e.lang} [${e.start}, ${e.end})`))}function On(t){return t!==null&&t!==!1&&!(Array.isArray(t)&&!t.length)}function Cn(t,e,n){let s=t.model.data.
meanings[e.layer]??{},i=new Set(["payer","payee","about"]);return r("dl",null,[["offsets",`${e.start}–${e.end}`],...n].map(([o,l])=>[r("dt",{title:s[o]??""},o),
r("dd",null,i.has(o)?r("a",{href:x(t.model,"entity",[String(l)])},t.model.name(l,t.lang)):r("bdi",null,Array.isArray(l)?l.join(", "):String(l)))]))}function lt(t,e){
return t.model.rulingsAt.get(Le(e.article,e.layer,e.lang,e))??[]}function Bn(t,e){let n=lt(t,e).map(l=>l.rule).filter(l=>l!==null),s=[...new Set([...t.model.data.
examples[e.key]??[],...n])].flatMap(l=>l.split(/[,\s]+/u)).filter(l=>t.model.rules[l]),i=Object.entries(t.model.rules).filter(([l,a])=>a.layer===e.layer&&!s.includes(
l));if(!s.length&&!i.length)return!1;let o=(l,a)=>r("details",{open:a},r("summary",null,`${l} ${t.model.rules[l].title}`),r("p",null,t.model.rules[l].text));return _(
c("rules"),s.map(l=>o(l,!0)),i.length>0&&r("details",null,r("summary",null,`${e.layer} (${i.length})`),i.map(([l])=>o(l,!1))))}function Nn(t,e){let n=lt(t,e),s=new Map(
t.model.data.passes.map(o=>[String(o.id),String(o.annotator)])),i=t.model.articles.get(e.article);return r("ul",null,n.map(o=>r("li",null,`${o.passes.map(l=>`${l}\
 (${s.get(l)??"?"})`).join(" / ")}: `,o.only?`${c("onlyIn")} ${o.passes[o.only==="first"?0:1]}`:`${c("differs")} ${o.differs.join(", ")}`,` → ${c("kept")}: ${o.
kept??"–"}`,o.rule?` (${o.rule})`:"",o.reason?` ${o.reason}`:"")),!n.length&&r("li",null,c(s.size?"noRuling":"noRulings")),r("li",null,`${t.model.about.name} ${t.
model.about.version}; fr ${i?.fields.origin??"?"}, en ${i?.fields.translation??"?"}`))}function q(t,e,n){let{about:s}=t.model,i=[`${s.name} ${s.version}${s.digest?
` (${s.digest})`:""}`,n,le(e),"",t.lang==="fr"?"Ce qui est faux, et ce qu’il faudrait :":"What is wrong, and what it should be:",""].join(`
`),o=r("textarea",{rows:7,"aria-label":c("report")});return o.value=i,r("div",{class:"actions"},t.linkButton(e),r("details",{class:"report"},r("summary",null,c(
"report")),r("p",null,c("reportText")),o,t.copyButton(c("copy"),()=>o.value)))}function at(t,e){let n=`${e.article.id}:${e.id}`;return r("div",{class:"details"},
r("h2",null,`${c("sentence")} ${e.id} `,r("small",null,`${e.type} · ${e.region??""} · ${e.method} · ${e.verified?c("verified"):c("unverified")}${e.confidence===
null?"":` · ${e.confidence}`}`)),r("button",{type:"button",class:"quiet","aria-pressed":String(t.allArcs),onclick:()=>{t.allArcs=!t.allArcs,t.allArcs&&(t.arcs=
!0),t.select(null,e)}},c("allArcs")),w.map(s=>_(c(s==="fr"?"french":"english"),r("p",null,`${c("force")}: `,ke(t,e,s)),r("ul",null,e.spans[s].map(i=>r("li",null,
M(t,i,i.layer)))),!e.spans[s].length&&r("p",null,c("noAnnotation")))),q(t,x(t.model,"read",[e.article.id,e.id]),n))}function ke(t,e,n){let{model:s}=t,i=e.spans[n].
filter(l=>["attributions","conditionals"].includes(l.layer)),o=l=>s.surface(l)??`${l.start}–${l.end}`;return r("span",{class:"forces"},i.length===0&&r("span",
{class:"mark"},c("asserts")),i.map(l=>{if(l.layer==="attributions")return r("span",{class:"mark attributions"},`${Re(t,l)}: `,r("q",{lang:n,dir:"auto"},o(l)));let a=[
L(l),l.fields.rendering].filter(Boolean).join(" → ");return r("span",{class:"mark conditionals"},`${a}: `,r("q",{lang:n,dir:"auto"},o(l)))}))}function Re(t,e){
return e.fields.source==="ANON"?c("anonymous"):j(t.model.sourceName(e,t.lang),60)}var J={mentions:["type","subtype","form","reading","relation","omitted"],amounts:["kind","unit","comparator","role","payer","payee","about","relation","omitted"],
attributions:["quotation","relation","omitted"],conditionals:["use","alternative","rendering","relation","omitted"],stances:["attitude","polarity","intensity","\
negated","factuality","holder_entity","target_entity","relation","omitted"],flaws:["category","severity","recoverable"]},D=["article","genre","story","split","o\
rigin"];function B(t,e,n){if(n==="holder_entity")return[t.holder(e)];if(n==="target_entity"){let s=t.targets(e);return s.length?s:[null]}return[e.fields[n]??null]}
function Oe(t){let e=[];for(let n of t.matchAll(/(-?)(?:"([^"]*)"|(\S+))/gu)){let s=n[2]??n[3]??"",i=n[2]===void 0&&s.endsWith("*"),o=Q(s).match(/[\p{L}\p{N}]+/gu);
o&&e.push({words:o.join(" "),prefix:i,negative:n[1]==="-"})}return e}function ft(t){return`(?:^|[^\\p{L}\\p{N}])${t.words.replaceAll(" ","[^\\p{L}\\p{N}]+")}${t.
prefix?"":"(?:[^\\p{L}\\p{N}]|$)"}`}function ct(t){return Oe(t).map(e=>{let n=e.words.replaceAll(" ","[^\\p{L}\\p{N}]+"),s=e.prefix?"":"(?![\\p{L}\\p{N}])",i=`(\
?<![\\p{L}\\p{N}])${n}${s}`,o=e.words.split(" "),{negative:l}=e;return{words:o,once:new RegExp(i,"u"),pattern:new RegExp(i,"gu"),negative:l}})}var dt=new WeakMap,
He=0;function mt(){He+=1}function de(t,e){let n=dt.get(e);if(n&&n.version===He)return n.sides;let s=o=>{let l=t.side(e,o);return l===null?null:Q(l)},i={fr:s("fr"),
en:s("en")};return dt.set(e,{version:He,sides:i}),i}function Ce(t,e=0){(s=>"requestIdleCallback"in window?requestIdleCallback(s):setTimeout(s,50))(()=>{for(let s of t.
beads.slice(e,e+100))de(t,s);e+100<t.beads.length&&Ce(t,e+100)})}function ut(t,e){return e.length?t===null?!1:e.every(({words:n,once:s,negative:i})=>i!==(n.every(
o=>t.includes(o))&&s.test(t))):!0}function _n(t,e,n){if(t===null||e===null||!n.length)return[];let s=Je(t);return n.filter(i=>!i.negative).flatMap(({pattern:i})=>[
...e.matchAll(i)].map(o=>({start:s[o.index],end:s[o.index+o[0].length-1]+1})))}function jn(t,e,n,s){let i,o=l=>_n(t.side(e,l),de(t,e)[l],s[l]);return{model:t,bead:e,
spans:n,get marks(){return i??={fr:o("fr"),en:o("en")},i},after(l){let a=s[l].find(f=>!f.negative),d=a?de(t,e)[l]:null;return d===null?null:d.slice(Math.max(0,d.
search(a.once)))}}}function C(t){let e=/^\s*([+-]?[\d\s.,']+(?:e[+-]?\d+)?)\s*([\p{L}%]*)\.?\s*$/iu.exec(t??"");if(!e)return null;let n=e[1].replace(/[\s']/gu,""),
s=/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(n)?n.replaceAll(",",""):n.replace(",","."),i=Dn[Q(e[2])],o=Number(s)*(i??Number.NaN);return Number.isFinite(o)?o:null}
var Dn={"":1,"%":1,thousand:1e3,k:1e3,mille:1e3,m:1e6,million:1e6,millions:1e6,bn:1e9,b:1e9,billion:1e9,billions:1e9,md:1e9,milliard:1e9,milliards:1e9,trillion:1e12,
trillions:1e12,billiard:1e15};function Fn(t,e,n,s){if(n.side&&n.side!==e.lang)return!1;for(let l of s){let a=B(t,e,l),d=n[l].split("|"),f=m=>d.includes(m===null?
"-":String(m));if(!a.some(f))return!1}let i=C(n.min),o=C(n.max);if(e.layer==="amounts"&&(i!==null||o!==null)){if(e.fields.value===null||e.fields.value===void 0)
return!1;let l=Number(e.fields.value);if(Number(e.fields.value_max??e.fields.value)<(i??-1/0)||l>(o??1/0))return!1}return!0}function X(t,e){let n={fr:ct(e.fr??""),
en:ct(e.en??"")},s=A.find(a=>a===e.layer),i=s?J[s].filter(a=>e[a]):[],o=D.filter(a=>e[a]),l=[];for(let a of t.beads){if(e.type_bead&&a.type!==e.type_bead||!o.every(
f=>Un(a,f,e[f])))continue;let d=[];if(e.entity){let f=[...a.spans.fr,...a.spans.en].filter(m=>m.layer==="mentions"&&m.fields.entity===e.entity);if(!f.length)continue;
d=f}if(s){let f=w.flatMap(m=>a.spans[m]).filter(m=>m.layer===s&&Fn(t,m,e,i));if(!f.length)continue;d=f}if(n.fr.length||n.en.length){let f=de(t,a);if(!ut(f.fr,n.
fr)||!ut(f.en,n.en))continue}l.push(jn(t,a,d,n))}return l}function Un(t,e,n){let{fields:s}=t.article;return String(s[e==="article"?"id":e])===n}var pt=["order",
"fr","en","label","value","date"];function gt(t,e,n){let s=o=>{let l=o.spans[0];switch(n){case"fr":case"en":{let a=o.after(n);if(a!==null)return a.replace(/^[^\p{L}\p{N}]+/u,
"");let d=t.side(o.bead,n)??"",f=o.spans.find(p=>p.lang===n),m=o.bead.sides[n][0]?.start??0,u=f?f.start-m:0;return Q(Array.from(d).slice(u).join("")).replace(/^[^\p{L}\p{N}]+/u,
"")}case"label":return l?Object.values(l.fields).map(String).join(" "):"";case"value":return Number(l?.fields.value??Number.POSITIVE_INFINITY);case"date":return o.
bead.article.date;default:return 0}};if(n==="order"||!n)return e;let i=e.map((o,l)=>({hit:o,index:l,key:s(o)}));return i.sort((o,l)=>o.key<l.key?-1:o.key>l.key?
1:o.index-l.index),i.map(o=>o.hit)}function ue(t,e,n){let s=new Map;for(let i of e){let o=D.includes(n)?[i.bead.article.fields[n==="article"?"id":n]??null]:i.spans.
flatMap(l=>B(t,l,n));for(let l of new Set(o.map(a=>a===null?"-":String(a))))s.set(l,(s.get(l)??0)+1)}return[...s].sort((i,o)=>o[1]-i[1]||(i[0]<o[0]?-1:1))}function ht(t){let{model:e}=t,s=[...e.entities.values()].map(o=>({one:o,count:Z(e.mentionsOf.get(o.id)??[]).length})).sort((o,l)=>l.count-o.count).map(({one:o,count:l})=>r(
"li",{"data-words":`${o.id} ${o.names.fr} ${o.names.en}`.toLowerCase()},r("a",{href:x(e,"entity",[o.id])},r("bdi",null,o.names[t.lang])),` ${o.type} · ${l}`)),
i=r("input",{type:"search",placeholder:c("filter"),"aria-label":c("filter"),oninput:()=>{for(let o of s)o.hidden=!o.dataset.words?.includes(i.value.toLowerCase())}});
return r("div",{class:"page"},r("h1",null,c("entities")),i,r("ul",{class:"list columns"},s))}function Z(t){let e=new Map;for(let n of t){let s=`${n.article}/${n.
layer}:${n.id}`;(!e.has(s)||n.lang==="fr")&&e.set(s,n)}return[...e.values()]}function fe(t,e){return[...t.model.spans.values()].filter(n=>n.layer===e)}function bt(t,e){
let{model:n}=t,s=n.entities.get(e.parts[0]??"");if(!s)return r("p",{class:"notice",role:"alert"},`${c("missing")} ${e.parts[0]}`);let i=n.mentionsOf.get(s.id)??
[],o=new Map;for(let p of i){let g=n.surface(p);if(g===null)continue;let h=`${g} (${p.lang})`;o.set(h,(o.get(h)??0)+1)}let l=fe(t,"stances"),a=Z(fe(t,"amounts")),
d=(p,g,h)=>g.length>0&&r("section",null,r("h2",null,`${p} (${g.length})`),r("ul",null,g.slice(0,200).map(b=>r("li",null,h(b))))),f=p=>g=>{let h=B(n,g,`${p}_enti\
ty`).filter(b=>b!==null);return[r("span",{class:`polarity ${g.fields.polarity}`},In(g.fields.polarity)),` ${L(g)} `,h.map(b=>[yt(t,b)," "]),M(t,g),` ${g.article}\
:${g.bead}`]},m=p=>[r("strong",null,O(p.fields))," ",M(t,p),` ${p.fields.role} · ${p.article}:${p.bead}`],u=p=>a.filter(g=>g.fields[p]===s.id);return r("div",{
class:"page entity"},r("p",null,r("a",{href:x(n,"entities")},c("entities"))),r("h1",null,r("bdi",null,s.names[t.lang])," ",r("small",null,`${s.type} · ${s.id}${s.
fields.qid?` · ${s.fields.qid}`:""}`)),r("p",null,w.map(p=>r("span",null,`${p} `,r("bdi",{lang:p},s.names[p])," "))),r("p",null,r("a",{href:x(n,"find",[],{entity:s.
id})},`${c("find")} →`)),r("section",null,r("h2",null,`${c("names")} (${i.length})`),r("p",{class:"tags"},[...o].sort((p,g)=>g[1]-p[1]).slice(0,40).map(([p,g])=>r(
"span",{class:"tag mentions"},r("bdi",null,j(p)),g>1&&` × ${g}`)))),d(c("held"),Z(l.filter(p=>n.holder(p)===s.id)),f("target")),d(c("received"),Z(l.filter(p=>n.
targets(p).includes(s.id))),f("holder")),d(c("paid"),u("payer"),m),d(c("got"),u("payee"),m),d(c("concerned"),u("about"),m),d(c("mentions"),Z(i),p=>[M(t,p),` ${p.
article}:${p.bead}`]),q(t,x(n,"entity",[s.id]),`entity ${s.id}`))}function yt(t,e){return e==="AUTHOR"?r("em",null,c("author")):r("a",{href:x(t.model,"entity",[
String(e)])},r("bdi",null,t.model.name(e,t.lang)))}function In(t){return t==="positive"?"+":t==="negative"?"−":"·"}var Pn=14;function xt(t,e){let{model:n}=t,
s=e.query.attitude??"",i=e.query.all?1/0:Pn,o=Z(fe(t,"stances")).filter(h=>!s||L(h)===s),l=new Map,a={holder:new Map,target:new Map};for(let h of o){let b=n.holder(
h)??"-";a.holder.set(b,(a.holder.get(b)??0)+1);for(let $ of B(n,h,"target_entity").map(y=>String(y??"-"))){let y=`${b}
${$}`;l.set(y,[...l.get(y)??[],h]),a.target.set($,(a.target.get($)??0)+1)}}let d=h=>[...a[h]].sort((b,$)=>+(b[0]==="-")-+($[0]==="-")||$[1]-b[1]).map(([b])=>b),
f=d("holder").slice(0,i),m=d("target").slice(0,i),u=h=>h==="-"?r("em",null,c("other")):yt(t,h),p=[...new Set(fe(t,"stances").map(L))].sort(),g=h=>r("a",{href:x(
n,"matrix",[],{attitude:h,all:e.query.all}),"aria-current":h===s?"true":null},h||c("all"));return r("div",{class:"page wide"},r("h1",null,c("matrix")),r("p",null,
c("matrixHelp")),r("nav",{class:"tabs","aria-label":c("attitude")},["",...p].map(g)),r("p",null,`${f.length} / ${a.holder.size} × ${m.length} / ${a.target.size}\
 ${c("shown")} `,i!==1/0&&r("a",{href:x(n,"matrix",[],{attitude:s,all:"1"})},c("all"))),r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("matrix")},
r("table",{class:"matrix"},r("thead",null,r("tr",null,r("td",null,`${c("holder")} ↓ ${c("target")} →`),m.map(h=>r("th",{scope:"col"},r("span",null,u(h)))))),
r("tbody",null,f.map(h=>r("tr",null,r("th",{scope:"row"},u(h)),m.map(b=>{let $=l.get(`${h}
${b}`);return r("td",null,$&&Vn(t,$,{layer:"stances",attitude:s,holder_entity:h,target_entity:b}))})))))))}function Vn(t,e,n){let s=m=>e.filter(u=>u.fields.polarity===
m).length,[i,o,l]=[s("positive"),s("negative"),s("neutral")],a=[i&&`+${i}`,o&&`−${o}`,l&&`·${l}`].filter(Boolean).join(" "),d=i>o?"positive":o>i?"negative":"\
even",f=Math.min(3,Math.ceil(Math.abs(i-o)/2));return r("a",{href:x(t.model,"find",[],n),class:`cell ${d} s${f}`,title:e.map(L).join(", ")},a)}function Gn(t,e){let{model:n}=t;return e.members.flatMap(({article:i,id:o},l)=>{let a=n.span(i,"amounts",o,"fr"),d=n.span(i,"amounts",o,"en"),f=a??d;if(!f)return[];
let m=n.articles.get(i)?.date??"",u=["gt","lt"].includes(String(f.fields.comparator));return[{member:l,span:f,pair:a?d:void 0,date:m,strict:u,...Wn(t,f)}]}).sort(
(i,o)=>i.date<o.date?-1:i.date>o.date?1:i.member-o.member)}function Wn(t,e){let{value:n,value_max:s,comparator:i}=e.fields;if(n==null)return{low:Number.NaN,high:Number.
NaN};let o=Number(n),l=t.model.data.approximation;switch(i){case"approx":return{low:o*(1-l),high:o*(1+l)};case"gt":case"ge":return{low:o,high:1/0};case"lt":case"\
le":return{low:-1/0,high:o};case"between":return{low:o,high:Number(s??n)};default:return{low:o,high:o}}}var Be=["contradict","compatible","agree","single"];function wt(t,e){
let n=e.query.verdict??"",s=[...t.model.facts.values()].filter(l=>l.members.length>0),i=s.filter(l=>!n||l.verdict===n).sort((l,a)=>Be.indexOf(l.verdict)-Be.indexOf(
a.verdict)||a.members.length-l.members.length),o=l=>r("a",{href:x(t.model,"facts",[],{verdict:l}),"aria-current":n===l?"true":null},`${l||c("all")} (${s.filter(
a=>!l||a.verdict===l).length})`);return r("div",{class:"page"},r("h1",null,c("facts")),r("nav",{class:"tabs","aria-label":c("verdict")},["",...Be].map(o)),r("ul",
{class:"list"},i.map(l=>r("li",null,r("a",{href:x(t.model,"fact",[l.id])},String(l.fields.label))," ",r("span",{class:`verdict ${l.verdict}`},l.verdict),` ${l.members.
length} ${c("claimsN")}`))))}function St(t,e){let{model:n}=t,s=n.facts.get(e.parts[0]??"");if(!s)return r("p",{class:"notice",role:"alert"},`${c("missing")} ${e.
parts[0]}`);let i=Gn(t,s),o=n.data.clashes[s.id]??[],l=d=>i.flatMap((f,m)=>o.some(([u,p])=>u===d.member&&p===f.member||p===d.member&&u===f.member)?[m+1]:[]),a=[
"payer","payee","about"].flatMap(d=>s.fields[d]?[r("li",null,`${d}: `,r("a",{href:x(n,"entity",[String(s.fields[d])])},n.name(s.fields[d],t.lang)))]:[]);return r(
"div",{class:"page fact"},r("p",null,r("a",{href:x(n,"facts")},c("facts"))),r("h1",null,String(s.fields.label)),r("p",null,`${c("verdict")}: `,r("span",{class:`\
verdict ${s.verdict}`},s.verdict),` · ${i.length} ${c("claimsN")} · ${s.fields.role} · ${s.fields.kind} ${s.fields.unit??""}`),r("ul",{class:"inline"},a),Qn(
i,s.fields.unit,i.map(d=>l(d).length>0)),r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("claimsN")},r("table",{class:"claims"},r("thead",null,r(
"tr",null,["#",c("date"),c("claim"),c("source"),c("sentence"),c("contradicts")].map(d=>r("th",{scope:"col"},d)))),r("tbody",null,i.map((d,f)=>r("tr",{"data-memb\
er":`${d.span.article}:${d.span.id}`},r("th",{scope:"row"},f+1),r("td",null,d.date||"–"),r("td",{class:"value"},O(d.span.fields)),r("td",null,zn(t,d.span)),r(
"td",null,M(t,d.span),d.pair&&[r("br"),M(t,d.pair)],r("br"),r("a",{href:x(n,"read",[d.span.article,d.span.bead??"-"])},`${d.span.article}:${d.span.bead}`)),r("t\
d",null,l(d).map(m=>r("span",{class:"clash"},`⚡${m} `)))))))),q(t,x(n,"fact",[s.id]),`fact ${s.id}`))}function zn(t,e){let n=t.model.sources(e);return n.length?
n.map((s,i)=>r("span",null,i?" ← ":"",Re(t,s)," ",r("q",{lang:s.lang},t.model.surface(s)??""))):[c("asserted")]}var Ne=640,me=34,$t=22;function Qn(t,e,n){let s=t.
flatMap(y=>[y.low,y.high]).filter(Number.isFinite);if(!s.length)return!1;let i=Math.min(...s),o=Math.max(...s),l=i>0&&o/i>50,a=y=>l?Math.log10(y):y,d=a(o)-a(i)||
Math.abs(a(o))||1,f=a(i)-d*.12,m=a(o)+d*.12,u=y=>me+(a(y)-f)/(m-f)*(Ne-me-16),p=t.length*$t+40,g=t.map((y,R)=>{let v=16+R*$t,H=n[R]?"claim-line clash":"claim-li\
ne",I=E("text",{x:4,y:v+4,class:"tick"},`${R+1}`);if(Number.isNaN(y.low))return[I,E("text",{x:me,y:v+4,class:"tick"},c("noValue"))];let W=Number.isFinite(y.low)?
u(y.low):me,P=Number.isFinite(y.high)?u(y.high):Ne-8,bn=W===P?[E("circle",{cx:W,cy:v,r:5,class:H})]:[E("line",{x1:W,x2:P,y1:v,y2:v,class:H}),vt(y.low,W,v,-1,H,y.
strict),vt(y.high,P,v,1,H,y.strict)];return[I,...bn,E("title",null,O(y.span.fields))]}),h=[...new Set(t.map(y=>Number(y.span.fields.value)).filter(y=>Number.isFinite(
y)&&y!==0))].sort((y,R)=>y-R),b=-1/0,$=h.flatMap(y=>u(y)-b<96?[]:(b=u(y),[E("line",{x1:u(y),x2:u(y),y1:6,y2:p-22,class:"grid"}),E("text",{x:u(y),y:p-8,class:"ti\
ck middle"},te(y,e==="USD"||e==="EUR"?e:null))]));return r("figure",{class:"numbers"},r("figcaption",null,c("numberLine")),E("svg",{viewBox:`0 0 ${Ne} ${p}`,role:"\
img","aria-label":`${c("numberLine")}: ${t.map((y,R)=>`${R+1} ${O(y.span.fields)}`).join("; ")}`},$,g))}function vt(t,e,n,s,i,o){return o&&Number.isFinite(t)?E(
"circle",{cx:e,cy:n,r:4.5,class:`${i} strict`}):Number.isFinite(t)?E("line",{x1:e,x2:e,y1:n-6,y2:n+6,class:i}):E("path",{d:`M${e-7*s},${n-5} L${e},${n} L${e-7*s}\
,${n+5}`,class:`${i} open`})}var pe=["id","article","bead","type","fr","en","spans","labels","values"];function At(t,e){return e.map(({bead:n,spans:s})=>({id:`${n.article.id}:${n.id}`,article:n.
article.id,bead:n.id,type:n.type,fr:t.side(n,"fr")??"",en:t.side(n,"en")??"",spans:s.map(i=>`${i.layer}:${i.id}:${i.lang}`).join(" "),labels:s.map(L).join(" "),
values:s.map(i=>String(i.fields.value??"")).filter(Boolean).join(" ")}))}function Et(t){let e=n=>{let s=/^[=+@\t\r-]/u.test(n)?`'${n}`:n;return/[",\r\n]/u.test(
s)?`"${s.replaceAll('"','""')}"`:s};return[pe,...t.map(n=>pe.map(s=>n[s]))].map(n=>n.map(e).join(",")).join(`\r
`)+`\r
`}function je(t){let e=n=>n.replace(/[\t\r\n]+/gu," ");return[pe,...t.map(n=>pe.map(s=>n[s]))].map(n=>n.map(e).join("	")).join(`
`)+`
`}function Tt(t){return`${JSON.stringify(t,null,1)}
`}function _e(t){return t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu,"�").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">",
"&gt;").replaceAll('"',"&quot;")}function Mt(t,e){let n=s=>`<tu tuid="${_e(s.id)}">${w.filter(i=>s[i]).map(i=>`<tuv xml:lang="${i}"><seg>${_e(s[i])}</seg></tuv>`).
join("")}</tu>`;return`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="visavis" creationtoolversion="${_e(t.visavis)}" segtype="sentence" o-tmf="visavis" adminlang="en" srclang="fr" datatype\
="plaintext"/><body>
${e.filter(s=>s.fr||s.en).map(n).join(`
`)}
</body></tmx>
`}var De=t=>`${t.title}`;function kt(t){return[`@misc{${t.name}-${t.version},`,`  title = {{${De(t)}}},`,...t.authors.length?[`  author = {${t.authors.map(e=>`{${e}\
}`).join(" and ")}},`]:[],...t.date?[`  year = {${t.date.slice(0,4)}},`]:[],`  version = {${t.version}},`,...t.url?[`  url = {${t.url}},`]:[],"}"].join(`
`)}function Rt(t){return["TY  - DATA",`TI  - ${De(t)}`,...t.authors.map(e=>`AU  - ${e}`),...t.date?[`PY  - ${t.date.slice(0,4)}`,`DA  - ${t.date.replaceAll("-",
"/")}`]:[],`ET  - ${t.version}`,...t.url?[`UR  - ${t.url}`]:[],"ER  - "].join(`
`)}function Ht(t){let e=t.date?.split("-").map(Number);return JSON.stringify([{id:`${t.name}-${t.version}`,type:"dataset",title:De(t),author:t.authors.map(n=>({
literal:n})),...e?{issued:{"date-parts":[e]}}:{},version:t.version,...t.url?{URL:t.url}:{}}],null,1)}var F=t=>JSON.stringify(t);function se(t,e){let n=t.kind===
"release"?`, version=${F(t.version)}`:"";return`visavis.load(SOURCE, ${F(e)}${n}, backend="polars")`}function Lt(t,e){let n=`pl.col("${t}").str.normalize("NFD")\
.str.replace_all(r"\\p{M}", "").str.to_lowercase().str.replace_all("’", "'")`;return Oe(e).map(s=>`${s.negative?"~":""}${n}.str.contains(r"${ft(s)}")`)}var Kn=[
'holders = mentions.select("article", "lang", holder="id", holder_entity="entity")','spans = spans.join(holders, on=["article", "lang", "holder"], how="left")',
'author = pl.when(pl.col("holder") == "AUTHOR").then(pl.lit("AUTHOR"))','spans = spans.with_columns(holder_entity=author.otherwise("holder_entity"))'],Yn=['name\
d = mentions.select("article", "lang", m="id", first="start", last="end", target_entity="entity")','named = spans.join(named.drop_nulls("target_entity"), on=["a\
rticle", "lang"])','words = pl.col("target_span").struct','inside = (words.field("start") <= pl.col("first")) & (pl.col("last") <= words.field("end"))','named =\
 named.filter((pl.col("target") == pl.col("m")) | inside)','named = named.select("article", "lang", "id", "target_entity")','spans = spans.join(named, on=["arti\
cle", "lang", "id"], how="left")'];function ge(t,e){let{about:n}=t,s=A.find(a=>a===e.layer),i=["import polars as pl","import visavis","",`SOURCE = ${F(n.kind===
"corpus"?".":`${n.name}-${n.version}`)}  # the folder, or owner/name on the Hub`,`rows = ${se(n,"sentences")}`],o=[...D.filter(a=>e[a]&&a!=="origin").map(a=>`pl\
.col("${a}").cast(pl.String) == ${F(e[a])}`),...e.type_bead?[`pl.col("type") == ${F(e.type_bead)}`]:[],...Lt("fr",e.fr??""),...Lt("en",e.en??"")];for(let a of o)
i.push(`rows = rows.filter(${a})`);e.origin&&i.push(`articles = ${se(n,"articles")}.filter(pl.col("origin") == ${F(e.origin)})`,'rows = rows.join(articles, left\
_on="article", right_on="id", how="semi")');let l=a=>`rows = rows.join(${a}.select(id=pl.format("{}:{}", "article", "bead")), on="id", how="semi")`;if(e.entity&&
i.push(`named = ${se(n,"mentions")}.filter(pl.col("entity") == ${F(e.entity)})`,l("named")),s){i.push(`spans = ${se(n,s)}`),s==="stances"&&(e.holder_entity||e.target_entity)&&
i.push(`mentions = ${se(n,"mentions")}`),s==="stances"&&e.holder_entity&&i.push(...Kn),s==="stances"&&e.target_entity&&i.push(...Yn);for(let d of J[s].filter(f=>e[f])){
let f=e[d].split("|"),m=f.filter(g=>g!=="-"),u=`pl.col("${d}").cast(pl.String)`,p=[...m.length?[`${u}.is_in(${JSON.stringify(m)})`]:[],...f.includes("-")?[`pl.c\
ol("${d}").is_null()`]:[]];i.push(`spans = spans.filter(${p.join(" | ")})`)}e.side&&i.push(`spans = spans.filter(pl.col("lang").cast(pl.String) == ${F(e.side)})`),
s==="amounts"&&C(e.min)!==null&&i.push(`spans = spans.filter(pl.coalesce(pl.col("value_max").cast(pl.Float64), pl.col("value").cast(pl.Float64)) >= ${C(e.min)})`),
s==="amounts"&&C(e.max)!==null&&i.push(`spans = spans.filter(pl.col("value").cast(pl.Float64) <= ${C(e.max)})`),i.push(l("spans"))}return i.push("print(rows)"),
i.join(`
`)}var Ot=100,qn=20,Jn=[["presetHedge",{layer:"conditionals",use:"reportative",rendering:"none|past|present|infinitive"}],["presetSums",{layer:"amounts",kind:"mone\
y",unit:"USD",min:"13 billion",max:"14 billion"}],["presetBounds",{layer:"amounts",kind:"money",comparator:"le|lt",sort:"value"}],["presetDesire",{layer:"stance\
s",attitude:"desire",holder_entity:"openai",target_entity:"microsoft"}],["presetAccuse",{layer:"stances",attitude:"accusation"}],["presetOmitted",{layer:"mentio\
ns",relation:"-",omitted:"pronominalised|condensed|implicit"}]];function Bt(t,e,n){if(t.library)return t.library.index.choices[e]?.[n]??[];let s=new Map;for(let i of t.
model.spans.values())if(i.layer===e)for(let o of B(t.model,i,n))o!==null&&s.set(String(o),(s.get(String(o))??0)+1);return[...s].sort((i,o)=>o[1]-i[1]).map(([i])=>i)}
function Xn(t){let e=Jn.flatMap(([n,s])=>{let i=n==="presetOmitted"?{layer:"mentions",omitted:Bt(t,"mentions","omitted").join("|")}:s;return Object.values(i).every(
Boolean)?[r("li",null,r("a",{href:x(t.model,"find",[],i)},c(n)))]:[]});return r("nav",{class:"presets","aria-label":c("presets")},r("span",null,`${c("presets")}\
: `),r("ul",null,e))}function Nt(t,e){let{query:n}=e,s=Object.keys(n).some(o=>!["sort","count"].includes(o)),i=r("div",{class:"results"});return s&&t.library?ts(
t,t.library,n,i):s&&_t(t,n,i),r("div",{class:"find"},r("h1",null,c("find")),Zn(t,n),Xn(t),i)}function he(t,e){location.hash=x(t.model,"find",[],e)}function Zn(t,e){
let n=(m,u,p)=>r("label",null,r("span",null,u),r("input",{name:m,type:"search",value:e[m]??"",title:p,autocomplete:"off",spellcheck:"false"})),s=(m,u,p,g)=>{let h=e[m]??
"",b=h&&!p.includes(h)?[h,...p]:p,$=r("select",{name:m},r("option",{value:""},c("any")),b.map(y=>r("option",{value:y,selected:y===h},g?g(y):y==="-"?c("none"):y)));
return r("label",null,r("span",null,u),$)},i=[...t.model.entities.values()].sort((m,u)=>m.names[t.lang]<u.names[t.lang]?-1:1).map(m=>m.id),o=m=>m==="-"?c("none"):
t.model.name(m,t.lang),l=A.find(m=>m===e.layer),a=l?J[l].map(m=>{if(t.library&&!(m in(t.library.index.choices[l]??{})))return n(m,m,"");let u=["payer","payee","\
about","holder_entity","target_entity"].includes(m);return s(m,m,[...Bt(t,l,m),"-"],u?o:void 0)}):[],d=s("layer",c("layer"),[...A]),f=r("form",{class:"ask",onsubmit:m=>{
m.preventDefault(),he(t,Ct(f))}},r("div",{class:"row"},n("fr",c("frenchWords"),c("wordsHelp")),n("en",c("englishWords"),c("wordsHelp"))),r("p",{class:"help"},c(
"wordsHelp")),r("div",{class:"row"},d,a,l&&s("side",c("side"),[...w]),l==="amounts"&&[n("min",c("from"),c("valueHelp")),n("max",c("to"),c("valueHelp"))],s("enti\
ty",c("entity"),i,o)),r("details",{open:D.some(m=>e[m])||!!e.type_bead},r("summary",null,c("more")),r("div",{class:"row"},D.map(m=>t.library&&m==="article"?n(m,
m,""):s(m,m,es(t,m))),s("type_bead","bead",t.library?.index.choices.beads?.type??[...new Set(t.model.beads.map(m=>m.type))].sort()))),r("div",{class:"row button\
s"},r("button",{type:"submit",class:"primary"},c("ask")),r("button",{type:"button",onclick:()=>he(t,{})},c("reset"))));return d.querySelector("select")?.addEventListener(
"change",()=>{let m=Ct(f),u=["fr","en","layer","entity",...D];he(t,Object.fromEntries(Object.entries(m).filter(([p])=>u.includes(p))))}),f}function es(t,e){if(t.
library)return t.library.index.choices.articles?.[e]??[];let n=[...t.model.articles.values()].map(s=>s.fields[e==="article"?"id":e]);return[...new Set(n.filter(
s=>s!==null).map(String))].sort()}function Ct(t){let e={};for(let[n,s]of new FormData(t))s&&(e[n]=String(s));return e}async function ts(t,e,n,s){let i=!1,{ids:o}=e.
index,l=r("progress",{max:o.length,value:0,"aria-label":c("progress")}),a=r("p",{role:"status",class:"total"}),d=r("button",{type:"button",class:"stop",onclick:()=>{
i=!0,d.disabled=!0}},c("stop")),f=r("div");S(s,r("div",{class:"row progress"},l,d),a,f);let m=0,u=p=>(l.value=p.read,S(a,r("strong",null,T(p.ids.length)),` ${c(
"results")} · ${c("lookedThrough",T(p.read),T(o.length))}`),!m&&p.hits.length&&(m=p.hits.length,S(f,r("ol",{class:"hits"},p.hits.slice(0,qn).map(g=>jt(t,g))))),
s.isConnected&&!i);try{let p=await e.search(n,u);if(!s.isConnected)return;_t(t,n,s,p),p.done||s.prepend(r("p",{class:"notice",role:"status"},c("stopped",T(p.read),
T(o.length))))}catch(p){S(s,r("p",{class:"notice",role:"alert"},c("notLoaded",String(p))))}}function _t(t,e,n,s){let i=gt(t.model,s?.hits??X(t.model,e),e.sort??
"order"),o=s?.ids.length??i.length,l=A.find(v=>v===e.layer),a=v=>H=>he(t,{...e,[v]:H.target.value}),d=(v,H,I,W)=>r("label",null,r("span",null,H),r("select",{onchange:a(
v),"data-name":v},I.map(P=>r("option",{value:P,selected:P===(e[v]??I[0])},W(P))))),f=r("ol",{class:"hits"}),m=r("button",{type:"button"},c("nextRows")),u=0,p=()=>{
f.append(...i.slice(u,u+Ot).map(v=>jt(t,v))),u=Math.min(i.length,u+Ot),m.hidden=u>=i.length};m.addEventListener("click",p),p();let g=e.count??"",{about:h}=t.model,
b=(v,H,I)=>r("button",{type:"button",class:"quiet","data-format":v,onclick:()=>nt(`${h.name}-${h.version}.${v}`,H,I())},v.toUpperCase()),$=()=>At(t.model,i),y=ge(
t.model,e),R=l==="amounts"?["min","max"].filter(v=>e[v]&&C(e[v])===null):[];S(n,R.length>0&&r("p",{class:"notice",role:"alert"},`${c("notNumber")} ${R.map(v=>e[v]).
join(", ")}`),r("div",{class:"row summary"},r("p",{role:"status",class:"total"},r("strong",null,o),` ${c("results")}`),d("sort",c("sort"),[...pt],v=>c(`sort_${v}`)),
d("count",c("count"),["","article","genre","story",...l?J[l]:[]],v=>v||c("none")),r("div",{class:"saves"},b("csv","text/csv",()=>Et($())),b("tsv","text/tab-sepa\
rated-values",()=>je($())),b("json","application/json",()=>Tt($())),b("tmx","application/x-tmx+xml",()=>Mt(h,$())),t.copyButton(`${c("copy")} TSV`,()=>je($())),
t.linkButton(x(t.model,"find",[],e)))),o>i.length&&r("p",{class:"help"},c("firstHits",T(i.length))),g&&ns(t,e,s?.counts??ue(t.model,i,g),g),f,m,r("details",{class:"\
snippet"},r("summary",null,c("snippet")),r("pre",{tabindex:0},r("code",null,y)),t.copyButton(c("copy"),()=>y)))}function ns(t,e,n,s){let i=n[0]?.[1]??1;return r(
"table",{class:"counts"},r("caption",null,`${c("count")} ${s}`),r("tbody",null,n.slice(0,40).map(([o,l])=>{let a=r("i",{class:"bar","aria-hidden":"true"});return a.
style.width=`${100*l/i}%`,r("tr",null,r("th",{scope:"row"},r("a",{href:x(t.model,"find",[],{...e,[s]:o,count:""})},o==="-"?c("none"):o)),r("td",null,l),r("td",{
class:"bars"},a))})))}function jt(t,e){let{bead:n,spans:s}=e;return r("li",{"data-id":`${n.article.id}:${n.id}`},r("div",{class:"where"},r("a",{href:s[0]?V(t.model,
s[0]):x(t.model,"read",[n.article.id,n.id])},`${n.article.id}:${n.id}`),ss(s)),w.map(i=>Fe(t,n,i,e)))}function ss(t){let e=new Set;return t.flatMap(n=>{let s=n.
layer==="amounts"?O(n.fields):n.layer==="conditionals"?[L(n),n.fields.rendering].filter(Boolean).join(" → "):L(n);return e.has(s)?[]:(e.add(s),[r("span",{class:`\
tag ${n.layer}`},s)])})}function Fe(t,e,n,s){let i=N(e,n),o=s.model??t.model,l=o.side(e,n);if(!i)return r("p",{class:"gap",lang:t.lang},c(n==="fr"?"noFrench":"n\
oEnglish"));if(l===null)return r("p",{class:"closed text-off",lang:t.lang},`${c("textOff")} (${n} ${i.start}–${i.end})`);let a=Array.from(l),d=[...s.marks[n].
map(u=>({...u,name:"word"})),...s.spans.filter(u=>u.lang===n).map(u=>({start:u.start-i.start,end:u.end-i.start,name:u.layer})),...s.spans.map(u=>o.counterpart(u)).
filter(u=>u!==void 0&&u.lang===n&&!s.spans.includes(u)).map(u=>({start:u.start-i.start,end:u.end-i.start,name:"pair"}))].sort((u,p)=>u.start-p.start||p.end-u.end),
f=[],m=0;for(let u of d)u.start<m||(f.push(a.slice(m,u.start).join(""),r("mark",{class:u.name},a.slice(u.start,u.end).join(""))),m=u.end);return f.push(a.slice(
m).join("")),r("p",{lang:n,dir:"auto"},f)}function Ft(t,e,n,s){let i=st(t.model,e,t.layers).filter(d=>!s||rs(d,s)),o=n.getBoundingClientRect(),l=[],a=i.flatMap(d=>as(n,d,o,l));return a.length?E("svg",{class:"\
arcs","aria-hidden":"true",width:o.width,height:o.height},a):null}function rs(t,e){let n=s=>"key"in s&&is(s,e);return n(t.from)||t.span!==void 0&&n(t.span)}function is(t,e){
return t.key===e.key||t.layer===e.layer&&t.id===e.id&&t.lang===Y(e.lang)}var os=[.5,.65,.35,.8,.2];function ls(t,e,n,s){let[i,o,l,a]=t,d=n.length*6+8,f=os.map(p=>{
let[g,h,b,$]=[(1-p)**3,3*p*(1-p)**2,3*p**2*(1-p),p**3];return{x:(g+h)*i+(b+$)*l,y:g*o+(h+b)*e+$*a-2,width:d}}),m=p=>s.some(g=>Math.abs(p.x-g.x)<(p.width+g.width)/
2&&Math.abs(p.y-g.y)<11),u=f.find(p=>!m(p))??f[0];return s.push(u),u}function as(t,e,n,s){let i=Dt(t,e.lang,e.from),o=Dt(t,e.lang,e.to);if(!i||!o)return[];let l=i.
left+i.width/2-n.left,a=o.left+o.width/2-n.left,d=i.top-n.top+2,f=o.top-n.top+2,m=Math.min(26,8+Math.abs(a-l)/12),u=Math.min(d,f)-m,p=`M${l},${d} C${l},${u} ${a}\
,${u} ${a},${f}`,g=ls([l,d,a,f],u,e.name,s);return[E("path",{d:p,class:`arc ${e.layer}`}),E("path",{d:`M${a-3},${f-5} L${a},${f} L${a+3},${f-5}`,class:`arc ${e.
layer}`}),E("text",{x:g.x,y:g.y,class:"arc-name"},e.name)]}function Dt(t,e,n){let s=t.querySelector(`.text[data-lang=${e}]`);if(!s)return null;let i=n.start-Number(
s.dataset.start),o=document.createTreeWalker(s,NodeFilter.SHOW_TEXT),l=0;for(let a=o.nextNode();a;a=o.nextNode()){let d=Array.from(a.data).length;if(i>=l&&i<l+d){
let f=document.createRange();return f.setStart(a,ve(a.data,i-l)),f.setEnd(a,ve(a.data,Math.min(d,i-l+n.end-n.start))),f.getClientRects()[0]??null}l+=d}return null}function Ue(t){let e=[],n=[...t].sort((s,i)=>s.end-s.start-(i.end-i.start)||s.start-i.start);for(let s of n){let i=new Set(e.filter(([l])=>l.start<s.end&&s.start<
l.end).map(([,l])=>l)),o=0;for(;i.has(o);)o+=1;e.push([s,o])}return new Map(e)}function Ut(t,e,n){let s=n.filter(l=>l.start<e&&t<l.end&&l.start<l.end),i=new Set(
[t,e]);for(let l of s)i.add(Math.max(t,l.start)),i.add(Math.min(e,l.end));let o=[...i].sort((l,a)=>l-a);return o.slice(0,-1).map((l,a)=>{let d=o[a+1];return{start:l,
end:d,spans:s.filter(f=>f.start<=l&&d<=f.end)}})}var cs=t=>t/2**32|0,ds=t=>t>>>0;function It(t,e,n,s){let i=cs(n),o=ds(n);t.setUint32(e,s?o:i,s),t.setUint32(e+4,s?i:o,s)}function Pt(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}var Ie=t=>t?
`"${t}" `:"";function us(t,e=""){if(typeof t!="number")throw new TypeError(Ie(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(
Ie(e)+"expected integer >= 0, got "+t);return t}function be(t,e,n=""){if(Pt(t)&&(e===void 0||t.length===e))return t;e!==void 0&&us(e,"length");let s=Pt(t),i=e!==void 0?` of length ${e}`:"",o=s?`length=${t.length}`:
`type=${typeof t}`,l=Ie(n)+"expected Uint8Array"+i+", got "+o;throw s?new RangeError(l):new TypeError(l)}var fs=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError((e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},Vt=(t,e)=>{
fs(t,e);let n=Object.getPrototypeOf(t);if(n!==Object.prototype&&n!==null)throw new TypeError(`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(
`"${e}.__proto__" is not allowed`)};function Pe(t,e=!0){if(t.destroyed)throw new Error("hash was destroyed");if(e&&t.finished)throw new Error("digest() was alre\
ady called")}function Gt(t,e){be(t,void 0,"output");let n=e.outputLen;if(!(t.length>=n))throw new RangeError('"output" expected length >= '+n)}function Ve(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function ye(t){return new DataView(t.buffer,t.byteOffset,t.byteLength)}function k(t,e){return t<<32-e|
t>>>e}var ms=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",ps=Array.from({length:256},(t,e)=>e.toString(16).padStart(2,"0"));function Wt(t){
if(be(t),ms)return t.toHex();let e="";for(let n=0;n<t.length;n++)e+=ps[t[n]];return e}function gs(t,e,n="opts"){return Vt(t,"defaults"),e!==void 0&&Vt(e,n),Object.assign(Object.create(null),t,e)}function zt(t,e={}){if(typeof t!="function")throw new TypeError(
'"hashCons" expected function, got type='+typeof t);e=gs({},e,"info");let n=(i,o)=>t(o).update(i).digest(),s=t(void 0);return n.outputLen=s.outputLen,n.blockLen=
s.blockLen,n.canXOF=s.canXOF,n.create=i=>t(i),Object.assign(n,e),Object.freeze(n)}var Qt=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])});function Kt(t,e,n){return t&e^~t&n}function Yt(t,e,n){return t&e^t&n^e&n}var xe=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,n,s,i){
this.blockLen=e,this.outputLen=n,this.padOffset=s,this.isLE=i,this.buffer=new Uint8Array(e),this.view=ye(this.buffer)}update(e){Pe(this),be(e);let{view:n,buffer:s,
blockLen:i}=this,o=e.length,l=!1;for(let a=0;a<o;){let d=Math.min(i-this.pos,o-a);if(d===i){let f=ye(e);for(;i<=o-a;a+=i)this.process(f,a);l=!0;continue}s.set(a===
0&&d===o?e:e.subarray(a,a+d),this.pos),this.pos+=d,a+=d,this.pos===i&&(this.process(n,0),this.pos=0,l=!0)}return this.length+=e.length,l&&this.roundClean(),this}digestInto(e){
Pe(this),Gt(e,this),this.finished=!0;let{buffer:n,view:s,blockLen:i,isLE:o}=this,{pos:l}=this;n[l++]=128,n.fill(0,l),this.padOffset>i-l&&(this.process(s,0),n.fill(
0)),It(s,i-8,this.length*8,o),this.process(s,0),this.roundClean();let a=e===n?s:ye(e),d=this.outputLen,f=d/4,m=this.get();if(d%4||f>m.length)throw new Error("in\
valid outputLen");for(let u=0;u<f;u++)a.setUint32(4*u,m[u],o)}digest(){let{buffer:e,outputLen:n}=this;this.digestInto(e);let s=e.slice(0,n);return this.destroy(),
s}_cloneIntoMeta(e){let{buffer:n,length:s,finished:i,destroyed:o,pos:l}=this;return e.destroyed=o,e.finished=i,e.length=s,e.pos=l,l&&e.buffer.set(n),e}clone(){return this.
_cloneInto()}},qt=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var hs=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,
2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,
3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,
3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,
2361852424,2428436474,2756734187,3204031479,3329325298]),U=new Uint32Array(64),Ge=class extends xe{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,n){super(64,e,8,
!1),this.A=n[0]|0,this.B=n[1]|0,this.C=n[2]|0,this.D=n[3]|0,this.E=n[4]|0,this.F=n[5]|0,this.G=n[6]|0,this.H=n[7]|0}get(){let{A:e,B:n,C:s,D:i,E:o,F:l,G:a,H:d}=this;
return[e,n,s,i,o,l,a,d]}set(e,n,s,i,o,l,a,d){this.A=e|0,this.B=n|0,this.C=s|0,this.D=i|0,this.E=o|0,this.F=l|0,this.G=a|0,this.H=d|0}_cloneInto(e){return(e||=new this.
constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,n){for(let u=0;u<16;u++,n+=4)U[u]=e.getUint32(n,!1);for(let u=16;u<64;u++){let p=U[u-15],g=U[u-
2],h=k(p,7)^k(p,18)^p>>>3,b=k(g,17)^k(g,19)^g>>>10;U[u]=b+U[u-7]+h+U[u-16]|0}let{A:s,B:i,C:o,D:l,E:a,F:d,G:f,H:m}=this;for(let u=0;u<64;u++){let p=k(a,6)^k(a,11)^
k(a,25),g=m+p+Kt(a,d,f)+hs[u]+U[u]|0,b=(k(s,2)^k(s,13)^k(s,22))+Yt(s,i,o)|0;m=f,f=d,d=a,a=l+g|0,l=o,o=i,i=s,s=g+b|0}s=s+this.A|0,i=i+this.B|0,o=o+this.C|0,l=l+this.
D|0,a=a+this.E|0,d=d+this.F|0,f=f+this.G|0,m=m+this.H|0,this.set(s,i,o,l,a,d,f,m)}roundClean(){Ve(U)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),Ve(this.
buffer)}},We=class extends Ge{constructor(){super(32,qt)}};var Jt=zt(()=>new We,Qt(1));var Xt=()=>{};function Zt(t){Xt=t}function en(t,e){let n=r("input",{type:"file",multiple:!0,id:"own-text",onchange:()=>{tn(t,[...n.files??[]])}}),s=w.filter(i=>e.
sha256[i]&&!e.texts[i]).map(i=>r("code",null,`${i} ${e.sha256[i]}`));return r("div",{class:"drop"},r("p",null,c("notHere")),r("p",null,c("drop")),r("p",null,r("\
label",{for:"own-text"},`${c("choose")} `),n),r("p",{class:"hashes"},s))}async function tn(t,e){let n=[];for(let s of e){let i=new Uint8Array(await s.arrayBuffer()),
o=Wt(Jt(i)),l=[...t.model.articles.values()].flatMap(a=>w.filter(d=>a.sha256[d]===o).map(d=>({article:a,lang:d})));if(!l.length){n.push(`${s.name} ${c("refused")}\
 ${o}`);continue}try{let a=new z(new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}).decode(i));for(let{article:d,lang:f}of l)d.texts[f]=a,n.push(`${s.name}: ${d.id}\
 ${f} ${c("accepted")}`)}catch{n.push(`${s.name} ${c("decoded")}`)}}mt(),Xt(n)}function nn(t){addEventListener("dragover",e=>{e.dataTransfer?.types.includes("Fi\
les")&&(e.preventDefault(),document.body.classList.add("dragging"))}),addEventListener("dragleave",()=>document.body.classList.remove("dragging")),addEventListener(
"drop",e=>{e.preventDefault(),document.body.classList.remove("dragging"),tn(t,[...e.dataTransfer?.files??[]])})}var ze=5;function Qe(t,e){let{model:n}=t,s=e.parts[0],i=s?n.articles.get(s):n.articles.values().next().value;t.pieces.clear();let o=u=>r("p",{class:"notice",role:"\
alert"},`${c("missing")} ${u}`);if(!i)return r("div",{class:"reading"},$e(t,null),o(s??"–"));let l=i.beads.find(u=>u.id===e.parts[1]),a=e.parts[2]?n.spans.get(
`${i.id}/${e.parts[2]}`):void 0,d=i.beads.map(u=>rn(t,u)),f=[...e.parts[1]&&e.parts[1]!=="-"&&!l?[e.parts[1]]:[],...e.parts[2]&&!a?[e.parts[2]]:[]],m=r("div",{class:"\
reading"},$e(t,i),r("article",{class:"text-pair","data-article":i.id},f.map(o),ys(t,i),xs(t,u=>S(u,...i.beads.map(p=>rn(t,p)))),w.some(u=>i.sha256[u]&&!i.texts[u])&&
en(t,i),r("div",{class:"beads"},d),$s(t,i)));return queueMicrotask(()=>{a?t.select(a,l??null):l?t.select(null,l):t.select(null,null);let u=l??i.beads.find(p=>p.
id===a?.bead);if(u){let p=document.getElementById(`bead-${u.id}`);p?.scrollIntoView({block:"center"}),p?.focus({preventScroll:!0})}}),m}var sn=200;function bs(t,e,n){
let{ids:s,titles:i}=e.index,o=s.map((u,p)=>`${u} ${i[p]??""}`.toLowerCase()),l=r("ul"),a=r("p",{class:"help",role:"status"}),d=u=>{let p=[...s.keys()].filter(h=>o[h].
includes(u)),g=n&&!u?Math.max(0,s.indexOf(n.id)-20):0;S(l,p.slice(g,g+sn).map(h=>r("li",null,r("a",{href:x(t.model,"read",[s[h]]),"aria-current":s[h]===n?.id?"p\
age":null},r("bdi",null,i[h]??s[h]),i[h]?r("small",null,s[h]):null)))),S(a,c("listed",T(Math.min(sn,p.length-g)),T(p.length)))},f=r("input",{type:"search",placeholder:c(
"filter"),"aria-label":c("filter"),oninput:()=>d(f.value.toLowerCase())});d("");let m=matchMedia("(min-width: 85rem)").matches;return r("nav",{class:"articles",
"aria-label":c("articles")},r("details",{open:m},r("summary",null,`${c("articles")} (${T(s.length)})`),f,a,l))}function $e(t,e){if(t.library)return bs(t,t.library,
e);let n=[...t.model.articles.values()].map(l=>{let a=l.title??l.id,d=w.some(f=>l.sha256[f]&&!l.texts[f]);return r("li",{"data-words":`${l.id} ${a}`.toLowerCase()},
r("a",{href:x(t.model,"read",[l.id]),"aria-current":l===e?"page":null},r("bdi",null,a),r("small",null,l.id,d&&" · ∅")))}),s=r("ul",null,n),i=r("input",{type:"\
search",placeholder:c("filter"),"aria-label":c("filter"),oninput:()=>{for(let l of n)l.hidden=!l.dataset.words?.includes(i.value.toLowerCase())}}),o=matchMedia(
"(min-width: 85rem)").matches;return r("nav",{class:"articles","aria-label":c("articles")},r("details",{open:o},r("summary",null,`${c("articles")} (${n.length})`),
i,s))}function ys(t,e){let{fields:n}=e,s=[e.date,n.genre,n.story,n.publisher,`fr ${n.rights_fr??"–"}`,`en ${n.rights_en??"–"}`,n.translation&&`en: ${n.translation}`].
filter(Boolean);return r("header",null,r("h1",null,r("bdi",null,e.title??e.id)),r("p",{class:"meta"},s.join(" · ")),r("p",null,t.linkButton(x(t.model,"read",[e.
id]))))}function xs(t,e){let n=()=>{let i=document.querySelector(".beads");t.pieces.clear(),i&&e(i),t.select(t.selected,t.bead)},s=(i,o,l,a="")=>{let d=r("input",
{type:"checkbox",onchange:()=>{l(d.checked),n()}});return d.checked=o,r("label",{class:"switch"},d,a&&r("i",{class:`swatch ${a}`,"aria-hidden":"true"}),i)};return r(
"fieldset",{class:"controls"},r("legend",null,c("layers")),A.map(i=>s(i,t.layers.has(i),o=>{o?t.layers.add(i):t.layers.delete(i)},i)),s(c("arcs"),t.arcs,i=>{t.arcs=
i}),s(c("force"),t.force,i=>{t.force=i}))}function $s(t,e){let n=t.library?.index.ids??[...t.model.articles.keys()],s=n.indexOf(e.id),i=(o,l)=>{let a=n[o],d=a&&
(t.library?.index.titles[o]??t.model.articles.get(a)?.title??a);return a&&r("a",{href:x(t.model,"read",[a])},`${c(l)}: `,r("bdi",null,d))};return r("nav",{class:"\
neighbours","aria-label":c("next")},i(s-1,"previous"),i(s+1,"next"))}function rn(t,e){let n=e.spans.fr.length+e.spans.en.length;return r("div",{class:`bead ${e.
region??""}`,id:`bead-${e.id}`,role:"group",tabindex:0,"aria-label":`${c("sentence")} ${e.id}`,"data-bead":e.id},r("div",{class:"gutter"},r("a",{href:x(t.model,
"read",[e.article.id,e.id]),class:"number"},e.id),e.type!=="1-1"&&r("span",{class:"type",title:e.type},e.type),r("button",{type:"button",class:"count","aria-lab\
el":`${c("annotationsOf")} ${e.id}: ${n}`,onclick:()=>t.select(null,e)},n)),w.map(i=>vs(t,e,i)),t.force&&w.map(i=>r("div",{class:`force ${i}`,lang:t.lang},ke(t,
e,i))))}function vs(t,e,n){let s=N(e,n);if(!s)return r("div",{class:`side gap ${n}`,lang:t.lang},r("span",null,c(n==="fr"?"noFrench":"noEnglish")));let i=e.spans[n].
filter(h=>t.layers.has(h.layer)),o=e.article.texts[n];if(!o)return r("div",{class:`side closed ${n}`},Es(t,e,n,i));let l=s.start+Array.from(t.model.side(e,n)??"").
length,a=Ue(i),d=h=>Math.max(0,...[...h.values()].map(b=>b+1)),f=Ue(e.spans[Y(n)].filter(h=>t.layers.has(h.layer))),m=d(a),u=Math.max(2,m,d(f)),p=Ut(s.start,l,i).
map(h=>{let b=r("span",{class:h.spans.length?"piece":null},o.slice(h.start,h.end));h.spans.length&&ws(b,h,a,m);for(let $ of h.spans){let y=t.pieces.get($.key);y?
y.push(b):t.pieces.set($.key,[b])}return h.spans.length&&As(t,b,e,h.spans),b}),g=r("p",{class:"text",lang:n,dir:"auto","data-start":s.start,"data-lang":n},p);return g.
style.lineHeight=`calc(1.28em + ${u*ze}px)`,r("div",{class:`side ${n}`},g)}function ws(t,e,n,s){let i=e.spans.map(o=>({image:Ls[o.layer],size:`${o.end===e.end?"\
calc(100% - 2px)":"100%"} 3px`,position:`0 calc(100% - ${(s-1-n.get(o))*ze}px)`}));t.style.backgroundImage=i.map(o=>o.image).join(", "),t.style.backgroundSize=i.
map(o=>o.size).join(", "),t.style.backgroundPosition=i.map(o=>o.position).join(", "),t.style.paddingBottom=`${s*ze}px`}var Ss=t=>`linear-gradient(var(--${t}), v\
ar(--${t}))`,re=(t,e,n)=>`repeating-linear-gradient(90deg, var(--${t}) 0 ${e}px, transparent ${e}px ${e+n}px)`,Ls={mentions:Ss("mentions"),amounts:re("amounts",
8,2),attributions:re("attributions",3,2),conditionals:re("conditionals",1,2),stances:re("stances",12,4),flaws:re("flaws",2,5)};function As(t,e,n,s){let i=s.reduce(
(o,l)=>l.end-l.start<o.end-o.start?l:o);e.title=s.map(o=>`${o.layer}: ${L(o)}`).join(`
`),e.addEventListener("pointerenter",o=>{o.pointerType==="mouse"&&t.hover(i)}),e.addEventListener("pointerleave",o=>{o.pointerType==="mouse"&&t.hover(null)}),e.
addEventListener("click",()=>{if(!getSelection()?.isCollapsed)return;let o=t.selected?s.indexOf(t.selected):-1;t.select(o<0?i:s[(o+1)%s.length],n)})}function Es(t,e,n,s){
let i=N(e,n);return r("p",{class:"chips"},r("span",{class:"place"},`${n} ${i.start}–${i.end} `),s.map(o=>{let l=r("button",{type:"button",class:`chip ${o.layer}`,
onclick:()=>t.select(o,e)},`${L(o)} ${o.start}–${o.end}`);return t.pieces.set(o.key,[l]),l}))}function Ts(t,e){return w.flatMap(n=>e.spans[n].filter(s=>t.layers.
has(s.layer)).sort((s,i)=>s.start-i.start||i.end-s.end))}function on(t,e){let n=[...document.querySelectorAll(".bead")];if(!n.length)return!1;let s=document.activeElement?.
closest(".bead")??null,i=s?n.indexOf(s):-1,o=t.model.articles.get(document.querySelector(".text-pair")?.dataset.article??""),l=u=>o?.beads.find(p=>p.id===n[u]?.
dataset.bead),a=["j","ArrowDown"].includes(e),d=["k","ArrowUp"].includes(e);if(a||d){if(i<0&&e.startsWith("Arrow"))return!1;let u=Math.max(0,Math.min(n.length-1,
i+(a?1:-1)));return n[u].focus(),n[u].scrollIntoView({block:"nearest"}),t.select(null,l(u)??null),!0}let f=i<0?void 0:l(i);if(!f)return!1;let m=Ts(t,f);if(["Arr\
owRight","ArrowLeft"].includes(e)&&m.length){let u=t.selected?m.indexOf(t.selected):-1,p=e==="ArrowRight"?u+1:u<0?m.length-1:u-1;return t.select(m[(p+m.length)%
m.length],f),!0}if(e==="o"){let u=t.selected&&t.model.span(t.selected.article,t.selected.layer,t.selected.id,Y(t.selected.lang));return u&&t.select(u,f),!!u}return!1}
function Ke(t,e,n){for(let o of document.querySelectorAll(".arcs"))o.remove();for(let o of document.querySelectorAll(".roomy"))o.classList.remove("roomy");if(!e&&
!t.allArcs)return;let s=n??(e&&t.model.articles.get(e.article)?.beads.find(o=>o.id===e.bead)),i=s&&document.getElementById(`bead-${s.id}`);if(t.arcs&&s&&i){e||i.
classList.add("roomy");let o=Ft(t,s,i,e);o&&i.append(o)}}var Ms=new Set(["find","about","changes"]);function ln(t,e,n,s,i){if(location.protocol==="file:")return r("div",{class:"page"},r("p",{class:"notice",role:"alert"},
c("needsServer")),r("pre",{tabindex:0},r("code",null,`visavis page ${e.index.base.replace(/\/$/u,"")} --serve`)));if(Ms.has(n.view))return s(t,n);if(n.view!=="r\
ead")return r("div",{class:"page"},r("h1",null,c("smallOnly")),r("p",null,c("smallOnlyText",T(e.index.pairs))));let o=n.parts[0]??e.index.ids[0];if(o===void 0||
t.model.articles.has(o)||!e.index.ids.includes(o))return s(t,{...n,parts:o===void 0?[]:[o,...n.parts.slice(1)]});let l=r("p",{class:"notice",role:"status"},c("l\
oading",o)),a=r("div",{class:"reading"},$e(t,null),l);return e.open(o).then(d=>{t.model=d,a.isConnected&&i()},d=>{l.replaceChildren(c("notLoaded",String(d)))}),
a}var an=100;function cn(t,e){let{model:n}=t,s=e.query.layer??"",i=n.rulings.filter(a=>!s||a.layer===s),o=[...new Set(n.rulings.map(a=>a.layer))],l=a=>r("a",{href:x(
n,"disagreements",[],{layer:a}),"aria-current":a===s?"true":null},`${a||c("all")} (${n.rulings.filter(d=>!a||d.layer===a).length})`);return r("div",{class:"page\
 wide"},r("h1",null,c("disagreements")),n.rulings.length?[r("nav",{class:"tabs","aria-label":c("layer")},["",...o].map(l)),ks(t,i)]:r("p",null,c("noRulings")),r(
"h2",null,c("lowBeads")),Hs(t))}function ks(t,e){let n=r("tbody"),s=r("button",{type:"button"},c("nextRows")),i=0,o=()=>{n.append(...e.slice(i,i+an).map(l=>Rs(t,
l))),i+=an,s.hidden=i>=e.length};return s.addEventListener("click",o),o(),r("div",null,r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("disagree\
ments")},r("table",null,r("thead",null,r("tr",null,[c("span"),c("layer"),c("passes"),c("differs"),c("kept"),c("rule")].map(l=>r("th",{scope:"col"},l)))),n)),s)}
function Rs(t,e){let{model:n}=t,s=n.articles.get(e.article),i=s?.beads.find(d=>d.sides[e.lang].some(f=>f.start<=e.start&&e.start<f.end)),o=s?.spans.find(d=>d.layer===
e.layer&&d.lang===e.lang&&d.start===e.start&&d.end===e.end),l=n.surface(e)??`${e.start}–${e.end}`,a=[e.article,i?.id??"-",...o?[`${o.layer}:${o.id}:${o.lang}`]:
[]];return r("tr",null,r("td",null,r("a",{href:x(n,"read",a)},r("q",{lang:e.lang,dir:"auto"},j(l))),r("small",null,` ${e.article}:${i?.id??""} ${e.lang}`)),r("t\
d",null,e.layer),r("td",null,e.passes.join(", ")),r("td",null,e.only?`${c("onlyIn")} ${e.passes[e.only==="first"?0:1]}`:e.differs.join(", ")),r("td",null,e.kept??
"–"),r("td",null,e.rule?r("span",{title:n.rules[e.rule]?.title??""},e.rule):"",e.reason?` ${e.reason}`:""))}function Hs(t){let e=t.model.beads.filter(s=>s.confidence!==
null).sort((s,i)=>s.confidence-i.confidence).slice(0,50),n=s=>r("li",null,r("div",{class:"where"},r("a",{href:x(t.model,"read",[s.article.id,s.id])},`${s.article.
id}:${s.id}`),r("span",{class:"tag"},`${s.type} · ${c("confidence")} ${s.confidence.toFixed(3)} · ${s.verified?c("verified"):c("unverified")}`)),w.map(i=>Fe(t,
s,i,{spans:[],marks:{fr:[],en:[]}})));return r("ol",{class:"hits"},e.map(n))}var Os=[...A.map(t=>[t,Se[t]]),["conditionals","rendering"],["amounts","comparator"],
["amounts","role"],["stances","factuality"],["mentions","relation"]];function dn(t){let{model:e}=t,n=([i,o])=>{let l=X(e,{layer:i});if(!l.length)return!1;let f=[
...e.spans.values()].filter(u=>u.layer===i).some(u=>B(e,u,o).some(p=>p!==null))?ue(e,l,o).slice(0,14):[];if(!f.length)return!1;let m=f[0][1];return r("table",{class:"\
counts"},r("caption",null,`${i}: ${o}`),r("tbody",null,f.map(([u,p])=>{let g=r("i",{class:`bar ${i}`,"aria-hidden":"true"});return g.style.width=`${100*p/m}%`,r(
"tr",null,r("th",{scope:"row"},r("a",{href:x(e,"find",[],{layer:i,[o]:u})},u==="-"?c("none"):u)),r("td",null,p),r("td",{class:"bars"},g))})))},s=(i,o)=>r("div",
null,r("dt",null,i),r("dd",null,o));return r("div",{class:"page wide"},r("h1",null,c("figures")),r("dl",{class:"totals"},s(c("articles"),e.articles.size),s(c("r\
esults"),e.beads.length),A.map(i=>s(i,[...e.spans.values()].filter(o=>o.layer===i).length)),s(c("facts"),e.facts.size),s(c("entities"),e.entities.size)),r("p",null,
c("figuresHelp")),r("div",{class:"plots"},Os.map(n)))}function un(t){let{model:e}=t,{about:n}=e,s=[["BibTeX",kt(n)],["RIS",Rt(n)],["CSL-JSON",Ht(n)]],i=r("pre",
{tabindex:0,class:"citation"}),o=s[0][1],l=s.map(([u,p])=>r("button",{type:"button","aria-pressed":String(p===o),onclick:g=>{o=p,S(i,p);for(let h of l)h.setAttribute(
"aria-pressed",String(h===g.currentTarget))}},u));S(i,o);let a=/^https:\/\/huggingface\.co\/datasets\/([^/]+\/[^/]+)/u.exec(n.url??"")?.[1],f=["from datasets im\
port load_dataset",`sentences = load_dataset("${a??(n.kind==="corpus"?`dist/${n.name}-${n.version}`:`${n.name}-${n.version}`)}", "sentences"${a?`, revision="v${n.
version}"`:""})`].join(`
`),m=ge(e,{layer:"amounts",kind:"money"});return r("div",{class:"page"},r("h1",null,r("bdi",null,n.title)),r("p",null,`${n.name} ${n.version}${n.kind==="corpus"?
" (corpus)":""} · ${n.licence??""} · ${n.date??""}`),n.digest&&r("p",null,"SHA-256 ",r("code",{class:"digest"},n.digest)),r("section",null,r("h2",null,c("cita\
tion")),r("p",{class:"buttons"},l),i,t.copyButton(c("copy"),()=>o)),r("section",null,r("h2",null,c("load")),r("pre",{tabindex:0},f),t.copyButton(c("copy"),()=>f),
r("pre",{tabindex:0},m),t.copyButton(c("copy"),()=>m)),r("section",null,r("h2",null,c("thisPage")),r("p",null,c("pageIs")),r("p",null,c("keys")),r("p",null,`vis\
avis ${n.visavis}`)),e.data.changes&&r("section",null,r("h2",null,`${c("changes")}: ${e.data.changes.version} → ${n.version}`),r("p",null,r("a",{href:x(e,"cha\
nges")},`${e.data.changes.count} ${c("rowsChanged")}`))),n.changelog&&r("section",null,r("h2",null,c("changes")),r("pre",{tabindex:0,class:"changes"},n.changelog)),
r("section",null,r("h2",null,c("rules")),Object.entries(e.rules).map(([u,p])=>r("details",{id:`rule-${u}`},r("summary",null,`${u} ${p.title}`),r("p",null,p.text)))))}function mn(t,e){document.addEventListener("selectionchange",()=>{let n=Cs();if(e.hidden=!n,!n)return;let s=`${n.article} ${n.lang} ${n.start}–${n.end}`,i=`${n.
article}	${n.lang}	${n.start}	${n.end}`;S(e,r("output",null,`${s} (${n.end-n.start} ${c("selection")})`),t.copyButton(c("copyOffsets"),()=>i))})}function Cs(){let t=getSelection();
if(!t||t.isCollapsed||!t.rangeCount)return null;let e=t.getRangeAt(0),n=fn(e.startContainer,e.startOffset),s=fn(e.endContainer,e.endOffset);return!n||!s||n.lang!==
s.lang||n.at>=s.at?null:{article:n.article,lang:n.lang,start:n.at,end:s.at}}function fn(t,e){let s=(t instanceof Element?t:t.parentElement)?.closest(".text[data\
-start]"),i=s?.closest("[data-article]")?.dataset.article;if(!s||!i)return null;let o=document.createRange();o.setStart(s,0),o.setEnd(t,e);let l=Number(s.dataset.
start)+qe(o.toString());return{article:i,lang:s.dataset.lang??"",at:l}}var Bs={read:Qe,find:Nt,facts:wt,fact:St,entities:ht,entity:bt,matrix:xt,disagreements:cn,figures:dn,about:un,changes:it},Ns=["read","find","facts","entities","\
matrix","disagreements","figures","about"],_s={fact:"facts",entity:"entities",changes:"about"};function hn(t){let e=JSON.parse(document.getElementById("data")?.
textContent??"{}"),n=r("p",{class:"unseen","aria-live":"polite",id:"live"}),s=new ce(new ie(e),n,t(e));Me(pn("language")??(navigator.language.startsWith("fr")?"\
fr":"en"));let i=pn("theme");i&&(document.documentElement.style.colorScheme=i);let o=r("header",{class:"top"}),l=r("main",{id:"content",tabindex:-1}),a=r("aside",
{class:"panel"}),d=r("div",{class:"offsets",hidden:!0});document.body.append(o,l,a,d,n);let f=matchMedia("(min-width: 60rem)");s.onSelect=(g,h,b)=>{if(!b&&!f.matches)
return;let $=g?ot(s,g):h?at(s,h):null;if(a.hidden=!$&&!f.matches,document.body.classList.toggle("with-panel",!!$),$){let y=r("button",{type:"button",class:"clos\
e","aria-label":c("close"),onclick:()=>s.select(null,null)},"×");S(a,y,$)}else S(a,r("p",{class:"empty"},c("empty")),r("p",{class:"help"},c("keys")));b&&Ke(s,g,
h)};let m=()=>{let g=Ae(location.hash);document.documentElement.lang=G(),document.title=`${s.model.about.title} ${s.model.about.version}`,a.setAttribute("aria-l\
abel",c("details")),js(s,o,g,m),s.selected=null,s.bead=null,a.hidden=!0,S(a),document.body.classList.remove("with-panel");let b=g.version&&g.version!==s.model.about.
version&&r("p",{class:"notice",role:"status"},c("otherVersion",g.version,s.model.about.version)),$=Bs[g.view]??Qe;S(l,b,s.library?ln(s,s.library,g,$,m):$(s,g)),
document.body.dataset.view=g.view},u="",p=!1;addEventListener("hashchange",()=>{m();let{view:g,parts:h}=Ae(location.hash),b=`${g}/${h[0]??""}`;b!==u&&h.length<2&&
scrollTo(0,0),u=b,p&&l.querySelector("form.ask input")?.focus(),p=!1}),Zt(g=>{m();let h=r("div",{class:"notice",role:"status"},g.map(b=>r("p",null,r("bdi",null,
b))));l.prepend(h)}),addEventListener("resize",()=>Ke(s,s.selected,s.bead)),addEventListener("keydown",g=>{let h=g.target,b=h.matches("input, select, textarea");
if(!(g.ctrlKey||g.metaKey||g.altKey)){if(g.key==="Escape"){s.select(null,null);return}if(!b)if(g.key==="/")g.preventDefault(),p=!l.querySelector("form.ask"),p?location.
hash=x(s.model,"find"):l.querySelector("form.ask input")?.focus();else if(g.key==="Enter"&&h.classList.contains("bead")){if(!s.selected&&!s.bead){let $=s.model.
articles.get(l.querySelector(".text-pair")?.dataset.article??"");s.select(null,$?.beads.find(y=>y.id===h.dataset.bead)??null)}a.querySelector("a, button:not(.cl\
ose)")?.focus()}else on(s,g.key)&&g.preventDefault()}}),mn(s,d),nn(s),m(),s.library||Ce(s.model),Object.assign(window,{visavis:{get model(){return s.model},library:s.
library,ask:g=>X(s.model,g).map(({bead:h})=>`${h.article.id}:${h.id}`)}})}function js(t,e,n,s){let{about:i}=t.model,o=_s[n.view]??n.view,l=Ns.map(a=>r("li",null,
r("a",{href:x(t.model,a),"aria-current":a===o?"page":null},c(a))));S(e,r("a",{href:"#content",class:"skip",onclick:a=>{a.preventDefault(),document.getElementById(
"content")?.focus()}},c("skip")),r("p",{class:"name"},r("a",{href:x(t.model,"about")},r("bdi",null,i.name)),r("small",null,` ${i.version}`)),r("nav",{"aria-labe\
l":c("views"),class:"views"},r("ul",null,l)),r("p",{class:"tools"},r("button",{type:"button",class:"quiet",id:"language",lang:G()==="fr"?"en":"fr",onclick:()=>{
Me(G()==="fr"?"en":"fr"),gn("language",G()),s()}},c("language")),r("button",{type:"button",class:"quiet",id:"theme",title:c("theme"),"aria-label":c("theme"),onclick:()=>{
let a=getComputedStyle(document.documentElement).getPropertyValue("color-scheme")==="dark"||document.documentElement.style.colorScheme!=="light"&&matchMedia("(p\
refers-color-scheme: dark)").matches;document.documentElement.style.colorScheme=a?"light":"dark",gn("theme",a?"light":"dark")}},"◐")))}function pn(t){try{return localStorage.
getItem(`visavis-${t}`)}catch{return null}}function gn(t,e){try{localStorage.setItem(`visavis-${t}`,e)}catch{}}hn(()=>null);})();
