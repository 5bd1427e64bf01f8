"use strict";(()=>{var V=class{value;length;units;constructor(e){this.value=e;let n=Array.from(e);if(this.length=n.length,n.length===e.length){this.units=null;return}this.units=new Int32Array(
n.length+1);let s=0;n.forEach((i,o)=>{this.units[o]=s,s+=i.length}),this.units[n.length]=s}slice(e,n){return this.value.slice(this.unit(e),this.unit(n))}unit(e){
let n=Math.max(0,Math.min(e,this.length));return this.units?this.units[n]:n}};function Qe(t){let e=0;for(let n of t)e+=1;return e}function xe(t,e){let n=0;for(let s of t){
if(e--<=0)break;n+=s.length}return n}function G(t){return/^[\0-\x7f]*$/u.test(t)?t.toLowerCase():t.normalize("NFD").replace(/\p{M}/gu,"").toLowerCase().replaceAll(
"’","'")}var Ke=new Map;function Ye(t){let e=[],n=0;for(let s of t){let i=Ke.get(s);i===void 0&&(i=G(s).length,Ke.set(s,i));for(let o=0;o<i;o+=1)e.push(n);n+=
1}return e}var v=["fr","en"],S=["mentions","amounts","attributions","conditionals","stances","flaws"],ve={mentions:"type",amounts:"kind",attributions:"quotation",conditionals:"\
use",stances:"attitude",flaws:"category"},se=class{constructor(e){this.data=e;this.about=e.about,this.rules=e.rules;for(let n of W(e.tables.articles))this.addArticle(
n);for(let n of W(e.tables.beads))this.addBead(n);for(let n of S)for(let s of W(e.tables[n]))this.addSpan(n,s);for(let n of W(e.tables.kb)){let s=String(n.id),i={
fr:String(n.name_fr),en:String(n.name_en)};this.entities.set(s,{id:s,type:String(n.type),names:i,fields:n})}for(let n of W(e.tables.facts)){let s=n.members;this.
facts.set(String(n.id),{id:String(n.id),fields:n,members:s,verdict:String(n.verdict)})}this.rulings=W(e.tables.rulings);for(let n of this.rulings){let s=we(n.article,
n.layer,n.lang,n);$e(this.rulingsAt,s,n)}}data;about;rules;articles=new Map;beads=[];spans=new Map;facts=new Map;entities=new Map;rulings;mentionsOf=new Map;claimsOf=new Map;rulingsAt=new Map;addArticle(e){
let n=l=>typeof e[l]=="string"?new V(e[l]):null,{fr:s,en:i,...o}=e;this.articles.set(String(e.id),{id:String(e.id),fields:o,title:e.title===null?null:String(e.title),
date:String(e.published??e.collected??""),texts:{fr:n("fr"),en:n("en")},sha256:{fr:e.sha256_fr,en:e.sha256_en},beads:[],spans:[]})}addBead(e){let n=this.articles.
get(String(e.article));if(!n)return;let s={id:String(e.id),article:n,type:String(e.type),region:e.region,method:String(e.method),confidence:e.confidence,verified:e.
verified===!0,sides:{fr:q(e.fr),en:q(e.en)},spans:{fr:[],en:[]}};n.beads.push(s),this.beads.push(s)}addSpan(e,n){let{article:s,bead:i,id:o,lang:l,start:a,end:d,
...u}=n,f=this.articles.get(String(s));if(!f)return;let p={key:qe(String(s),e,String(o),l),layer:e,id:String(o),lang:l,article:String(s),bead:i,start:a,end:d,fields:u};
this.spans.set(p.key,p),f.spans.push(p),f.beads.find(m=>m.id===p.bead)?.spans[p.lang].push(p),e==="mentions"&&u.entity&&$e(this.mentionsOf,String(u.entity),p),e===
"amounts"&&u.fact&&$e(this.claimsOf,String(u.fact),p)}span(e,n,s,i){return typeof s=="string"?this.spans.get(qe(e,n,s,i)):void 0}counterpart(e){return this.span(
e.article,e.layer,e.id,z(e.lang))}surface(e){let n=this.articles.get(e.article)?.texts[e.lang];return n?n.slice(e.start,e.end):null}side(e,n){let s=B(e,n),i=e.article.
texts[n];return s&&i?i.slice(s.start,s.end).replace(/\s+$/u,""):null}holder(e){return e.fields.holder==="AUTHOR"?"AUTHOR":this.span(e.article,"mentions",e.fields.
holder,e.lang)?.fields.entity??null}targets(e){let n=this.span(e.article,"mentions",e.fields.target,e.lang),s=e.fields.target_span,i=s?(this.articles.get(e.article)?.
spans??[]).filter(l=>l.layer==="mentions"&&l.lang===e.lang&&s[0]<=l.start&&l.end<=s[1]):[],o=[...n?[n]:[],...i].map(l=>l.fields.entity);return[...new Set(o.filter(
l=>typeof l=="string"))]}name(e,n){return this.entities.get(String(e))?.names[n]??String(e)}sources(e){let n=(this.articles.get(e.article)?.spans??[]).filter(s=>s.
layer==="attributions"&&s.lang===e.lang).map(s=>({one:s,piece:mn(s,e)})).filter(s=>s.piece!==void 0);return n.sort((s,i)=>Je(s.piece)-Je(i.piece)),n.map(s=>s.one)}sourceName(e,n){
let s=this.span(e.article,"mentions",e.fields.source,e.lang);return s?s.fields.entity?this.name(s.fields.entity,n):this.surface(s)??s.id:String(e.fields.source??
"ANON")}};function mn(t,e){return q(t.fields.content??[]).find(n=>n.start<=e.start&&e.end<=n.end)}function Je(t){return t.end-t.start}function q(t){return(t??[]).
map(([e,n])=>({start:e,end:n}))}function B(t,e){let n=t.sides[e];return n.length?{start:n[0].start,end:n[n.length-1].end}:null}function z(t){return t==="fr"?"en":
"fr"}function qe(t,e,n,s){return`${t}/${e}:${n}:${s}`}function we(t,e,n,s){return`${t}/${e}:${n}:${s.start}-${s.end}`}function w(t){return String(t.fields[ve[t.
layer]]??t.layer)}function $e(t,e,n){let s=t.get(e);s?s.push(n):t.set(e,[n])}function W(t){return t?t.rows.map(e=>Object.fromEntries(t.columns.map((n,s)=>[n,e[s]??
null]))):[]}function r(t,e,...n){let s=document.createElement(t);return Xe(s,e),re(s,n),s}var pn="http://www.w3.org/2000/svg";function L(t,e,...n){let s=document.createElementNS(
pn,t);return Xe(s,e),re(s,n),s}function Xe(t,e){for(let[n,s]of Object.entries(e??{}))typeof s=="function"?t.addEventListener(n.slice(2),s):s===!0?t.setAttribute(
n,""):s!==!1&&s!==null&&s!==void 0&&t.setAttribute(n,String(s))}function re(t,e){for(let n of e)Array.isArray(n)?re(t,n):n instanceof Node?t.append(n):n!=null&&
n!==!1&&t.append(String(n))}function A(t,...e){t.replaceChildren(),re(t,e)}async function Ze(t){try{await navigator.clipboard.writeText(t)}catch{let e=r("textar\
ea",{"aria-hidden":"true"});e.value=t,document.body.append(e),e.select(),document.execCommand("copy"),e.remove()}}function et(t,e,n){let s=URL.createObjectURL(new Blob(
[n],{type:`${e};charset=utf-8`})),i=r("a",{href:s,download:t});document.body.append(i),i.click(),i.remove(),setTimeout(()=>URL.revokeObjectURL(s),1e3)}function Se(t){let[e="",n=""]=t.replace(/^#\/?/u,"").split("?",2),s=e.split("/").filter(Boolean).map(gn),o=/^\d+\.\d+\.\d+/u.test(s[0]??"")?s.shift():null,l={};
for(let[a,d]of new URLSearchParams(n))d&&(l[a]=d);return{version:o,view:s.shift()??"read",parts:s,query:l}}function gn(t){try{return decodeURIComponent(t)}catch{
return t}}function hn(t){return encodeURIComponent(t).replaceAll("%3A",":")}function x(t,e,n=[],s={}){let i=Object.entries(s).filter(a=>!!a[1]),o=new URLSearchParams(
i).toString();return`#/${[t.about.version,e,...n].map(hn).join("/")}${o?`?${o}`:""}`}function D(t,e){let n=`${e.layer}:${e.id}:${e.lang}`;return x(t,"read",[e.article,
e.bead??"-",n])}function ie(t){return location.href.split("#")[0]+t}function oe(t,e){let n=[],s=(a,d)=>{if(!d)return;let u="key"in d?{to:d,span:d}:{to:d};n.push({from:e,lang:e.lang,layer:e.layer,name:a,...u})},i=a=>t.span(e.article,
"mentions",e.fields[a],e.lang),o=a=>t.span(e.article,"attributions",e.fields[a],e.lang),l=a=>bn(e.fields[a]);switch(e.layer){case"stances":s("holder",i("holder")),
s("target",i("target")??l("target_span")),s("condition",l("condition")),s("attribution",o("attribution"));break;case"attributions":s("source",i("source"));for(let a of q(
e.fields.content))s("content",a);s("parent",o("parent"));break;case"amounts":s("modifier",l("modifier"));for(let a of["payer","payee","about"])s(a,yn(t,e,a));break;case"\
mentions":s("parent",i("parent"));break;default:}return n}function bn(t){if(Array.isArray(t))return{start:Number(t[0]),end:Number(t[1])}}function yn(t,e,n){let s=e.
fields[n];return typeof s!="string"?void 0:t.articles.get(e.article)?.beads.find(o=>o.id===e.bead)?.spans[e.lang].filter(o=>o.layer==="mentions"&&o.fields.entity===
s).sort((o,l)=>Math.abs(o.start-e.start)-Math.abs(l.start-e.start))[0]}function tt(t,e,n){return v.flatMap(s=>e.spans[s]).filter(s=>n.has(s.layer)).flatMap(s=>oe(
t,s))}function nt(t,e){let n=new Map,s=(o,l)=>{o&&!n.has(o.key)&&n.set(o.key,l)};s(e,"on");let i=t.counterpart(e);s(i,"pair");for(let o of[e,...i?[i]:[]])for(let l of oe(
t,o))s(l.span,"related");for(let o of Le(t,e))s(o,"coref");for(let o of Ae(t,e))s(o,"claim");return n}function Le(t,e){return e.layer!=="mentions"||!e.fields.entity?
[]:(t.mentionsOf.get(String(e.fields.entity))??[]).filter(n=>n.article===e.article&&n.id!==e.id)}function Ae(t,e){return e.layer!=="amounts"||!e.fields.fact?[]:
(t.claimsOf.get(String(e.fields.fact))??[]).filter(n=>n.article!==e.article||n.id!==e.id)}var xn={read:["Read","Lire"],find:["Concordance","Concordance"],facts:["Facts","Faits"],entities:["Entities","Entités"],matrix:["Stances","Positions"],disagreements:[
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
"Previous article","Article précédent"],next:["Next article","Article suivant"],asserts:["asserted","affirmé"],all:["all","toutes"]},Z="en";function U(){return Z}
function Ee(t){Z=t}function c(t,...e){let n=xn[t][Z==="fr"?1:0];return e.reduce((s,i,o)=>s.replace(`{${o}}`,i),n)}function st(t){return new Intl.NumberFormat(Z,
{maximumFractionDigits:6}).format(t)}var $n=[[1e12,"trillion","billions"],[1e9,"billion","milliards"],[1e6,"million","millions"]];function X(t,e){if(t==null)return"\
–";let n=Number(t),s=$n.find(([o])=>Math.abs(n)>=o),i=s?`${st(n/s[0])} ${Z==="fr"?s[2]:s[1]}`:st(n);return e?`${i} ${String(e)}`:i}var vn={eq:"=",approx:"≈",
gt:">",ge:"≥",lt:"<",le:"≤",between:"",several:"n ×"};function R(t){let{value:e,value_max:n,unit:s,comparator:i}=t,o=vn[String(i)]??"";return e==null?`${o}\
 ${s??""}`.trim()||c("noValue"):n!=null?`${X(e,null)} – ${X(n,s)}`:`${o==="="?"":o} ${X(e,s)}`.trim()}var le=class{constructor(e,n){this.model=e;this.live=n}model;layers=new Set(S);arcs=!0;allArcs=!1;force=!1;pieces=new Map;selected=null;bead=null;onSelect=()=>{};live;get lang(){
return U()}say(e){A(this.live,e)}select(e,n){if(this.selected=e,this.bead=n,this.light(e),this.onSelect(e,n,!0),e){history.replaceState(null,"",D(this.model,e));
let s=this.model.counterpart(e),i=[this.model.surface(e)??e.id,e.layer,w(e)];s&&i.push(`${c("counterpart")}: ${this.model.surface(s)??s.id}`),this.say(i.join(",\
 "))}}hover(e){this.light(e??this.selected),this.onSelect(e??this.selected,this.bead,!1)}light(e){for(let n of this.pieces.values())for(let s of n)s.classList.remove(
"on","pair","coref","claim","related");if(e)for(let[n,s]of nt(this.model,e))for(let i of this.pieces.get(n)??[])i.classList.add(s)}copyButton(e,n){let s=r("butt\
on",{type:"button",class:"quiet",onclick:async()=>{await Ze(n()),this.say(c("copied")),s.classList.add("done"),setTimeout(()=>s.classList.remove("done"),1200)}},
e);return s}linkButton(e){return this.copyButton(c("link"),()=>ie(e))}};function rt(t,e){let{model:n}=t,{changes:s}=n.data;if(!s)return r("div",{class:"page"},r("h1",null,c("changes")),r("p",null,c("noChanges")));let i=e.query.table??
"",o=[...new Set(s.rows.map(u=>u.table))],l=s.rows.filter(u=>!i||u.table===i),a=u=>r("a",{href:x(n,"changes",[],{table:u}),"aria-current":u===i?"true":null},`${u||
c("all")} (${s.rows.filter(f=>!u||f.table===u).length})`),d=r("tbody",null,l.slice(0,500).map(u=>wn(t,u)));return r("div",{class:"page wide"},r("h1",null,`${c("\
changes")}: ${s.version} → ${n.about.version}`),r("p",null,`${s.count} ${c("rowsChanged")}`),r("nav",{class:"tabs","aria-label":c("layer")},["",...o].map(a)),
r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("changes")},r("table",null,d)))}function wn(t,e){let{model:n}=t,s=[e.key.article,e.key.id,e.key.
lang].filter(d=>d!=null).join(":"),i=S.find(d=>d===e.table),o=i&&n.span(String(e.key.article),i,e.key.id,e.key.lang),l=Object.keys({...e.old,...e.new}).map(d=>r(
"li",null,`${d}: `,r("del",null,JSON.stringify(e.old?.[d]??null))," → ",r("ins",null,JSON.stringify(e.new?.[d]??null)))),a=o?x(n,"read",[o.article,o.bead??"-",
`${o.layer}:${o.id}:${o.lang}`]):e.table==="facts"?x(n,"fact",[s]):e.table==="kb"?x(n,"entity",[s]):null;return r("tr",null,r("td",null,e.kind),r("td",null,e.table),
r("td",null,a&&e.kind!=="removed"?r("a",{href:a},s):s),r("td",null,r("ul",{class:"cells"},l),e.table in Sn?null:Ln(t,e,o||void 0)))}var Sn={facts:!0,kb:!0,articles:!0};
function Ln(t,e,n){let{model:s}=t,i=String(e.table==="beads"?e.key.id:n?.bead),o=e.kind==="removed"?void 0:s.articles.get(String(e.key.article))?.beads.find(a=>a.
id===i);return v.filter(a=>!e.key.lang||e.key.lang===a).flatMap(a=>{let d=e.before.find(g=>g.lang===a),u=o?s.side(o,a):null,f=o&&B(o,a)?.start,p=n&&f!==void 0?[
n.start-f,n.end-f]:null,m=(g,h,y)=>r("p",{class:g,"data-lang":a},r("small",null,`${c(g)} `),An(h,y,a,e.table));return[d&&m("wasSo",d.text,d.span),u!==null&&m("i\
sSo",u,p)].filter(g=>g instanceof HTMLElement)})}function An(t,e,n,s){if(!e)return r("span",{lang:n,dir:"auto"},t);let i=Array.from(t),[o,l]=e;return r("span",{
lang:n,dir:"auto"},i.slice(0,o).join(""),r("mark",{class:s},i.slice(o,l).join("")),i.slice(l).join(""))}var En=new Set(["fact","entity","holder","target","source","attribution","parent","target_span","content","modifier","condition"]);function C(t,...e){return r("\
section",null,r("h3",null,t),...e)}function M(t,e,n){let s=t.model.surface(e);return r("a",{href:D(t.model,e),class:`ref ${e.layer}`},n&&r("span",{class:"role"},
`${n} `),s===null?r("bdi",null,`${e.start}–${e.end}`):r("q",{lang:e.lang,dir:"auto"},N(s)),r("small",null,` ${w(e)} ${e.lang}`))}function N(t,e=160){let n=Array.
from(t);return n.length>e?`${n.slice(0,e).join("")}…`:t}function it(t,e){let{model:n}=t,s=n.counterpart(e),i=Object.entries(e.fields).filter(([u,f])=>!En.has(
u)&&Tn(f)),o=oe(n,e),l=Le(n,e),a=Ae(n,e),d=n.surface(e);return r("div",{class:"details"},r("h2",null,r("i",{class:`swatch ${e.layer}`,"aria-hidden":"true"}),` ${w(
e)} `,r("small",null,`${e.layer} · ${e.id} · ${e.lang}`)),r("p",{class:"surface",lang:e.lang,dir:"auto"},d===null?`${e.start}–${e.end}`:N(d,400)),C(c("count\
erpart"),s?r("p",null,M(t,s)):r("p",null,c("noCounterpart"),e.fields.omitted?`: ${e.fields.omitted}`:"")),C(c("attributes"),Mn(t,e,i)),e.layer==="amounts"&&r("p",
{class:"value"},R(e.fields)),e.layer==="mentions"&&typeof e.fields.entity=="string"&&r("p",null,`${c("entityPage")}: `,r("a",{href:x(n,"entity",[e.fields.entity])},
n.name(e.fields.entity,t.lang))),typeof e.fields.fact=="string"&&r("p",null,`${c("factPage")}: `,r("a",{href:x(n,"fact",[e.fields.fact])},String(n.facts.get(e.fields.
fact)?.fields.label??e.fields.fact))),o.length>0&&C(c("relations"),r("ul",null,o.map(u=>r("li",null,u.span?M(t,u.span,u.name):[r("span",{class:"role"},`${u.name}\
 `),r("q",{lang:u.lang,dir:"auto"},N(n.surface({...u.to,article:e.article,lang:u.lang})??`${u.to.start}–${u.to.end}`))])))),e.fields.holder==="AUTHOR"&&r("p",
null,`${c("holder")}: ${c("author")}`),a.length>0&&C(c("claims"),r("ul",null,a.slice(0,20).map(u=>r("li",null,M(t,u),` ${u.article}`)))),l.length>0&&C(`${c("cor\
eferents")} (${l.length})`,r("ul",null,l.slice(0,20).map(u=>r("li",null,M(t,u))))),kn(t,e),C(c("provenance"),Rn(t,e)),K(t,D(n,e),`${e.article} ${e.bead??""} ${e.
layer}:${e.id}:${e.lang} [${e.start}, ${e.end})`))}function Tn(t){return t!==null&&t!==!1&&!(Array.isArray(t)&&!t.length)}function Mn(t,e,n){let s=t.model.data.
meanings[e.layer]??{},i=new Set(["payer","payee","about"]);return r("dl",null,[["offsets",`${e.start}–${e.end}`],...n].map(([o,l])=>[r("dt",{title:s[o]??""},o),
r("dd",null,i.has(o)?r("a",{href:x(t.model,"entity",[String(l)])},t.model.name(l,t.lang)):r("bdi",null,Array.isArray(l)?l.join(", "):String(l)))]))}function ot(t,e){
return t.model.rulingsAt.get(we(e.article,e.layer,e.lang,e))??[]}function kn(t,e){let n=ot(t,e).map(l=>l.rule).filter(l=>l!==null),s=[...new Set([...t.model.data.
examples[e.key]??[],...n])].flatMap(l=>l.split(/[,\s]+/u)).filter(l=>t.model.rules[l]),i=Object.entries(t.model.rules).filter(([l,a])=>a.layer===e.layer&&!s.includes(
l));if(!s.length&&!i.length)return!1;let o=(l,a)=>r("details",{open:a},r("summary",null,`${l} ${t.model.rules[l].title}`),r("p",null,t.model.rules[l].text));return C(
c("rules"),s.map(l=>o(l,!0)),i.length>0&&r("details",null,r("summary",null,`${e.layer} (${i.length})`),i.map(([l])=>o(l,!1))))}function Rn(t,e){let n=ot(t,e),s=new Map(
t.model.data.passes.map(o=>[String(o.id),String(o.annotator)])),i=t.model.articles.get(e.article);return r("ul",null,n.map(o=>r("li",null,`${o.passes.map(l=>`${l}\
 (${s.get(l)??"?"})`).join(" / ")}: `,o.only?`${c("onlyIn")} ${o.passes[o.only==="first"?0:1]}`:`${c("differs")} ${o.differs.join(", ")}`,` → ${c("kept")}: ${o.
kept??"–"}`,o.rule?` (${o.rule})`:"",o.reason?` ${o.reason}`:"")),!n.length&&r("li",null,c(s.size?"noRuling":"noRulings")),r("li",null,`${t.model.about.name} ${t.
model.about.version}; fr ${i?.fields.origin??"?"}, en ${i?.fields.translation??"?"}`))}function K(t,e,n){let{about:s}=t.model,i=[`${s.name} ${s.version}${s.digest?
` (${s.digest})`:""}`,n,ie(e),"",t.lang==="fr"?"Ce qui est faux, et ce qu’il faudrait :":"What is wrong, and what it should be:",""].join(`
`),o=r("textarea",{rows:7,"aria-label":c("report")});return o.value=i,r("div",{class:"actions"},t.linkButton(e),r("details",{class:"report"},r("summary",null,c(
"report")),r("p",null,c("reportText")),o,t.copyButton(c("copy"),()=>o.value)))}function lt(t,e){let n=`${e.article.id}:${e.id}`;return r("div",{class:"details"},
r("h2",null,`${c("sentence")} ${e.id} `,r("small",null,`${e.type} · ${e.region??""} · ${e.method} · ${e.verified?c("verified"):c("unverified")}${e.confidence===
null?"":` · ${e.confidence}`}`)),r("button",{type:"button",class:"quiet","aria-pressed":String(t.allArcs),onclick:()=>{t.allArcs=!t.allArcs,t.allArcs&&(t.arcs=
!0),t.select(null,e)}},c("allArcs")),v.map(s=>C(c(s==="fr"?"french":"english"),r("p",null,`${c("force")}: `,Te(t,e,s)),r("ul",null,e.spans[s].map(i=>r("li",null,
M(t,i,i.layer)))),!e.spans[s].length&&r("p",null,c("noAnnotation")))),K(t,x(t.model,"read",[e.article.id,e.id]),n))}function Te(t,e,n){let{model:s}=t,i=e.spans[n].
filter(l=>["attributions","conditionals"].includes(l.layer)),o=l=>s.surface(l)??`${l.start}–${l.end}`;return r("span",{class:"forces"},i.length===0&&r("span",
{class:"mark"},c("asserts")),i.map(l=>{if(l.layer==="attributions")return r("span",{class:"mark attributions"},`${Me(t,l)}: `,r("q",{lang:n,dir:"auto"},o(l)));let a=[
w(l),l.fields.rendering].filter(Boolean).join(" → ");return r("span",{class:"mark conditionals"},`${a}: `,r("q",{lang:n,dir:"auto"},o(l)))}))}function Me(t,e){
return e.fields.source==="ANON"?c("anonymous"):N(t.model.sourceName(e,t.lang),60)}var Q={mentions:["type","subtype","form","reading","relation","omitted"],amounts:["kind","unit","comparator","role","payer","payee","about","relation","omitted"],
attributions:["quotation","relation","omitted"],conditionals:["use","alternative","rendering","relation","omitted"],stances:["attitude","polarity","intensity","\
negated","factuality","holder_entity","target_entity","relation","omitted"],flaws:["category","severity","recoverable"]},_=["article","genre","story","split","o\
rigin"];function O(t,e,n){if(n==="holder_entity")return[t.holder(e)];if(n==="target_entity"){let s=t.targets(e);return s.length?s:[null]}return[e.fields[n]??null]}
function Re(t){let e=[];for(let n of t.matchAll(/(-?)(?:"([^"]*)"|(\S+))/gu)){let s=n[2]??n[3]??"",i=n[2]===void 0&&s.endsWith("*"),o=G(s).match(/[\p{L}\p{N}]+/gu);
o&&e.push({words:o.join(" "),prefix:i,negative:n[1]==="-"})}return e}function ut(t){return`(?:^|[^\\p{L}\\p{N}])${t.words.replaceAll(" ","[^\\p{L}\\p{N}]+")}${t.
prefix?"":"(?:[^\\p{L}\\p{N}]|$)"}`}function at(t){return Re(t).map(e=>{let n=e.words.replaceAll(" ","[^\\p{L}\\p{N}]+"),s=e.prefix?"":"(?![\\p{L}\\p{N}])",i=`(\
?<![\\p{L}\\p{N}])${n}${s}`,o=e.words.split(" "),{negative:l}=e;return{words:o,once:new RegExp(i,"u"),pattern:new RegExp(i,"gu"),negative:l}})}var ct=new WeakMap,
ke=0;function ft(){ke+=1}function ae(t,e){let n=ct.get(e);if(n&&n.version===ke)return n.sides;let s=o=>{let l=t.side(e,o);return l===null?null:G(l)},i={fr:s("fr"),
en:s("en")};return ct.set(e,{version:ke,sides:i}),i}function He(t,e=0){(s=>"requestIdleCallback"in window?requestIdleCallback(s):setTimeout(s,50))(()=>{for(let s of t.
beads.slice(e,e+100))ae(t,s);e+100<t.beads.length&&He(t,e+100)})}function dt(t,e){return e.length?t===null?!1:e.every(({words:n,once:s,negative:i})=>i!==(n.every(
o=>t.includes(o))&&s.test(t))):!0}function Hn(t,e,n){if(t===null||e===null||!n.length)return[];let s=Ye(t);return n.filter(i=>!i.negative).flatMap(({pattern:i})=>[
...e.matchAll(i)].map(o=>({start:s[o.index],end:s[o.index+o[0].length-1]+1})))}function On(t,e,n,s){let i,o=l=>Hn(t.side(e,l),ae(t,e)[l],s[l]);return{bead:e,spans:n,
get marks(){return i??={fr:o("fr"),en:o("en")},i},after(l){let a=s[l].find(u=>!u.negative),d=a?ae(t,e)[l]:null;return d===null?null:d.slice(Math.max(0,d.search(
a.once)))}}}function H(t){let e=/^\s*([+-]?[\d\s.,']+(?:e[+-]?\d+)?)\s*([\p{L}%]*)\.?\s*$/iu.exec(t??"");if(!e)return null;let n=e[1].replace(/[\s']/gu,""),s=/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.
test(n)?n.replaceAll(",",""):n.replace(",","."),i=Bn[G(e[2])],o=Number(s)*(i??Number.NaN);return Number.isFinite(o)?o:null}var Bn={"":1,"%":1,thousand:1e3,k:1e3,
mille:1e3,m:1e6,million:1e6,millions:1e6,bn:1e9,b:1e9,billion:1e9,billions:1e9,md:1e9,milliard:1e9,milliards:1e9,trillion:1e12,trillions:1e12,billiard:1e15};function Cn(t,e,n,s){
if(n.side&&n.side!==e.lang)return!1;for(let l of s){let a=O(t,e,l),d=n[l].split("|"),u=f=>d.includes(f===null?"-":String(f));if(!a.some(u))return!1}let i=H(n.min),
o=H(n.max);if(e.layer==="amounts"&&(i!==null||o!==null)){if(e.fields.value===null||e.fields.value===void 0)return!1;let l=Number(e.fields.value);if(Number(e.fields.
value_max??e.fields.value)<(i??-1/0)||l>(o??1/0))return!1}return!0}function Y(t,e){let n={fr:at(e.fr??""),en:at(e.en??"")},s=S.find(a=>a===e.layer),i=s?Q[s].filter(
a=>e[a]):[],o=_.filter(a=>e[a]),l=[];for(let a of t.beads){if(e.type_bead&&a.type!==e.type_bead||!o.every(u=>Nn(a,u,e[u])))continue;let d=[];if(e.entity){let u=[
...a.spans.fr,...a.spans.en].filter(f=>f.layer==="mentions"&&f.fields.entity===e.entity);if(!u.length)continue;d=u}if(s){let u=v.flatMap(f=>a.spans[f]).filter(f=>f.
layer===s&&Cn(t,f,e,i));if(!u.length)continue;d=u}if(n.fr.length||n.en.length){let u=ae(t,a);if(!dt(u.fr,n.fr)||!dt(u.en,n.en))continue}l.push(On(t,a,d,n))}return l}
function Nn(t,e,n){let{fields:s}=t.article;return String(s[e==="article"?"id":e])===n}var mt=["order","fr","en","label","value","date"];function pt(t,e,n){let s=o=>{
let l=o.spans[0];switch(n){case"fr":case"en":{let a=o.after(n);if(a!==null)return a.replace(/^[^\p{L}\p{N}]+/u,"");let d=t.side(o.bead,n)??"",u=o.spans.find(m=>m.
lang===n),f=o.bead.sides[n][0]?.start??0,p=u?u.start-f:0;return G(Array.from(d).slice(p).join("")).replace(/^[^\p{L}\p{N}]+/u,"")}case"label":return l?Object.values(
l.fields).map(String).join(" "):"";case"value":return Number(l?.fields.value??Number.POSITIVE_INFINITY);case"date":return o.bead.article.date;default:return 0}};
if(n==="order"||!n)return e;let i=e.map((o,l)=>({hit:o,index:l,key:s(o)}));return i.sort((o,l)=>o.key<l.key?-1:o.key>l.key?1:o.index-l.index),i.map(o=>o.hit)}function ce(t,e,n){
let s=new Map;for(let i of e){let o=_.includes(n)?[i.bead.article.fields[n==="article"?"id":n]??null]:i.spans.flatMap(l=>O(t,l,n));for(let l of new Set(o.map(a=>a===
null?"-":String(a))))s.set(l,(s.get(l)??0)+1)}return[...s].sort((i,o)=>o[1]-i[1]||(i[0]<o[0]?-1:1))}function gt(t){let{model:e}=t,s=[...e.entities.values()].map(o=>({one:o,count:J(e.mentionsOf.get(o.id)??[]).length})).sort((o,l)=>l.count-o.count).map(({one:o,count:l})=>r(
"li",{"data-words":`${o.id} ${o.names.fr} ${o.names.en}`.toLowerCase()},r("a",{href:x(e,"entity",[o.id])},r("bdi",null,o.names[t.lang])),` ${o.type} · ${l}`)),
i=r("input",{type:"search",placeholder:c("filter"),"aria-label":c("filter"),oninput:()=>{for(let o of s)o.hidden=!o.dataset.words?.includes(i.value.toLowerCase())}});
return r("div",{class:"page"},r("h1",null,c("entities")),i,r("ul",{class:"list columns"},s))}function J(t){let e=new Map;for(let n of t){let s=`${n.article}/${n.
layer}:${n.id}`;(!e.has(s)||n.lang==="fr")&&e.set(s,n)}return[...e.values()]}function de(t,e){return[...t.model.spans.values()].filter(n=>n.layer===e)}function ht(t,e){
let{model:n}=t,s=n.entities.get(e.parts[0]??"");if(!s)return r("p",{class:"notice",role:"alert"},`${c("missing")} ${e.parts[0]}`);let i=n.mentionsOf.get(s.id)??
[],o=new Map;for(let m of i){let g=n.surface(m);if(g===null)continue;let h=`${g} (${m.lang})`;o.set(h,(o.get(h)??0)+1)}let l=de(t,"stances"),a=J(de(t,"amounts")),
d=(m,g,h)=>g.length>0&&r("section",null,r("h2",null,`${m} (${g.length})`),r("ul",null,g.slice(0,200).map(y=>r("li",null,h(y))))),u=m=>g=>{let h=O(n,g,`${m}_enti\
ty`).filter(y=>y!==null);return[r("span",{class:`polarity ${g.fields.polarity}`},_n(g.fields.polarity)),` ${w(g)} `,h.map(y=>[bt(t,y)," "]),M(t,g),` ${g.article}\
:${g.bead}`]},f=m=>[r("strong",null,R(m.fields))," ",M(t,m),` ${m.fields.role} · ${m.article}:${m.bead}`],p=m=>a.filter(g=>g.fields[m]===s.id);return r("div",{
class:"page entity"},r("p",null,r("a",{href:x(n,"entities")},c("entities"))),r("h1",null,r("bdi",null,s.names[t.lang])," ",r("small",null,`${s.type} · ${s.id}${s.
fields.qid?` · ${s.fields.qid}`:""}`)),r("p",null,v.map(m=>r("span",null,`${m} `,r("bdi",{lang:m},s.names[m])," "))),r("p",null,r("a",{href:x(n,"find",[],{entity:s.
id})},`${c("find")} →`)),r("section",null,r("h2",null,`${c("names")} (${i.length})`),r("p",{class:"tags"},[...o].sort((m,g)=>g[1]-m[1]).slice(0,40).map(([m,g])=>r(
"span",{class:"tag mentions"},r("bdi",null,N(m)),g>1&&` × ${g}`)))),d(c("held"),J(l.filter(m=>n.holder(m)===s.id)),u("target")),d(c("received"),J(l.filter(m=>n.
targets(m).includes(s.id))),u("holder")),d(c("paid"),p("payer"),f),d(c("got"),p("payee"),f),d(c("concerned"),p("about"),f),d(c("mentions"),J(i),m=>[M(t,m),` ${m.
article}:${m.bead}`]),K(t,x(n,"entity",[s.id]),`entity ${s.id}`))}function bt(t,e){return e==="AUTHOR"?r("em",null,c("author")):r("a",{href:x(t.model,"entity",[
String(e)])},r("bdi",null,t.model.name(e,t.lang)))}function _n(t){return t==="positive"?"+":t==="negative"?"−":"·"}var jn=14;function yt(t,e){let{model:n}=t,
s=e.query.attitude??"",i=e.query.all?1/0:jn,o=J(de(t,"stances")).filter(h=>!s||w(h)===s),l=new Map,a={holder:new Map,target:new Map};for(let h of o){let y=n.holder(
h)??"-";a.holder.set(y,(a.holder.get(y)??0)+1);for(let $ of O(n,h,"target_entity").map(b=>String(b??"-"))){let b=`${y}
${$}`;l.set(b,[...l.get(b)??[],h]),a.target.set($,(a.target.get($)??0)+1)}}let d=h=>[...a[h]].sort((y,$)=>+(y[0]==="-")-+($[0]==="-")||$[1]-y[1]).map(([y])=>y),
u=d("holder").slice(0,i),f=d("target").slice(0,i),p=h=>h==="-"?r("em",null,c("other")):bt(t,h),m=[...new Set(de(t,"stances").map(w))].sort(),g=h=>r("a",{href:x(
n,"matrix",[],{attitude:h,all:e.query.all}),"aria-current":h===s?"true":null},h||c("all"));return r("div",{class:"page wide"},r("h1",null,c("matrix")),r("p",null,
c("matrixHelp")),r("nav",{class:"tabs","aria-label":c("attitude")},["",...m].map(g)),r("p",null,`${u.length} / ${a.holder.size} × ${f.length} / ${a.target.size}\
 ${c("shown")} `,i!==1/0&&r("a",{href:x(n,"matrix",[],{attitude:s,all:"1"})},c("all"))),r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("matrix")},
r("table",{class:"matrix"},r("thead",null,r("tr",null,r("td",null,`${c("holder")} ↓ ${c("target")} →`),f.map(h=>r("th",{scope:"col"},r("span",null,p(h)))))),
r("tbody",null,u.map(h=>r("tr",null,r("th",{scope:"row"},p(h)),f.map(y=>{let $=l.get(`${h}
${y}`);return r("td",null,$&&Fn(t,$,{layer:"stances",attitude:s,holder_entity:h,target_entity:y}))})))))))}function Fn(t,e,n){let s=f=>e.filter(p=>p.fields.polarity===
f).length,[i,o,l]=[s("positive"),s("negative"),s("neutral")],a=[i&&`+${i}`,o&&`−${o}`,l&&`·${l}`].filter(Boolean).join(" "),d=i>o?"positive":o>i?"negative":"\
even",u=Math.min(3,Math.ceil(Math.abs(i-o)/2));return r("a",{href:x(t.model,"find",[],n),class:`cell ${d} s${u}`,title:e.map(w).join(", ")},a)}function Dn(t,e){let{model:n}=t;return e.members.flatMap(({article:i,id:o},l)=>{let a=n.span(i,"amounts",o,"fr"),d=n.span(i,"amounts",o,"en"),u=a??d;if(!u)return[];
let f=n.articles.get(i)?.date??"",p=["gt","lt"].includes(String(u.fields.comparator));return[{member:l,span:u,pair:a?d:void 0,date:f,strict:p,...Un(t,u)}]}).sort(
(i,o)=>i.date<o.date?-1:i.date>o.date?1:i.member-o.member)}function Un(t,e){let{value:n,value_max:s,comparator:i}=e.fields;if(n==null)return{low:Number.NaN,high:Number.
NaN};let o=Number(n),l=t.model.data.approximation;switch(i){case"approx":return{low:o*(1-l),high:o*(1+l)};case"gt":case"ge":return{low:o,high:1/0};case"lt":case"\
le":return{low:-1/0,high:o};case"between":return{low:o,high:Number(s??n)};default:return{low:o,high:o}}}var Oe=["contradict","compatible","agree","single"];function vt(t,e){
let n=e.query.verdict??"",s=[...t.model.facts.values()].filter(l=>l.members.length>0),i=s.filter(l=>!n||l.verdict===n).sort((l,a)=>Oe.indexOf(l.verdict)-Oe.indexOf(
a.verdict)||a.members.length-l.members.length),o=l=>r("a",{href:x(t.model,"facts",[],{verdict:l}),"aria-current":n===l?"true":null},`${l||c("all")} (${s.filter(
a=>!l||a.verdict===l).length})`);return r("div",{class:"page"},r("h1",null,c("facts")),r("nav",{class:"tabs","aria-label":c("verdict")},["",...Oe].map(o)),r("ul",
{class:"list"},i.map(l=>r("li",null,r("a",{href:x(t.model,"fact",[l.id])},String(l.fields.label))," ",r("span",{class:`verdict ${l.verdict}`},l.verdict),` ${l.members.
length} ${c("claimsN")}`))))}function wt(t,e){let{model:n}=t,s=n.facts.get(e.parts[0]??"");if(!s)return r("p",{class:"notice",role:"alert"},`${c("missing")} ${e.
parts[0]}`);let i=Dn(t,s),o=n.data.clashes[s.id]??[],l=d=>i.flatMap((u,f)=>o.some(([p,m])=>p===d.member&&m===u.member||m===d.member&&p===u.member)?[f+1]:[]),a=[
"payer","payee","about"].flatMap(d=>s.fields[d]?[r("li",null,`${d}: `,r("a",{href:x(n,"entity",[String(s.fields[d])])},n.name(s.fields[d],t.lang)))]:[]);return r(
"div",{class:"page fact"},r("p",null,r("a",{href:x(n,"facts")},c("facts"))),r("h1",null,String(s.fields.label)),r("p",null,`${c("verdict")}: `,r("span",{class:`\
verdict ${s.verdict}`},s.verdict),` · ${i.length} ${c("claimsN")} · ${s.fields.role} · ${s.fields.kind} ${s.fields.unit??""}`),r("ul",{class:"inline"},a),Pn(
i,s.fields.unit,i.map(d=>l(d).length>0)),r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("claimsN")},r("table",{class:"claims"},r("thead",null,r(
"tr",null,["#",c("date"),c("claim"),c("source"),c("sentence"),c("contradicts")].map(d=>r("th",{scope:"col"},d)))),r("tbody",null,i.map((d,u)=>r("tr",{"data-memb\
er":`${d.span.article}:${d.span.id}`},r("th",{scope:"row"},u+1),r("td",null,d.date||"–"),r("td",{class:"value"},R(d.span.fields)),r("td",null,In(t,d.span)),r(
"td",null,M(t,d.span),d.pair&&[r("br"),M(t,d.pair)],r("br"),r("a",{href:x(n,"read",[d.span.article,d.span.bead??"-"])},`${d.span.article}:${d.span.bead}`)),r("t\
d",null,l(d).map(f=>r("span",{class:"clash"},`⚡${f} `)))))))),K(t,x(n,"fact",[s.id]),`fact ${s.id}`))}function In(t,e){let n=t.model.sources(e);return n.length?
n.map((s,i)=>r("span",null,i?" ← ":"",Me(t,s)," ",r("q",{lang:s.lang},t.model.surface(s)??""))):[c("asserted")]}var Be=640,ue=34,xt=22;function Pn(t,e,n){let s=t.
flatMap(b=>[b.low,b.high]).filter(Number.isFinite);if(!s.length)return!1;let i=Math.min(...s),o=Math.max(...s),l=i>0&&o/i>50,a=b=>l?Math.log10(b):b,d=a(o)-a(i)||
Math.abs(a(o))||1,u=a(i)-d*.12,f=a(o)+d*.12,p=b=>ue+(a(b)-u)/(f-u)*(Be-ue-16),m=t.length*xt+40,g=t.map((b,E)=>{let T=16+E*xt,I=n[E]?"claim-line clash":"claim-li\
ne",P=L("text",{x:4,y:T+4,class:"tick"},`${E+1}`);if(Number.isNaN(b.low))return[P,L("text",{x:ue,y:T+4,class:"tick"},c("noValue"))];let ne=Number.isFinite(b.low)?
p(b.low):ue,ye=Number.isFinite(b.high)?p(b.high):Be-8,fn=ne===ye?[L("circle",{cx:ne,cy:T,r:5,class:I})]:[L("line",{x1:ne,x2:ye,y1:T,y2:T,class:I}),$t(b.low,ne,T,
-1,I,b.strict),$t(b.high,ye,T,1,I,b.strict)];return[P,...fn,L("title",null,R(b.span.fields))]}),h=[...new Set(t.map(b=>Number(b.span.fields.value)).filter(b=>Number.
isFinite(b)&&b!==0))].sort((b,E)=>b-E),y=-1/0,$=h.flatMap(b=>p(b)-y<96?[]:(y=p(b),[L("line",{x1:p(b),x2:p(b),y1:6,y2:m-22,class:"grid"}),L("text",{x:p(b),y:m-8,
class:"tick middle"},X(b,e==="USD"||e==="EUR"?e:null))]));return r("figure",{class:"numbers"},r("figcaption",null,c("numberLine")),L("svg",{viewBox:`0 0 ${Be} ${m}`,
role:"img","aria-label":`${c("numberLine")}: ${t.map((b,E)=>`${E+1} ${R(b.span.fields)}`).join("; ")}`},$,g))}function $t(t,e,n,s,i,o){return o&&Number.isFinite(
t)?L("circle",{cx:e,cy:n,r:4.5,class:`${i} strict`}):Number.isFinite(t)?L("line",{x1:e,x2:e,y1:n-6,y2:n+6,class:i}):L("path",{d:`M${e-7*s},${n-5} L${e},${n} L${e-
7*s},${n+5}`,class:`${i} open`})}var fe=["id","article","bead","type","fr","en","spans","labels","values"];function Lt(t,e){return e.map(({bead:n,spans:s})=>({id:`${n.article.id}:${n.id}`,article:n.
article.id,bead:n.id,type:n.type,fr:t.side(n,"fr")??"",en:t.side(n,"en")??"",spans:s.map(i=>`${i.layer}:${i.id}:${i.lang}`).join(" "),labels:s.map(w).join(" "),
values:s.map(i=>String(i.fields.value??"")).filter(Boolean).join(" ")}))}function At(t){let e=n=>{let s=/^[=+@\t\r-]/u.test(n)?`'${n}`:n;return/[",\r\n]/u.test(
s)?`"${s.replaceAll('"','""')}"`:s};return[fe,...t.map(n=>fe.map(s=>n[s]))].map(n=>n.map(e).join(",")).join(`\r
`)+`\r
`}function Ne(t){let e=n=>n.replace(/[\t\r\n]+/gu," ");return[fe,...t.map(n=>fe.map(s=>n[s]))].map(n=>n.map(e).join("	")).join(`
`)+`
`}function Et(t){return`${JSON.stringify(t,null,1)}
`}function Ce(t){return t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu,"�").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">",
"&gt;").replaceAll('"',"&quot;")}function Tt(t,e){let n=s=>`<tu tuid="${Ce(s.id)}">${v.filter(i=>s[i]).map(i=>`<tuv xml:lang="${i}"><seg>${Ce(s[i])}</seg></tuv>`).
join("")}</tu>`;return`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="visavis" creationtoolversion="${Ce(t.visavis)}" segtype="sentence" o-tmf="visavis" adminlang="en" srclang="fr" datatype\
="plaintext"/><body>
${e.filter(s=>s.fr||s.en).map(n).join(`
`)}
</body></tmx>
`}var _e=t=>`${t.title}`;function Mt(t){return[`@misc{${t.name}-${t.version},`,`  title = {{${_e(t)}}},`,...t.authors.length?[`  author = {${t.authors.map(e=>`{${e}\
}`).join(" and ")}},`]:[],...t.date?[`  year = {${t.date.slice(0,4)}},`]:[],`  version = {${t.version}},`,...t.url?[`  url = {${t.url}},`]:[],"}"].join(`
`)}function kt(t){return["TY  - DATA",`TI  - ${_e(t)}`,...t.authors.map(e=>`AU  - ${e}`),...t.date?[`PY  - ${t.date.slice(0,4)}`,`DA  - ${t.date.replaceAll("-",
"/")}`]:[],`ET  - ${t.version}`,...t.url?[`UR  - ${t.url}`]:[],"ER  - "].join(`
`)}function Rt(t){let e=t.date?.split("-").map(Number);return JSON.stringify([{id:`${t.name}-${t.version}`,type:"dataset",title:_e(t),author:t.authors.map(n=>({
literal:n})),...e?{issued:{"date-parts":[e]}}:{},version:t.version,...t.url?{URL:t.url}:{}}],null,1)}var j=t=>JSON.stringify(t);function ee(t,e){let n=t.kind===
"release"?`, version=${j(t.version)}`:"";return`visavis.load(SOURCE, ${j(e)}${n}, backend="polars")`}function St(t,e){let n=`pl.col("${t}").str.normalize("NFD")\
.str.replace_all(r"\\p{M}", "").str.to_lowercase().str.replace_all("’", "'")`;return Re(e).map(s=>`${s.negative?"~":""}${n}.str.contains(r"${ut(s)}")`)}var Vn=[
'holders = mentions.select("article", "lang", holder="id", holder_entity="entity")','spans = spans.join(holders, on=["article", "lang", "holder"], how="left")',
'author = pl.when(pl.col("holder") == "AUTHOR").then(pl.lit("AUTHOR"))','spans = spans.with_columns(holder_entity=author.otherwise("holder_entity"))'],Gn=['name\
d = mentions.select("article", "lang", m="id", first="start", last="end", target_entity="entity")','named = spans.join(named.drop_nulls("target_entity"), on=["a\
rticle", "lang"])','words = pl.col("target_span").struct','inside = (words.field("start") <= pl.col("first")) & (pl.col("last") <= words.field("end"))','named =\
 named.filter((pl.col("target") == pl.col("m")) | inside)','named = named.select("article", "lang", "id", "target_entity")','spans = spans.join(named, on=["arti\
cle", "lang", "id"], how="left")'];function me(t,e){let{about:n}=t,s=S.find(a=>a===e.layer),i=["import polars as pl","import visavis","",`SOURCE = ${j(n.kind===
"corpus"?".":`${n.name}-${n.version}`)}  # the folder, or owner/name on the Hub`,`rows = ${ee(n,"sentences")}`],o=[..._.filter(a=>e[a]&&a!=="origin").map(a=>`pl\
.col("${a}").cast(pl.String) == ${j(e[a])}`),...e.type_bead?[`pl.col("type") == ${j(e.type_bead)}`]:[],...St("fr",e.fr??""),...St("en",e.en??"")];for(let a of o)
i.push(`rows = rows.filter(${a})`);e.origin&&i.push(`articles = ${ee(n,"articles")}.filter(pl.col("origin") == ${j(e.origin)})`,'rows = rows.join(articles, left\
_on="article", right_on="id", how="semi")');let l=a=>`rows = rows.join(${a}.select(id=pl.format("{}:{}", "article", "bead")), on="id", how="semi")`;if(e.entity&&
i.push(`named = ${ee(n,"mentions")}.filter(pl.col("entity") == ${j(e.entity)})`,l("named")),s){i.push(`spans = ${ee(n,s)}`),s==="stances"&&(e.holder_entity||e.target_entity)&&
i.push(`mentions = ${ee(n,"mentions")}`),s==="stances"&&e.holder_entity&&i.push(...Vn),s==="stances"&&e.target_entity&&i.push(...Gn);for(let d of Q[s].filter(u=>e[u])){
let u=e[d].split("|"),f=u.filter(g=>g!=="-"),p=`pl.col("${d}").cast(pl.String)`,m=[...f.length?[`${p}.is_in(${JSON.stringify(f)})`]:[],...u.includes("-")?[`pl.c\
ol("${d}").is_null()`]:[]];i.push(`spans = spans.filter(${m.join(" | ")})`)}e.side&&i.push(`spans = spans.filter(pl.col("lang").cast(pl.String) == ${j(e.side)})`),
s==="amounts"&&H(e.min)!==null&&i.push(`spans = spans.filter(pl.coalesce(pl.col("value_max").cast(pl.Float64), pl.col("value").cast(pl.Float64)) >= ${H(e.min)})`),
s==="amounts"&&H(e.max)!==null&&i.push(`spans = spans.filter(pl.col("value").cast(pl.Float64) <= ${H(e.max)})`),i.push(l("spans"))}return i.push("print(rows)"),
i.join(`
`)}var Ht=100,Wn=[["presetHedge",{layer:"conditionals",use:"reportative",rendering:"none|past|present|infinitive"}],["presetSums",{layer:"amounts",kind:"money",unit:"\
USD",min:"13 billion",max:"14 billion"}],["presetBounds",{layer:"amounts",kind:"money",comparator:"le|lt",sort:"value"}],["presetDesire",{layer:"stances",attitude:"\
desire",holder_entity:"openai",target_entity:"microsoft"}],["presetAccuse",{layer:"stances",attitude:"accusation"}],["presetOmitted",{layer:"mentions",relation:"\
-",omitted:"pronominalised|condensed|implicit"}]];function Bt(t,e,n){let s=new Map;for(let i of t.model.spans.values())if(i.layer===e)for(let o of O(t.model,i,n))
o!==null&&s.set(String(o),(s.get(String(o))??0)+1);return[...s].sort((i,o)=>o[1]-i[1]).map(([i])=>i)}function zn(t){let e=Wn.flatMap(([n,s])=>{let i=n==="preset\
Omitted"?{layer:"mentions",omitted:Bt(t,"mentions","omitted").join("|")}:s;return Object.values(i).every(Boolean)?[r("li",null,r("a",{href:x(t.model,"find",[],i)},
c(n)))]:[]});return r("nav",{class:"presets","aria-label":c("presets")},r("span",null,`${c("presets")}: `),r("ul",null,e))}function Ct(t,e){let{query:n}=e,s=Object.
keys(n).some(o=>!["sort","count"].includes(o)),i=r("div",{class:"results"});return s&&Yn(t,n,i),r("div",{class:"find"},r("h1",null,c("find")),Kn(t,n),zn(t),i)}function pe(t,e){
location.hash=x(t.model,"find",[],e)}function Kn(t,e){let n=(f,p,m)=>r("label",null,r("span",null,p),r("input",{name:f,type:"search",value:e[f]??"",title:m,autocomplete:"\
off",spellcheck:"false"})),s=(f,p,m,g)=>{let h=e[f]??"",y=h&&!m.includes(h)?[h,...m]:m,$=r("select",{name:f},r("option",{value:""},c("any")),y.map(b=>r("option",
{value:b,selected:b===h},g?g(b):b==="-"?c("none"):b)));return r("label",null,r("span",null,p),$)},i=[...t.model.entities.values()].sort((f,p)=>f.names[t.lang]<p.
names[t.lang]?-1:1).map(f=>f.id),o=f=>f==="-"?c("none"):t.model.name(f,t.lang),l=S.find(f=>f===e.layer),a=l?Q[l].map(f=>{let p=["payer","payee","about","holder_\
entity","target_entity"].includes(f);return s(f,f,[...Bt(t,l,f),"-"],p?o:void 0)}):[],d=s("layer",c("layer"),[...S]),u=r("form",{class:"ask",onsubmit:f=>{f.preventDefault(),
pe(t,Ot(u))}},r("div",{class:"row"},n("fr",c("frenchWords"),c("wordsHelp")),n("en",c("englishWords"),c("wordsHelp"))),r("p",{class:"help"},c("wordsHelp")),r("di\
v",{class:"row"},d,a,l&&s("side",c("side"),[...v]),l==="amounts"&&[n("min",c("from"),c("valueHelp")),n("max",c("to"),c("valueHelp"))],s("entity",c("entity"),i,o)),
r("details",{open:_.some(f=>e[f])||!!e.type_bead},r("summary",null,c("more")),r("div",{class:"row"},_.map(f=>s(f,f,Qn(t,f))),s("type_bead","bead",[...new Set(t.
model.beads.map(f=>f.type))].sort()))),r("div",{class:"row buttons"},r("button",{type:"submit",class:"primary"},c("ask")),r("button",{type:"button",onclick:()=>pe(
t,{})},c("reset"))));return d.querySelector("select")?.addEventListener("change",()=>{let f=Ot(u),p=["fr","en","layer","entity",..._];pe(t,Object.fromEntries(Object.
entries(f).filter(([m])=>p.includes(m))))}),u}function Qn(t,e){let n=[...t.model.articles.values()].map(s=>s.fields[e==="article"?"id":e]);return[...new Set(n.filter(
s=>s!==null).map(String))].sort()}function Ot(t){let e={};for(let[n,s]of new FormData(t))s&&(e[n]=String(s));return e}function Yn(t,e,n){let s=pt(t.model,Y(t.model,
e),e.sort??"order"),i=S.find(b=>b===e.layer),o=b=>E=>pe(t,{...e,[b]:E.target.value}),l=(b,E,T,I)=>r("label",null,r("span",null,E),r("select",{onchange:o(b),"dat\
a-name":b},T.map(P=>r("option",{value:P,selected:P===(e[b]??T[0])},I(P))))),a=r("ol",{class:"hits"}),d=r("button",{type:"button"},c("nextRows")),u=0,f=()=>{a.append(
...s.slice(u,u+Ht).map(b=>qn(t,b))),u=Math.min(s.length,u+Ht),d.hidden=u>=s.length};d.addEventListener("click",f),f();let p=e.count??"",{about:m}=t.model,g=(b,E,T)=>r(
"button",{type:"button",class:"quiet","data-format":b,onclick:()=>et(`${m.name}-${m.version}.${b}`,E,T())},b.toUpperCase()),h=()=>Lt(t.model,s),y=me(t.model,e),
$=i==="amounts"?["min","max"].filter(b=>e[b]&&H(e[b])===null):[];A(n,$.length>0&&r("p",{class:"notice",role:"alert"},`${c("notNumber")} ${$.map(b=>e[b]).join(",\
 ")}`),r("div",{class:"row summary"},r("p",{role:"status",class:"total"},r("strong",null,s.length),` ${c("results")}`),l("sort",c("sort"),[...mt],b=>c(`sort_${b}`)),
l("count",c("count"),["","article","genre","story",...i?Q[i]:[]],b=>b||c("none")),r("div",{class:"saves"},g("csv","text/csv",()=>At(h())),g("tsv","text/tab-sepa\
rated-values",()=>Ne(h())),g("json","application/json",()=>Et(h())),g("tmx","application/x-tmx+xml",()=>Tt(m,h())),t.copyButton(`${c("copy")} TSV`,()=>Ne(h())),
t.linkButton(x(t.model,"find",[],e)))),p&&Jn(t,e,s,p),a,d,r("details",{class:"snippet"},r("summary",null,c("snippet")),r("pre",{tabindex:0},r("code",null,y)),t.
copyButton(c("copy"),()=>y)))}function Jn(t,e,n,s){let i=ce(t.model,n,s),o=i[0]?.[1]??1;return r("table",{class:"counts"},r("caption",null,`${c("count")} ${s}`),
r("tbody",null,i.slice(0,40).map(([l,a])=>{let d=r("i",{class:"bar","aria-hidden":"true"});return d.style.width=`${100*a/o}%`,r("tr",null,r("th",{scope:"row"},r(
"a",{href:x(t.model,"find",[],{...e,[s]:l,count:""})},l==="-"?c("none"):l)),r("td",null,a),r("td",{class:"bars"},d))})))}function qn(t,e){let{bead:n,spans:s}=e;
return r("li",{"data-id":`${n.article.id}:${n.id}`},r("div",{class:"where"},r("a",{href:s[0]?D(t.model,s[0]):x(t.model,"read",[n.article.id,n.id])},`${n.article.
id}:${n.id}`),Xn(s)),v.map(i=>je(t,n,i,e)))}function Xn(t){let e=new Set;return t.flatMap(n=>{let s=n.layer==="amounts"?R(n.fields):n.layer==="conditionals"?[w(
n),n.fields.rendering].filter(Boolean).join(" → "):w(n);return e.has(s)?[]:(e.add(s),[r("span",{class:`tag ${n.layer}`},s)])})}function je(t,e,n,s){let i=B(e,
n),o=t.model.side(e,n);if(!i)return r("p",{class:"gap",lang:t.lang},c(n==="fr"?"noFrench":"noEnglish"));if(o===null)return r("p",{class:"closed text-off",lang:t.
lang},`${c("textOff")} (${n} ${i.start}–${i.end})`);let l=Array.from(o),a=[...s.marks[n].map(f=>({...f,name:"word"})),...s.spans.filter(f=>f.lang===n).map(f=>({
start:f.start-i.start,end:f.end-i.start,name:f.layer})),...s.spans.map(f=>t.model.counterpart(f)).filter(f=>f!==void 0&&f.lang===n&&!s.spans.includes(f)).map(f=>({
start:f.start-i.start,end:f.end-i.start,name:"pair"}))].sort((f,p)=>f.start-p.start||p.end-f.end),d=[],u=0;for(let f of a)f.start<u||(d.push(l.slice(u,f.start).
join(""),r("mark",{class:f.name},l.slice(f.start,f.end).join(""))),u=f.end);return d.push(l.slice(u).join("")),r("p",{lang:n,dir:"auto"},d)}var Nt=100;function _t(t,e){let{model:n}=t,s=e.query.layer??"",i=n.rulings.filter(a=>!s||a.layer===s),o=[...new Set(n.rulings.map(a=>a.layer))],l=a=>r("a",{href:x(
n,"disagreements",[],{layer:a}),"aria-current":a===s?"true":null},`${a||c("all")} (${n.rulings.filter(d=>!a||d.layer===a).length})`);return r("div",{class:"page\
 wide"},r("h1",null,c("disagreements")),n.rulings.length?[r("nav",{class:"tabs","aria-label":c("layer")},["",...o].map(l)),Zn(t,i)]:r("p",null,c("noRulings")),r(
"h2",null,c("lowBeads")),ts(t))}function Zn(t,e){let n=r("tbody"),s=r("button",{type:"button"},c("nextRows")),i=0,o=()=>{n.append(...e.slice(i,i+Nt).map(l=>es(t,
l))),i+=Nt,s.hidden=i>=e.length};return s.addEventListener("click",o),o(),r("div",null,r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("disagree\
ments")},r("table",null,r("thead",null,r("tr",null,[c("span"),c("layer"),c("passes"),c("differs"),c("kept"),c("rule")].map(l=>r("th",{scope:"col"},l)))),n)),s)}
function es(t,e){let{model:n}=t,s=n.articles.get(e.article),i=s?.beads.find(d=>d.sides[e.lang].some(u=>u.start<=e.start&&e.start<u.end)),o=s?.spans.find(d=>d.layer===
e.layer&&d.lang===e.lang&&d.start===e.start&&d.end===e.end),l=n.surface(e)??`${e.start}–${e.end}`,a=[e.article,i?.id??"-",...o?[`${o.layer}:${o.id}:${o.lang}`]:
[]];return r("tr",null,r("td",null,r("a",{href:x(n,"read",a)},r("q",{lang:e.lang,dir:"auto"},N(l))),r("small",null,` ${e.article}:${i?.id??""} ${e.lang}`)),r("t\
d",null,e.layer),r("td",null,e.passes.join(", ")),r("td",null,e.only?`${c("onlyIn")} ${e.passes[e.only==="first"?0:1]}`:e.differs.join(", ")),r("td",null,e.kept??
"–"),r("td",null,e.rule?r("span",{title:n.rules[e.rule]?.title??""},e.rule):"",e.reason?` ${e.reason}`:""))}function ts(t){let e=t.model.beads.filter(s=>s.confidence!==
null).sort((s,i)=>s.confidence-i.confidence).slice(0,50),n=s=>r("li",null,r("div",{class:"where"},r("a",{href:x(t.model,"read",[s.article.id,s.id])},`${s.article.
id}:${s.id}`),r("span",{class:"tag"},`${s.type} · ${c("confidence")} ${s.confidence.toFixed(3)} · ${s.verified?c("verified"):c("unverified")}`)),v.map(i=>je(t,
s,i,{spans:[],marks:{fr:[],en:[]}})));return r("ol",{class:"hits"},e.map(n))}var ns=[...S.map(t=>[t,ve[t]]),["conditionals","rendering"],["amounts","comparator"],
["amounts","role"],["stances","factuality"],["mentions","relation"]];function jt(t){let{model:e}=t,n=([i,o])=>{let l=Y(e,{layer:i});if(!l.length)return!1;let u=[
...e.spans.values()].filter(p=>p.layer===i).some(p=>O(e,p,o).some(m=>m!==null))?ce(e,l,o).slice(0,14):[];if(!u.length)return!1;let f=u[0][1];return r("table",{class:"\
counts"},r("caption",null,`${i}: ${o}`),r("tbody",null,u.map(([p,m])=>{let g=r("i",{class:`bar ${i}`,"aria-hidden":"true"});return g.style.width=`${100*m/f}%`,r(
"tr",null,r("th",{scope:"row"},r("a",{href:x(e,"find",[],{layer:i,[o]:p})},p==="-"?c("none"):p)),r("td",null,m),r("td",{class:"bars"},g))})))},s=(i,o)=>r("div",
null,r("dt",null,i),r("dd",null,o));return r("div",{class:"page wide"},r("h1",null,c("figures")),r("dl",{class:"totals"},s(c("articles"),e.articles.size),s(c("r\
esults"),e.beads.length),S.map(i=>s(i,[...e.spans.values()].filter(o=>o.layer===i).length)),s(c("facts"),e.facts.size),s(c("entities"),e.entities.size)),r("p",null,
c("figuresHelp")),r("div",{class:"plots"},ns.map(n)))}function Ft(t){let{model:e}=t,{about:n}=e,s=[["BibTeX",Mt(n)],["RIS",kt(n)],["CSL-JSON",Rt(n)]],i=r("pre",
{tabindex:0,class:"citation"}),o=s[0][1],l=s.map(([p,m])=>r("button",{type:"button","aria-pressed":String(m===o),onclick:g=>{o=m,A(i,m);for(let h of l)h.setAttribute(
"aria-pressed",String(h===g.currentTarget))}},p));A(i,o);let a=/^https:\/\/huggingface\.co\/datasets\/([^/]+\/[^/]+)/u.exec(n.url??"")?.[1],u=["from datasets im\
port load_dataset",`sentences = load_dataset("${a??(n.kind==="corpus"?`dist/${n.name}-${n.version}`:`${n.name}-${n.version}`)}", "sentences"${a?`, revision="v${n.
version}"`:""})`].join(`
`),f=me(e,{layer:"amounts",kind:"money"});return r("div",{class:"page"},r("h1",null,r("bdi",null,n.title)),r("p",null,`${n.name} ${n.version}${n.kind==="corpus"?
" (corpus)":""} · ${n.licence??""} · ${n.date??""}`),n.digest&&r("p",null,"SHA-256 ",r("code",{class:"digest"},n.digest)),r("section",null,r("h2",null,c("cita\
tion")),r("p",{class:"buttons"},l),i,t.copyButton(c("copy"),()=>o)),r("section",null,r("h2",null,c("load")),r("pre",{tabindex:0},u),t.copyButton(c("copy"),()=>u),
r("pre",{tabindex:0},f),t.copyButton(c("copy"),()=>f)),r("section",null,r("h2",null,c("thisPage")),r("p",null,c("pageIs")),r("p",null,c("keys")),r("p",null,`vis\
avis ${n.visavis}`)),e.data.changes&&r("section",null,r("h2",null,`${c("changes")}: ${e.data.changes.version} → ${n.version}`),r("p",null,r("a",{href:x(e,"cha\
nges")},`${e.data.changes.count} ${c("rowsChanged")}`))),n.changelog&&r("section",null,r("h2",null,c("changes")),r("pre",{tabindex:0,class:"changes"},n.changelog)),
r("section",null,r("h2",null,c("rules")),Object.entries(e.rules).map(([p,m])=>r("details",{id:`rule-${p}`},r("summary",null,`${p} ${m.title}`),r("p",null,m.text)))))}var ss=t=>t/2**32|0,rs=t=>t>>>0;function Dt(t,e,n,s){let i=ss(n),o=rs(n);t.setUint32(e,s?o:i,s),t.setUint32(e+4,s?i:o,s)}function Ut(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}var Fe=t=>t?
`"${t}" `:"";function is(t,e=""){if(typeof t!="number")throw new TypeError(Fe(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(
Fe(e)+"expected integer >= 0, got "+t);return t}function ge(t,e,n=""){if(Ut(t)&&(e===void 0||t.length===e))return t;e!==void 0&&is(e,"length");let s=Ut(t),i=e!==void 0?` of length ${e}`:"",o=s?`length=${t.length}`:
`type=${typeof t}`,l=Fe(n)+"expected Uint8Array"+i+", got "+o;throw s?new RangeError(l):new TypeError(l)}var os=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError((e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},It=(t,e)=>{
os(t,e);let n=Object.getPrototypeOf(t);if(n!==Object.prototype&&n!==null)throw new TypeError(`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(
`"${e}.__proto__" is not allowed`)};function De(t,e=!0){if(t.destroyed)throw new Error("hash was destroyed");if(e&&t.finished)throw new Error("digest() was alre\
ady called")}function Pt(t,e){ge(t,void 0,"output");let n=e.outputLen;if(!(t.length>=n))throw new RangeError('"output" expected length >= '+n)}function Ue(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function he(t){return new DataView(t.buffer,t.byteOffset,t.byteLength)}function k(t,e){return t<<32-e|
t>>>e}var ls=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",as=Array.from({length:256},(t,e)=>e.toString(16).padStart(2,"0"));function Vt(t){
if(ge(t),ls)return t.toHex();let e="";for(let n=0;n<t.length;n++)e+=as[t[n]];return e}function cs(t,e,n="opts"){return It(t,"defaults"),e!==void 0&&It(e,n),Object.assign(Object.create(null),t,e)}function Gt(t,e={}){if(typeof t!="function")throw new TypeError(
'"hashCons" expected function, got type='+typeof t);e=cs({},e,"info");let n=(i,o)=>t(o).update(i).digest(),s=t(void 0);return n.outputLen=s.outputLen,n.blockLen=
s.blockLen,n.canXOF=s.canXOF,n.create=i=>t(i),Object.assign(n,e),Object.freeze(n)}var Wt=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])});function zt(t,e,n){return t&e^~t&n}function Kt(t,e,n){return t&e^t&n^e&n}var be=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,n,s,i){
this.blockLen=e,this.outputLen=n,this.padOffset=s,this.isLE=i,this.buffer=new Uint8Array(e),this.view=he(this.buffer)}update(e){De(this),ge(e);let{view:n,buffer:s,
blockLen:i}=this,o=e.length,l=!1;for(let a=0;a<o;){let d=Math.min(i-this.pos,o-a);if(d===i){let u=he(e);for(;i<=o-a;a+=i)this.process(u,a);l=!0;continue}s.set(a===
0&&d===o?e:e.subarray(a,a+d),this.pos),this.pos+=d,a+=d,this.pos===i&&(this.process(n,0),this.pos=0,l=!0)}return this.length+=e.length,l&&this.roundClean(),this}digestInto(e){
De(this),Pt(e,this),this.finished=!0;let{buffer:n,view:s,blockLen:i,isLE:o}=this,{pos:l}=this;n[l++]=128,n.fill(0,l),this.padOffset>i-l&&(this.process(s,0),n.fill(
0)),Dt(s,i-8,this.length*8,o),this.process(s,0),this.roundClean();let a=e===n?s:he(e),d=this.outputLen,u=d/4,f=this.get();if(d%4||u>f.length)throw new Error("in\
valid outputLen");for(let p=0;p<u;p++)a.setUint32(4*p,f[p],o)}digest(){let{buffer:e,outputLen:n}=this;this.digestInto(e);let s=e.slice(0,n);return this.destroy(),
s}_cloneIntoMeta(e){let{buffer:n,length:s,finished:i,destroyed:o,pos:l}=this;return e.destroyed=o,e.finished=i,e.length=s,e.pos=l,l&&e.buffer.set(n),e}clone(){return this.
_cloneInto()}},Qt=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var ds=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,
2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,
3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,
3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,
2361852424,2428436474,2756734187,3204031479,3329325298]),F=new Uint32Array(64),Ie=class extends be{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,n){super(64,e,8,
!1),this.A=n[0]|0,this.B=n[1]|0,this.C=n[2]|0,this.D=n[3]|0,this.E=n[4]|0,this.F=n[5]|0,this.G=n[6]|0,this.H=n[7]|0}get(){let{A:e,B:n,C:s,D:i,E:o,F:l,G:a,H:d}=this;
return[e,n,s,i,o,l,a,d]}set(e,n,s,i,o,l,a,d){this.A=e|0,this.B=n|0,this.C=s|0,this.D=i|0,this.E=o|0,this.F=l|0,this.G=a|0,this.H=d|0}_cloneInto(e){return(e||=new this.
constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,n){for(let p=0;p<16;p++,n+=4)F[p]=e.getUint32(n,!1);for(let p=16;p<64;p++){let m=F[p-15],g=F[p-
2],h=k(m,7)^k(m,18)^m>>>3,y=k(g,17)^k(g,19)^g>>>10;F[p]=y+F[p-7]+h+F[p-16]|0}let{A:s,B:i,C:o,D:l,E:a,F:d,G:u,H:f}=this;for(let p=0;p<64;p++){let m=k(a,6)^k(a,11)^
k(a,25),g=f+m+zt(a,d,u)+ds[p]+F[p]|0,y=(k(s,2)^k(s,13)^k(s,22))+Kt(s,i,o)|0;f=u,u=d,d=a,a=l+g|0,l=o,o=i,i=s,s=g+y|0}s=s+this.A|0,i=i+this.B|0,o=o+this.C|0,l=l+this.
D|0,a=a+this.E|0,d=d+this.F|0,u=u+this.G|0,f=f+this.H|0,this.set(s,i,o,l,a,d,u,f)}roundClean(){Ue(F)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),Ue(this.
buffer)}},Pe=class extends Ie{constructor(){super(32,Qt)}};var Yt=Gt(()=>new Pe,Wt(1));var Jt=()=>{};function qt(t){Jt=t}function Xt(t,e){let n=r("input",{type:"file",multiple:!0,id:"own-text",onchange:()=>{Zt(t,[...n.files??[]])}}),s=v.filter(i=>e.
sha256[i]&&!e.texts[i]).map(i=>r("code",null,`${i} ${e.sha256[i]}`));return r("div",{class:"drop"},r("p",null,c("notHere")),r("p",null,c("drop")),r("p",null,r("\
label",{for:"own-text"},`${c("choose")} `),n),r("p",{class:"hashes"},s))}async function Zt(t,e){let n=[];for(let s of e){let i=new Uint8Array(await s.arrayBuffer()),
o=Vt(Yt(i)),l=[...t.model.articles.values()].flatMap(a=>v.filter(d=>a.sha256[d]===o).map(d=>({article:a,lang:d})));if(!l.length){n.push(`${s.name} ${c("refused")}\
 ${o}`);continue}try{let a=new V(new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}).decode(i));for(let{article:d,lang:u}of l)d.texts[u]=a,n.push(`${s.name}: ${d.id}\
 ${u} ${c("accepted")}`)}catch{n.push(`${s.name} ${c("decoded")}`)}}ft(),Jt(n)}function en(t){addEventListener("dragover",e=>{e.dataTransfer?.types.includes("Fi\
les")&&(e.preventDefault(),document.body.classList.add("dragging"))}),addEventListener("dragleave",()=>document.body.classList.remove("dragging")),addEventListener(
"drop",e=>{e.preventDefault(),document.body.classList.remove("dragging"),Zt(t,[...e.dataTransfer?.files??[]])})}function nn(t,e,n,s){let i=tt(t.model,e,t.layers).filter(d=>!s||us(d,s)),o=n.getBoundingClientRect(),l=[],a=i.flatMap(d=>gs(n,d,o,l));return a.length?L("svg",{class:"\
arcs","aria-hidden":"true",width:o.width,height:o.height},a):null}function us(t,e){let n=s=>"key"in s&&fs(s,e);return n(t.from)||t.span!==void 0&&n(t.span)}function fs(t,e){
return t.key===e.key||t.layer===e.layer&&t.id===e.id&&t.lang===z(e.lang)}var ms=[.5,.65,.35,.8,.2];function ps(t,e,n,s){let[i,o,l,a]=t,d=n.length*6+8,u=ms.map(m=>{
let[g,h,y,$]=[(1-m)**3,3*m*(1-m)**2,3*m**2*(1-m),m**3];return{x:(g+h)*i+(y+$)*l,y:g*o+(h+y)*e+$*a-2,width:d}}),f=m=>s.some(g=>Math.abs(m.x-g.x)<(m.width+g.width)/
2&&Math.abs(m.y-g.y)<11),p=u.find(m=>!f(m))??u[0];return s.push(p),p}function gs(t,e,n,s){let i=tn(t,e.lang,e.from),o=tn(t,e.lang,e.to);if(!i||!o)return[];let l=i.
left+i.width/2-n.left,a=o.left+o.width/2-n.left,d=i.top-n.top+2,u=o.top-n.top+2,f=Math.min(26,8+Math.abs(a-l)/12),p=Math.min(d,u)-f,m=`M${l},${d} C${l},${p} ${a}\
,${p} ${a},${u}`,g=ps([l,d,a,u],p,e.name,s);return[L("path",{d:m,class:`arc ${e.layer}`}),L("path",{d:`M${a-3},${u-5} L${a},${u} L${a+3},${u-5}`,class:`arc ${e.
layer}`}),L("text",{x:g.x,y:g.y,class:"arc-name"},e.name)]}function tn(t,e,n){let s=t.querySelector(`.text[data-lang=${e}]`);if(!s)return null;let i=n.start-Number(
s.dataset.start),o=document.createTreeWalker(s,NodeFilter.SHOW_TEXT),l=0;for(let a=o.nextNode();a;a=o.nextNode()){let d=Array.from(a.data).length;if(i>=l&&i<l+d){
let u=document.createRange();return u.setStart(a,xe(a.data,i-l)),u.setEnd(a,xe(a.data,Math.min(d,i-l+n.end-n.start))),u.getClientRects()[0]??null}l+=d}return null}function Ve(t){let e=[],n=[...t].sort((s,i)=>s.end-s.start-(i.end-i.start)||s.start-i.start);for(let s of n){let i=new Set(e.filter(([l])=>l.start<s.end&&s.start<
l.end).map(([,l])=>l)),o=0;for(;i.has(o);)o+=1;e.push([s,o])}return new Map(e)}function sn(t,e,n){let s=n.filter(l=>l.start<e&&t<l.end&&l.start<l.end),i=new Set(
[t,e]);for(let l of s)i.add(Math.max(t,l.start)),i.add(Math.min(e,l.end));let o=[...i].sort((l,a)=>l-a);return o.slice(0,-1).map((l,a)=>{let d=o[a+1];return{start:l,
end:d,spans:s.filter(u=>u.start<=l&&d<=u.end)}})}var Ge=5;function We(t,e){let{model:n}=t,s=e.parts[0],i=s?n.articles.get(s):n.articles.values().next().value;t.pieces.clear();let o=p=>r("p",{class:"notice",role:"\
alert"},`${c("missing")} ${p}`);if(!i)return r("div",{class:"reading"},rn(t,null),o(s??"–"));let l=i.beads.find(p=>p.id===e.parts[1]),a=e.parts[2]?n.spans.get(
`${i.id}/${e.parts[2]}`):void 0,d=i.beads.map(p=>on(t,p)),u=[...e.parts[1]&&e.parts[1]!=="-"&&!l?[e.parts[1]]:[],...e.parts[2]&&!a?[e.parts[2]]:[]],f=r("div",{class:"\
reading"},rn(t,i),r("article",{class:"text-pair","data-article":i.id},u.map(o),hs(t,i),bs(t,p=>A(p,...i.beads.map(m=>on(t,m)))),v.some(p=>i.sha256[p]&&!i.texts[p])&&
Xt(t,i),r("div",{class:"beads"},d),ys(t,i)));return queueMicrotask(()=>{a?t.select(a,l??null):l?t.select(null,l):t.select(null,null);let p=l??i.beads.find(m=>m.
id===a?.bead);if(p){let m=document.getElementById(`bead-${p.id}`);m?.scrollIntoView({block:"center"}),m?.focus({preventScroll:!0})}}),f}function rn(t,e){let n=[
...t.model.articles.values()].map(l=>{let a=l.title??l.id,d=v.some(u=>l.sha256[u]&&!l.texts[u]);return r("li",{"data-words":`${l.id} ${a}`.toLowerCase()},r("a",
{href:x(t.model,"read",[l.id]),"aria-current":l===e?"page":null},r("bdi",null,a),r("small",null,l.id,d&&" · ∅")))}),s=r("ul",null,n),i=r("input",{type:"searc\
h",placeholder:c("filter"),"aria-label":c("filter"),oninput:()=>{for(let l of n)l.hidden=!l.dataset.words?.includes(i.value.toLowerCase())}}),o=matchMedia("(min\
-width: 85rem)").matches;return r("nav",{class:"articles","aria-label":c("articles")},r("details",{open:o},r("summary",null,`${c("articles")} (${n.length})`),i,
s))}function hs(t,e){let{fields:n}=e,s=[e.date,n.genre,n.story,n.publisher,`fr ${n.rights_fr??"–"}`,`en ${n.rights_en??"–"}`,n.translation&&`en: ${n.translation}`].
filter(Boolean);return r("header",null,r("h1",null,r("bdi",null,e.title??e.id)),r("p",{class:"meta"},s.join(" · ")),r("p",null,t.linkButton(x(t.model,"read",[e.
id]))))}function bs(t,e){let n=()=>{let i=document.querySelector(".beads");t.pieces.clear(),i&&e(i),t.select(t.selected,t.bead)},s=(i,o,l,a="")=>{let d=r("input",
{type:"checkbox",onchange:()=>{l(d.checked),n()}});return d.checked=o,r("label",{class:"switch"},d,a&&r("i",{class:`swatch ${a}`,"aria-hidden":"true"}),i)};return r(
"fieldset",{class:"controls"},r("legend",null,c("layers")),S.map(i=>s(i,t.layers.has(i),o=>{o?t.layers.add(i):t.layers.delete(i)},i)),s(c("arcs"),t.arcs,i=>{t.arcs=
i}),s(c("force"),t.force,i=>{t.force=i}))}function ys(t,e){let n=[...t.model.articles.values()],s=n.indexOf(e),i=(o,l)=>{let a=n[o];return a&&r("a",{href:x(t.model,
"read",[a.id])},`${c(l)}: `,r("bdi",null,a.title??a.id))};return r("nav",{class:"neighbours","aria-label":c("next")},i(s-1,"previous"),i(s+1,"next"))}function on(t,e){
let n=e.spans.fr.length+e.spans.en.length;return r("div",{class:`bead ${e.region??""}`,id:`bead-${e.id}`,role:"group",tabindex:0,"aria-label":`${c("sentence")} ${e.
id}`,"data-bead":e.id},r("div",{class:"gutter"},r("a",{href:x(t.model,"read",[e.article.id,e.id]),class:"number"},e.id),e.type!=="1-1"&&r("span",{class:"type",title:e.
type},e.type),r("button",{type:"button",class:"count","aria-label":`${c("annotationsOf")} ${e.id}: ${n}`,onclick:()=>t.select(null,e)},n)),v.map(i=>xs(t,e,i)),t.
force&&v.map(i=>r("div",{class:`force ${i}`,lang:t.lang},Te(t,e,i))))}function xs(t,e,n){let s=B(e,n);if(!s)return r("div",{class:`side gap ${n}`,lang:t.lang},r(
"span",null,c(n==="fr"?"noFrench":"noEnglish")));let i=e.spans[n].filter(h=>t.layers.has(h.layer)),o=e.article.texts[n];if(!o)return r("div",{class:`side closed\
 ${n}`},Ls(t,e,n,i));let l=s.start+Array.from(t.model.side(e,n)??"").length,a=Ve(i),d=h=>Math.max(0,...[...h.values()].map(y=>y+1)),u=Ve(e.spans[z(n)].filter(h=>t.
layers.has(h.layer))),f=d(a),p=Math.max(2,f,d(u)),m=sn(s.start,l,i).map(h=>{let y=r("span",{class:h.spans.length?"piece":null},o.slice(h.start,h.end));h.spans.length&&
$s(y,h,a,f);for(let $ of h.spans){let b=t.pieces.get($.key);b?b.push(y):t.pieces.set($.key,[y])}return h.spans.length&&Ss(t,y,e,h.spans),y}),g=r("p",{class:"tex\
t",lang:n,dir:"auto","data-start":s.start,"data-lang":n},m);return g.style.lineHeight=`calc(1.28em + ${p*Ge}px)`,r("div",{class:`side ${n}`},g)}function $s(t,e,n,s){
let i=e.spans.map(o=>({image:ws[o.layer],size:`${o.end===e.end?"calc(100% - 2px)":"100%"} 3px`,position:`0 calc(100% - ${(s-1-n.get(o))*Ge}px)`}));t.style.backgroundImage=
i.map(o=>o.image).join(", "),t.style.backgroundSize=i.map(o=>o.size).join(", "),t.style.backgroundPosition=i.map(o=>o.position).join(", "),t.style.paddingBottom=
`${s*Ge}px`}var vs=t=>`linear-gradient(var(--${t}), var(--${t}))`,te=(t,e,n)=>`repeating-linear-gradient(90deg, var(--${t}) 0 ${e}px, transparent ${e}px ${e+n}p\
x)`,ws={mentions:vs("mentions"),amounts:te("amounts",8,2),attributions:te("attributions",3,2),conditionals:te("conditionals",1,2),stances:te("stances",12,4),flaws:te(
"flaws",2,5)};function Ss(t,e,n,s){let i=s.reduce((o,l)=>l.end-l.start<o.end-o.start?l:o);e.title=s.map(o=>`${o.layer}: ${w(o)}`).join(`
`),e.addEventListener("pointerenter",o=>{o.pointerType==="mouse"&&t.hover(i)}),e.addEventListener("pointerleave",o=>{o.pointerType==="mouse"&&t.hover(null)}),e.
addEventListener("click",()=>{if(!getSelection()?.isCollapsed)return;let o=t.selected?s.indexOf(t.selected):-1;t.select(o<0?i:s[(o+1)%s.length],n)})}function Ls(t,e,n,s){
let i=B(e,n);return r("p",{class:"chips"},r("span",{class:"place"},`${n} ${i.start}–${i.end} `),s.map(o=>{let l=r("button",{type:"button",class:`chip ${o.layer}`,
onclick:()=>t.select(o,e)},`${w(o)} ${o.start}–${o.end}`);return t.pieces.set(o.key,[l]),l}))}function As(t,e){return v.flatMap(n=>e.spans[n].filter(s=>t.layers.
has(s.layer)).sort((s,i)=>s.start-i.start||i.end-s.end))}function ln(t,e){let n=[...document.querySelectorAll(".bead")];if(!n.length)return!1;let s=document.activeElement?.
closest(".bead")??null,i=s?n.indexOf(s):-1,o=t.model.articles.get(document.querySelector(".text-pair")?.dataset.article??""),l=p=>o?.beads.find(m=>m.id===n[p]?.
dataset.bead),a=["j","ArrowDown"].includes(e),d=["k","ArrowUp"].includes(e);if(a||d){if(i<0&&e.startsWith("Arrow"))return!1;let p=Math.max(0,Math.min(n.length-1,
i+(a?1:-1)));return n[p].focus(),n[p].scrollIntoView({block:"nearest"}),t.select(null,l(p)??null),!0}let u=i<0?void 0:l(i);if(!u)return!1;let f=As(t,u);if(["Arr\
owRight","ArrowLeft"].includes(e)&&f.length){let p=t.selected?f.indexOf(t.selected):-1,m=e==="ArrowRight"?p+1:p<0?f.length-1:p-1;return t.select(f[(m+f.length)%
f.length],u),!0}if(e==="o"){let p=t.selected&&t.model.span(t.selected.article,t.selected.layer,t.selected.id,z(t.selected.lang));return p&&t.select(p,u),!!p}return!1}
function ze(t,e,n){for(let o of document.querySelectorAll(".arcs"))o.remove();for(let o of document.querySelectorAll(".roomy"))o.classList.remove("roomy");if(!e&&
!t.allArcs)return;let s=n??(e&&t.model.articles.get(e.article)?.beads.find(o=>o.id===e.bead)),i=s&&document.getElementById(`bead-${s.id}`);if(t.arcs&&s&&i){e||i.
classList.add("roomy");let o=nn(t,s,i,e);o&&i.append(o)}}function cn(t,e){document.addEventListener("selectionchange",()=>{let n=Es();if(e.hidden=!n,!n)return;let s=`${n.article} ${n.lang} ${n.start}–${n.end}`,i=`${n.
article}	${n.lang}	${n.start}	${n.end}`;A(e,r("output",null,`${s} (${n.end-n.start} ${c("selection")})`),t.copyButton(c("copyOffsets"),()=>i))})}function Es(){let t=getSelection();
if(!t||t.isCollapsed||!t.rangeCount)return null;let e=t.getRangeAt(0),n=an(e.startContainer,e.startOffset),s=an(e.endContainer,e.endOffset);return!n||!s||n.lang!==
s.lang||n.at>=s.at?null:{article:n.article,lang:n.lang,start:n.at,end:s.at}}function an(t,e){let s=(t instanceof Element?t:t.parentElement)?.closest(".text[data\
-start]"),i=s?.closest("[data-article]")?.dataset.article;if(!s||!i)return null;let o=document.createRange();o.setStart(s,0),o.setEnd(t,e);let l=Number(s.dataset.
start)+Qe(o.toString());return{article:i,lang:s.dataset.lang??"",at:l}}var Ts={read:We,find:Ct,facts:vt,fact:wt,entities:gt,entity:ht,matrix:yt,disagreements:_t,figures:jt,about:Ft,changes:rt},Ms=["read","find","facts","entities","\
matrix","disagreements","figures","about"],ks={fact:"facts",entity:"entities",changes:"about"};function Rs(){let t=JSON.parse(document.getElementById("data")?.textContent??
"{}"),e=r("p",{class:"unseen","aria-live":"polite",id:"live"}),n=new le(new se(t),e);Ee(dn("language")??(navigator.language.startsWith("fr")?"fr":"en"));let s=dn(
"theme");s&&(document.documentElement.style.colorScheme=s);let i=r("header",{class:"top"}),o=r("main",{id:"content",tabindex:-1}),l=r("aside",{class:"panel"}),a=r(
"div",{class:"offsets",hidden:!0});document.body.append(i,o,l,a,e);let d=matchMedia("(min-width: 60rem)");n.onSelect=(m,g,h)=>{if(!h&&!d.matches)return;let y=m?
it(n,m):g?lt(n,g):null;if(l.hidden=!y&&!d.matches,document.body.classList.toggle("with-panel",!!y),y){let $=r("button",{type:"button",class:"close","aria-label":c(
"close"),onclick:()=>n.select(null,null)},"×");A(l,$,y)}else A(l,r("p",{class:"empty"},c("empty")),r("p",{class:"help"},c("keys")));h&&ze(n,m,g)};let u=()=>{let m=Se(
location.hash);document.documentElement.lang=U(),document.title=`${n.model.about.title} ${n.model.about.version}`,l.setAttribute("aria-label",c("details")),Hs(n,
i,m,u),n.selected=null,n.bead=null,l.hidden=!0,A(l),document.body.classList.remove("with-panel");let h=m.version&&m.version!==n.model.about.version&&r("p",{class:"\
notice",role:"status"},c("otherVersion",m.version,n.model.about.version));A(o,h,(Ts[m.view]??We)(n,m)),document.body.dataset.view=m.view},f="",p=!1;addEventListener(
"hashchange",()=>{u();let{view:m,parts:g}=Se(location.hash),h=`${m}/${g[0]??""}`;h!==f&&g.length<2&&scrollTo(0,0),f=h,p&&o.querySelector("form.ask input")?.focus(),
p=!1}),qt(m=>{u();let g=r("div",{class:"notice",role:"status"},m.map(h=>r("p",null,r("bdi",null,h))));o.prepend(g)}),addEventListener("resize",()=>ze(n,n.selected,
n.bead)),addEventListener("keydown",m=>{let g=m.target,h=g.matches("input, select, textarea");if(!(m.ctrlKey||m.metaKey||m.altKey)){if(m.key==="Escape"){n.select(
null,null);return}if(!h)if(m.key==="/")m.preventDefault(),p=!o.querySelector("form.ask"),p?location.hash=x(n.model,"find"):o.querySelector("form.ask input")?.focus();else if(m.
key==="Enter"&&g.classList.contains("bead")){if(!n.selected&&!n.bead){let y=n.model.articles.get(o.querySelector(".text-pair")?.dataset.article??"");n.select(null,
y?.beads.find($=>$.id===g.dataset.bead)??null)}l.querySelector("a, button:not(.close)")?.focus()}else ln(n,m.key)&&m.preventDefault()}}),cn(n,a),en(n),u(),He(n.
model),Object.assign(window,{visavis:{model:n.model,ask:m=>Y(n.model,m).map(({bead:g})=>`${g.article.id}:${g.id}`)}})}function Hs(t,e,n,s){let{about:i}=t.model,
o=ks[n.view]??n.view,l=Ms.map(a=>r("li",null,r("a",{href:x(t.model,a),"aria-current":a===o?"page":null},c(a))));A(e,r("a",{href:"#content",class:"skip",onclick:a=>{
a.preventDefault(),document.getElementById("content")?.focus()}},c("skip")),r("p",{class:"name"},r("a",{href:x(t.model,"about")},r("bdi",null,i.name)),r("small",
null,` ${i.version}`)),r("nav",{"aria-label":c("views"),class:"views"},r("ul",null,l)),r("p",{class:"tools"},r("button",{type:"button",class:"quiet",id:"languag\
e",lang:U()==="fr"?"en":"fr",onclick:()=>{Ee(U()==="fr"?"en":"fr"),un("language",U()),s()}},c("language")),r("button",{type:"button",class:"quiet",id:"theme",title:c(
"theme"),"aria-label":c("theme"),onclick:()=>{let a=getComputedStyle(document.documentElement).getPropertyValue("color-scheme")==="dark"||document.documentElement.
style.colorScheme!=="light"&&matchMedia("(prefers-color-scheme: dark)").matches;document.documentElement.style.colorScheme=a?"light":"dark",un("theme",a?"light":
"dark")}},"◐")))}function dn(t){try{return localStorage.getItem(`visavis-${t}`)}catch{return null}}function un(t,e){try{localStorage.setItem(`visavis-${t}`,e)}catch{}}
Rs();})();
