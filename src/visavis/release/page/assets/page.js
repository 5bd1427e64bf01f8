"use strict";(()=>{var P=class{value;length;units;constructor(e){this.value=e;let t=Array.from(e);if(this.length=t.length,t.length===e.length){this.units=null;return}this.units=new Int32Array(
t.length+1);let s=0;t.forEach((i,o)=>{this.units[o]=s,s+=i.length}),this.units[t.length]=s}slice(e,t){return this.value.slice(this.unit(e),this.unit(t))}unit(e){
let t=Math.max(0,Math.min(e,this.length));return this.units?this.units[t]:t}};function Ge(n){let e=0;for(let t of n)e+=1;return e}function xe(n,e){let t=0;for(let s of n){
if(e--<=0)break;t+=s.length}return t}function J(n){return n.normalize("NFD").replace(/\p{M}/gu,"").toLowerCase().replaceAll("’","'")}function ze(n){let e=[],t="",
s=0;for(let i of n){let o=J(i);t+=o;for(let l=0;l<o.length;l+=1)e.push(s);s+=1}return{text:t,origin:e}}var v=["fr","en"],L=["mentions","amounts","attributions","conditionals","stances","flaws"],$e={mentions:"type",amounts:"kind",attributions:"quotation",conditionals:"\
use",stances:"attitude",flaws:"category"},se=class{constructor(e){this.data=e;this.about=e.about,this.rules=e.rules;for(let t of V(e.tables.articles))this.addArticle(
t);for(let t of V(e.tables.beads))this.addBead(t);for(let t of L)for(let s of V(e.tables[t]))this.addSpan(t,s);for(let t of V(e.tables.kb)){let s=String(t.id),i={
fr:String(t.name_fr),en:String(t.name_en)};this.entities.set(s,{id:s,type:String(t.type),names:i,fields:t})}for(let t of V(e.tables.facts)){let s=t.members;this.
facts.set(String(t.id),{id:String(t.id),fields:t,members:s,verdict:String(t.verdict)})}this.rulings=V(e.tables.rulings);for(let t of this.rulings){let s=ve(t.article,
t.layer,t.lang,t);ye(this.rulingsAt,s,t)}}data;about;rules;articles=new Map;beads=[];spans=new Map;facts=new Map;entities=new Map;rulings;mentionsOf=new Map;claimsOf=new Map;rulingsAt=new Map;addArticle(e){
let t=l=>typeof e[l]=="string"?new P(e[l]):null,{fr:s,en:i,...o}=e;this.articles.set(String(e.id),{id:String(e.id),fields:o,title:e.title===null?null:String(e.title),
date:String(e.published??e.collected??""),texts:{fr:t("fr"),en:t("en")},sha256:{fr:e.sha256_fr,en:e.sha256_en},beads:[],spans:[]})}addBead(e){let t=this.articles.
get(String(e.article));if(!t)return;let s={id:String(e.id),article:t,type:String(e.type),region:e.region,method:String(e.method),confidence:e.confidence,verified:e.
verified===!0,sides:{fr:X(e.fr),en:X(e.en)},spans:{fr:[],en:[]}};t.beads.push(s),this.beads.push(s)}addSpan(e,t){let{article:s,bead:i,id:o,lang:l,start:a,end:d,
...f}=t,p=this.articles.get(String(s));if(!p)return;let m={key:Qe(String(s),e,String(o),l),layer:e,id:String(o),lang:l,article:String(s),bead:i,start:a,end:d,fields:f};
this.spans.set(m.key,m),p.spans.push(m),p.beads.find(u=>u.id===m.bead)?.spans[m.lang].push(m),e==="mentions"&&f.entity&&ye(this.mentionsOf,String(f.entity),m),e===
"amounts"&&f.fact&&ye(this.claimsOf,String(f.fact),m)}span(e,t,s,i){return typeof s=="string"?this.spans.get(Qe(e,t,s,i)):void 0}counterpart(e){return this.span(
e.article,e.layer,e.id,G(e.lang))}surface(e){let t=this.articles.get(e.article)?.texts[e.lang];return t?t.slice(e.start,e.end):null}side(e,t){let s=W(e,t),i=e.article.
texts[t];return s&&i?i.slice(s.start,s.end).replace(/\s+$/u,""):null}holder(e){return e.fields.holder==="AUTHOR"?"AUTHOR":this.span(e.article,"mentions",e.fields.
holder,e.lang)?.fields.entity??null}targets(e){let t=this.span(e.article,"mentions",e.fields.target,e.lang),s=e.fields.target_span,i=s?(this.articles.get(e.article)?.
spans??[]).filter(l=>l.layer==="mentions"&&l.lang===e.lang&&s[0]<=l.start&&l.end<=s[1]):[],o=[...t?[t]:[],...i].map(l=>l.fields.entity);return[...new Set(o.filter(
l=>typeof l=="string"))]}name(e,t){return this.entities.get(String(e))?.names[t]??String(e)}sources(e){let t=(this.articles.get(e.article)?.spans??[]).filter(s=>s.
layer==="attributions"&&s.lang===e.lang).map(s=>({one:s,piece:cn(s,e)})).filter(s=>s.piece!==void 0);return t.sort((s,i)=>Ke(s.piece)-Ke(i.piece)),t.map(s=>s.one)}sourceName(e,t){
let s=this.span(e.article,"mentions",e.fields.source,e.lang);return s?s.fields.entity?this.name(s.fields.entity,t):this.surface(s)??s.id:String(e.fields.source??
"ANON")}};function cn(n,e){return X(n.fields.content??[]).find(t=>t.start<=e.start&&e.end<=t.end)}function Ke(n){return n.end-n.start}function X(n){return(n??[]).
map(([e,t])=>({start:e,end:t}))}function W(n,e){let t=n.sides[e];return t.length?{start:t[0].start,end:t[t.length-1].end}:null}function G(n){return n==="fr"?"en":
"fr"}function Qe(n,e,t,s){return`${n}/${e}:${t}:${s}`}function ve(n,e,t,s){return`${n}/${e}:${t}:${s.start}-${s.end}`}function w(n){return String(n.fields[$e[n.
layer]]??n.layer)}function ye(n,e,t){let s=n.get(e);s?s.push(t):n.set(e,[t])}function V(n){return n?n.rows.map(e=>Object.fromEntries(n.columns.map((t,s)=>[t,e[s]??
null]))):[]}function r(n,e,...t){let s=document.createElement(n);return Ye(s,e),re(s,t),s}var dn="http://www.w3.org/2000/svg";function A(n,e,...t){let s=document.createElementNS(
dn,n);return Ye(s,e),re(s,t),s}function Ye(n,e){for(let[t,s]of Object.entries(e??{}))typeof s=="function"?n.addEventListener(t.slice(2),s):s===!0?n.setAttribute(
t,""):s!==!1&&s!==null&&s!==void 0&&n.setAttribute(t,String(s))}function re(n,e){for(let t of e)Array.isArray(t)?re(n,t):t instanceof Node?n.append(t):t!=null&&
t!==!1&&n.append(String(t))}function S(n,...e){n.replaceChildren(),re(n,e)}async function Je(n){try{await navigator.clipboard.writeText(n)}catch{let e=r("textar\
ea",{"aria-hidden":"true"});e.value=n,document.body.append(e),e.select(),document.execCommand("copy"),e.remove()}}function Xe(n,e,t){let s=URL.createObjectURL(new Blob(
[t],{type:`${e};charset=utf-8`})),i=r("a",{href:s,download:n});document.body.append(i),i.click(),i.remove(),setTimeout(()=>URL.revokeObjectURL(s),1e3)}function we(n){let[e="",t=""]=n.replace(/^#\/?/u,"").split("?",2),s=e.split("/").filter(Boolean).map(un),o=/^\d+\.\d+\.\d+/u.test(s[0]??"")?s.shift():null,l={};
for(let[a,d]of new URLSearchParams(t))d&&(l[a]=d);return{version:o,view:s.shift()??"read",parts:s,query:l}}function un(n){try{return decodeURIComponent(n)}catch{
return n}}function fn(n){return encodeURIComponent(n).replaceAll("%3A",":")}function y(n,e,t=[],s={}){let i=Object.entries(s).filter(a=>!!a[1]),o=new URLSearchParams(
i).toString();return`#/${[n.about.version,e,...t].map(fn).join("/")}${o?`?${o}`:""}`}function F(n,e){let t=`${e.layer}:${e.id}:${e.lang}`;return y(n,"read",[e.article,
e.bead??"-",t])}function ie(n){return location.href.split("#")[0]+n}function oe(n,e){let t=[],s=(a,d)=>{if(!d)return;let f="key"in d?{to:d,span:d}:{to:d};t.push({from:e,lang:e.lang,layer:e.layer,name:a,...f})},i=a=>n.span(e.article,
"mentions",e.fields[a],e.lang),o=a=>n.span(e.article,"attributions",e.fields[a],e.lang),l=a=>mn(e.fields[a]);switch(e.layer){case"stances":s("holder",i("holder")),
s("target",i("target")??l("target_span")),s("condition",l("condition")),s("attribution",o("attribution"));break;case"attributions":s("source",i("source"));for(let a of X(
e.fields.content))s("content",a);s("parent",o("parent"));break;case"amounts":s("modifier",l("modifier"));for(let a of["payer","payee","about"])s(a,pn(n,e,a));break;case"\
mentions":s("parent",i("parent"));break;default:}return t}function mn(n){if(Array.isArray(n))return{start:Number(n[0]),end:Number(n[1])}}function pn(n,e,t){let s=e.
fields[t];return typeof s!="string"?void 0:n.articles.get(e.article)?.beads.find(o=>o.id===e.bead)?.spans[e.lang].filter(o=>o.layer==="mentions"&&o.fields.entity===
s).sort((o,l)=>Math.abs(o.start-e.start)-Math.abs(l.start-e.start))[0]}function qe(n,e,t){return v.flatMap(s=>e.spans[s]).filter(s=>t.has(s.layer)).flatMap(s=>oe(
n,s))}function Ze(n,e){let t=new Map,s=(o,l)=>{o&&!t.has(o.key)&&t.set(o.key,l)};s(e,"on");let i=n.counterpart(e);s(i,"pair");for(let o of[e,...i?[i]:[]])for(let l of oe(
n,o))s(l.span,"related");for(let o of Se(n,e))s(o,"coref");for(let o of Le(n,e))s(o,"claim");return t}function Se(n,e){return e.layer!=="mentions"||!e.fields.entity?
[]:(n.mentionsOf.get(String(e.fields.entity))??[]).filter(t=>t.article===e.article&&t.id!==e.id)}function Le(n,e){return e.layer!=="amounts"||!e.fields.fact?[]:
(n.claimsOf.get(String(e.fields.fact))??[]).filter(t=>t.article!==e.article||t.id!==e.id)}var gn={read:["Read","Lire"],find:["Concordance","Concordance"],facts:["Facts","Faits"],entities:["Entities","Entités"],matrix:["Stances","Positions"],disagreements:[
"Disagreements","Désaccords"],figures:["Figures","Chiffres"],about:["Cite and about","Citer, à propos"],skip:["Skip to the content","Aller au contenu"],views:[
"Views","Vues"],language:["Français","English"],theme:["Light or dark","Clair ou sombre"],articles:["Articles","Articles"],filter:["Filter the list","Filtrer l\
a liste"],layers:["Layers","Couches"],arcs:["Relations as arcs","Relations en arcs"],force:["Force of each sentence","Force de chaque phrase"],details:["Details",
"Détails"],close:["Close","Fermer"],empty:["Choose a span or a sentence to see what is said of it.","Choisissez un empan ou une phrase pour en voir l’annotatio\
n."],noFrench:["no French counterpart","sans équivalent français"],noEnglish:["no English counterpart","sans équivalent anglais"],notHere:["This text is not \
in the file: its rights do not allow it. Its annotations are shown by offset.","Ce texte n’est pas dans le fichier : ses droits ne le permettent pas. Ses annota\
tions sont données par position."],textOff:["text not in this file","texte absent de ce fichier"],drop:["Drop your own file of the text here, or choose it. It \
is compared by SHA-256 in your browser, shown if it is the text, and sent nowhere.","Déposez ici votre fichier du texte, ou choisissez-le. Il est comparé par SH\
A-256 dans votre navigateur, affiché si c’est le texte, et n’est envoyé nulle part."],choose:["Choose files","Choisir des fichiers"],accepted:["shown","af\
fiché"],refused:["is not a text of this release: its SHA-256 is","n’est pas un texte de cette version : son SHA-256 est"],decoded:["is not UTF-8","n’est pas \
de l’UTF-8"],counterpart:["Counterpart","Équivalent"],noCounterpart:["No counterpart","Sans équivalent"],attributes:["Attributes","Attributs"],relations:["R\
elations","Relations"],coreferents:["Other mentions in this article","Autres mentions dans l’article"],claims:["Other claims of the same fact","Autres affirma\
tions du même fait"],rules:["Rules of the guidelines","Règles du guide"],provenance:["Provenance","Provenance"],annotations:["annotations","annotations"],annotationsOf:[
"Annotations of sentence","Annotations de la phrase"],noAnnotation:["No annotation","Aucune annotation"],entityPage:["Entity","Entité"],factPage:["Fact","Fait"],
link:["Copy the link","Copier le lien"],copied:["Copied","Copié"],report:["Report an error","Signaler une erreur"],reportText:["Copy this text and send it to t\
he maintainers.","Copiez ce texte et envoyez-le aux responsables."],copy:["Copy","Copier"],french:["French","Français"],english:["English","Anglais"],frenchWords:[
"French words","Mots français"],englishWords:["English words","Mots anglais"],wordsHelp:['All words must occur, without regard to accents and case. "a phrase",\
 begin*, -without.','Tous les mots doivent figurer, sans égard aux accents ni à la casse. "une suite", début*, -sans.'],layer:["Layer","Couche"],any:["any","\
indifférent"],none:["(none)","(aucun)"],from:["Value from","Valeur de"],to:["to","à"],notNumber:["Not a number, so it was left out:","Pas un nombre, donc lais\
sé de côté :"],valueHelp:["13e9, 13 billion, 13,5 milliards","13e9, 13 billion, 13,5 milliards"],entity:["Entity","Entité"],side:["Side of the span","Côté d\
e l’empan"],more:["More filters","Plus de filtres"],ask:["Find","Chercher"],reset:["Clear","Effacer"],sort:["Sort by","Trier par"],sort_order:["corpus order",
"ordre du corpus"],sort_fr:["French words from the match","mots français dès l’occurrence"],sort_en:["English words from the match","mots anglais dès l’occu\
rrence"],sort_label:["label","étiquette"],sort_value:["value","valeur"],sort_date:["date","date"],count:["Count by","Compter par"],results:["sentence pairs","p\
aires de phrases"],nextRows:["Show more","Afficher la suite"],snippet:["The same rows in Python","Les mêmes lignes en Python"],presets:["Questions to begin wit\
h","Questions pour commencer"],presetHedge:["hearsay lost in English","ouï-dire perdu en anglais"],presetSums:["13 to 14 billion USD","13 à 14 milliards USD"],
presetBounds:["“up to”: upper bounds of money","« jusqu’à » : plafonds d’argent"],presetDesire:["what OpenAI wants of Microsoft","ce qu’OpenAI veut d\
e Microsoft"],presetAccuse:["accusations","accusations"],presetOmitted:["mentions omitted in translation","mentions omises à la traduction"],sentence:["Sentenc\
e","Phrase"],span:["Span","Empan"],verdict:["Verdict","Verdict"],claim:["Claim","Affirmation"],claimsN:["claims","affirmations"],source:["Source","Source"],date:[
"Date","Date"],value:["Value","Valeur"],contradicts:["contradicts","contredit"],asserted:["the article itself","l’article lui-même"],anonymous:["anonymous so\
urce","source anonyme"],author:["the author","l’auteur"],numberLine:["The claims on a number line","Les affirmations sur une droite"],noValue:["no value","san\
s valeur"],held:["Stances held","Positions tenues"],received:["Stances received","Positions reçues"],paid:["Sums paid","Sommes versées"],got:["Sums received",
"Sommes reçues"],concerned:["Amounts about it","Montants à son sujet"],mentions:["Mentions","Mentions"],names:["Names","Noms"],holder:["Holder","Tenant"],target:[
"Target","Cible"],attitude:["Attitude","Attitude"],matrixHelp:["Rows hold the stance, columns are what it is taken to. A target without an entity of its own goe\
s to those named in its words. A cell counts positive (+), negative (−) and neutral (·) stances; choose one to read them.","Les lignes tiennent la position, \
les colonnes en sont la cible. Une cible sans entité propre compte pour celles que ses mots nomment. Une case compte les positions positives (+), négatives (−) \
et neutres (·) ; choisissez-en une pour les lire."],shown:["rows and columns shown","lignes et colonnes affichées"],other:["not named","non nommé"],kept:["Ke\
pt","Retenu"],differs:["Differs in","Diffère par"],rule:["Rule","Règle"],passes:["Passes","Passes"],onlyIn:["only in","seulement dans"],noRulings:["This page \
was made from a release; the passes of annotation and the rulings are in the corpus.","Cette page vient d’une version publiée ; les passes d’annotation et les d\
écisions sont dans le corpus."],lowBeads:["Beads with the lowest confidence","Alignements les moins sûrs"],confidence:["Confidence","Confiance"],verified:["ve\
rified by a reader","vérifié par un lecteur"],unverified:["not verified","non vérifié"],figuresHelp:["Each bar counts sentence pairs; choose one to read the\
m.","Chaque barre compte des paires de phrases ; choisissez-en une pour les lire."],citation:["Cite this version","Citer cette version"],load:["Load this versio\
n","Charger cette version"],changes:["What changed","Ce qui a changé"],thisPage:["This page","Cette page"],pageIs:["One file, without a server: nothing is requ\
ested, stored or sent.","Un seul fichier, sans serveur : rien n’est demandé, conservé ni envoyé."],keys:["Keys: j and k or ↓ and ↑ move from sentence to se\
ntence, ← and → from span to span, Enter opens the details, Escape closes them, / goes to the search.","Touches : j et k ou ↓ et ↑ vont de phrase en phrase,\
 ← et → d’empan en empan, Entrée ouvre les détails, Échap les ferme, / mène à la recherche."],otherVersion:["This link was made for version {0}; this\
 page is version {1}.","Ce lien vise la version {0} ; cette page est la version {1}."],missing:["Nothing here has the id","Rien ici n’a l’identifiant"],selection:[
"code points","points de code"],copyOffsets:["Copy the offsets","Copier les positions"],rights:["Rights","Droits"],version:["version","version"],previous:["Prev\
ious article","Article précédent"],next:["Next article","Article suivant"],asserts:["asserted","affirmé"],all:["all","toutes"]},Z="en";function D(){return Z}
function Ae(n){Z=n}function c(n,...e){let t=gn[n][Z==="fr"?1:0];return e.reduce((s,i,o)=>s.replace(`{${o}}`,i),t)}function et(n){return new Intl.NumberFormat(Z,
{maximumFractionDigits:6}).format(n)}var hn=[[1e12,"trillion","billions"],[1e9,"billion","milliards"],[1e6,"million","millions"]];function q(n,e){if(n==null)return"\
–";let t=Number(n),s=hn.find(([o])=>Math.abs(t)>=o),i=s?`${et(t/s[0])} ${Z==="fr"?s[2]:s[1]}`:et(t);return e?`${i} ${String(e)}`:i}var bn={eq:"=",approx:"≈",
gt:">",ge:"≥",lt:"<",le:"≤",between:"",several:"n ×"};function H(n){let{value:e,value_max:t,unit:s,comparator:i}=n,o=bn[String(i)]??"";return e==null?`${o}\
 ${s??""}`.trim()||c("noValue"):t!=null?`${q(e,null)} – ${q(t,s)}`:`${o==="="?"":o} ${q(e,s)}`.trim()}var le=class{constructor(e,t){this.model=e;this.live=t}model;layers=new Set(L);arcs=!0;force=!1;pieces=new Map;selected=null;bead=null;onSelect=()=>{};live;get lang(){
return D()}say(e){S(this.live,e)}select(e,t){if(this.selected=e,this.bead=t,this.light(e),this.onSelect(e,t,!0),e){history.replaceState(null,"",F(this.model,e));
let s=this.model.counterpart(e),i=[this.model.surface(e)??e.id,e.layer,w(e)];s&&i.push(`${c("counterpart")}: ${this.model.surface(s)??s.id}`),this.say(i.join(",\
 "))}}hover(e){this.light(e??this.selected),this.onSelect(e??this.selected,this.bead,!1)}light(e){for(let t of this.pieces.values())for(let s of t)s.classList.remove(
"on","pair","coref","claim","related");if(e)for(let[t,s]of Ze(this.model,e))for(let i of this.pieces.get(t)??[])i.classList.add(s)}copyButton(e,t){let s=r("butt\
on",{type:"button",class:"quiet",onclick:async()=>{await Je(t()),this.say(c("copied")),s.classList.add("done"),setTimeout(()=>s.classList.remove("done"),1200)}},
e);return s}linkButton(e){return this.copyButton(c("link"),()=>ie(e))}};var xn=new Set(["fact","entity","holder","target","source","attribution","parent","target_span","content","modifier","condition"]);function B(n,...e){return r("\
section",null,r("h3",null,n),...e)}function M(n,e,t){let s=n.model.surface(e);return r("a",{href:F(n.model,e),class:`ref ${e.layer}`},t&&r("span",{class:"role"},
`${t} `),s===null?r("bdi",null,`${e.start}–${e.end}`):r("q",{lang:e.lang,dir:"auto"},C(s)),r("small",null,` ${w(e)} ${e.lang}`))}function C(n,e=160){let t=Array.
from(n);return t.length>e?`${t.slice(0,e).join("")}…`:n}function tt(n,e){let{model:t}=n,s=t.counterpart(e),i=Object.entries(e.fields).filter(([f,p])=>!xn.has(
f)&&yn(p)),o=oe(t,e),l=Se(t,e),a=Le(t,e),d=t.surface(e);return r("div",{class:"details"},r("h2",null,r("i",{class:`swatch ${e.layer}`,"aria-hidden":"true"}),` ${w(
e)} `,r("small",null,`${e.layer} · ${e.id} · ${e.lang}`)),r("p",{class:"surface",lang:e.lang,dir:"auto"},d===null?`${e.start}–${e.end}`:C(d,400)),B(c("count\
erpart"),s?r("p",null,M(n,s)):r("p",null,c("noCounterpart"),e.fields.omitted?`: ${e.fields.omitted}`:"")),B(c("attributes"),$n(n,e,i)),e.layer==="amounts"&&r("p",
{class:"value"},H(e.fields)),e.layer==="mentions"&&typeof e.fields.entity=="string"&&r("p",null,`${c("entityPage")}: `,r("a",{href:y(t,"entity",[e.fields.entity])},
t.name(e.fields.entity,n.lang))),typeof e.fields.fact=="string"&&r("p",null,`${c("factPage")}: `,r("a",{href:y(t,"fact",[e.fields.fact])},String(t.facts.get(e.fields.
fact)?.fields.label??e.fields.fact))),o.length>0&&B(c("relations"),r("ul",null,o.map(f=>r("li",null,f.span?M(n,f.span,f.name):[r("span",{class:"role"},`${f.name}\
 `),r("q",{lang:f.lang,dir:"auto"},C(t.surface({...f.to,article:e.article,lang:f.lang})??`${f.to.start}–${f.to.end}`))])))),e.fields.holder==="AUTHOR"&&r("p",
null,`${c("holder")}: ${c("author")}`),a.length>0&&B(c("claims"),r("ul",null,a.slice(0,20).map(f=>r("li",null,M(n,f),` ${f.article}`)))),l.length>0&&B(`${c("cor\
eferents")} (${l.length})`,r("ul",null,l.slice(0,20).map(f=>r("li",null,M(n,f))))),vn(n,e),B(c("provenance"),wn(n,e)),z(n,F(t,e),`${e.article} ${e.bead??""} ${e.
layer}:${e.id}:${e.lang} [${e.start}, ${e.end})`))}function yn(n){return n!==null&&n!==!1&&!(Array.isArray(n)&&!n.length)}function $n(n,e,t){let s=n.model.data.
meanings[e.layer]??{},i=new Set(["payer","payee","about"]);return r("dl",null,[["offsets",`${e.start}–${e.end}`],...t].map(([o,l])=>[r("dt",{title:s[o]??""},o),
r("dd",null,i.has(o)?r("a",{href:y(n.model,"entity",[String(l)])},n.model.name(l,n.lang)):r("bdi",null,Array.isArray(l)?l.join(", "):String(l)))]))}function nt(n,e){
return n.model.rulingsAt.get(ve(e.article,e.layer,e.lang,e))??[]}function vn(n,e){let t=nt(n,e).map(l=>l.rule).filter(l=>l!==null),s=[...new Set([...n.model.data.
examples[e.key]??[],...t])].flatMap(l=>l.split(/[,\s]+/u)).filter(l=>n.model.rules[l]),i=Object.entries(n.model.rules).filter(([l,a])=>a.layer===e.layer&&!s.includes(
l));if(!s.length&&!i.length)return!1;let o=(l,a)=>r("details",{open:a},r("summary",null,`${l} ${n.model.rules[l].title}`),r("p",null,n.model.rules[l].text));return B(
c("rules"),s.map(l=>o(l,!0)),i.length>0&&r("details",null,r("summary",null,`${e.layer} (${i.length})`),i.map(([l])=>o(l,!1))))}function wn(n,e){let t=nt(n,e),s=new Map(
n.model.data.passes.map(o=>[String(o.id),String(o.annotator)])),i=n.model.articles.get(e.article);return r("ul",null,t.map(o=>r("li",null,`${o.passes.map(l=>`${l}\
 (${s.get(l)??"?"})`).join(" / ")}: `,o.only?`${c("onlyIn")} ${o.passes[o.only==="first"?0:1]}`:`${c("differs")} ${o.differs.join(", ")}`,` → ${c("kept")}: ${o.
kept??"–"}`,o.rule?` (${o.rule})`:"",o.reason?` ${o.reason}`:"")),!t.length&&r("li",null,s.size?c("asserts")+": gold":c("noRulings")),r("li",null,`${n.model.about.
name} ${n.model.about.version}; fr ${i?.fields.origin??"?"}, en ${i?.fields.translation??"?"}`))}function z(n,e,t){let{about:s}=n.model,i=[`${s.name} ${s.version}${s.
digest?` (${s.digest})`:""}`,t,ie(e),"",n.lang==="fr"?"Ce qui est faux, et ce qu’il faudrait :":"What is wrong, and what it should be:",""].join(`
`),o=r("textarea",{rows:7,"aria-label":c("report")});return o.value=i,r("div",{class:"actions"},n.linkButton(e),r("details",{class:"report"},r("summary",null,c(
"report")),r("p",null,c("reportText")),o,n.copyButton(c("copy"),()=>o.value)))}function st(n,e){let t=`${e.article.id}:${e.id}`;return r("div",{class:"details"},
r("h2",null,`${c("sentence")} ${e.id} `,r("small",null,`${e.type} · ${e.region??""} · ${e.method} · ${e.verified?c("verified"):c("unverified")}${e.confidence===
null?"":` · ${e.confidence}`}`)),v.map(s=>B(c(s==="fr"?"french":"english"),r("p",null,`${c("force")}: `,Ee(n,e,s)),r("ul",null,e.spans[s].map(i=>r("li",null,M(
n,i,i.layer)))),!e.spans[s].length&&r("p",null,c("noAnnotation")))),z(n,y(n.model,"read",[e.article.id,e.id]),t))}function Ee(n,e,t){let{model:s}=n,i=e.spans[t].
filter(l=>["attributions","conditionals"].includes(l.layer)),o=l=>s.surface(l)??`${l.start}–${l.end}`;return r("span",{class:"forces"},i.length===0&&r("span",
{class:"mark"},c("asserts")),i.map(l=>{if(l.layer==="attributions")return r("span",{class:"mark attributions"},`${Te(n,l)}: `,r("q",{lang:t,dir:"auto"},o(l)));let a=[
w(l),l.fields.rendering].filter(Boolean).join(" → ");return r("span",{class:"mark conditionals"},`${a}: `,r("q",{lang:t,dir:"auto"},o(l)))}))}function Te(n,e){
return e.fields.source==="ANON"?c("anonymous"):C(n.model.sourceName(e,n.lang),60)}var K={mentions:["type","subtype","form","reading","relation","omitted"],amounts:["kind","unit","comparator","role","payer","payee","about","relation","omitted"],
attributions:["quotation","relation","omitted"],conditionals:["use","alternative","rendering","relation","omitted"],stances:["attitude","polarity","intensity","\
negated","factuality","holder_entity","target_entity","relation","omitted"],flaws:["category","severity","recoverable"]},N=["article","genre","story","split","o\
rigin"];function O(n,e,t){if(t==="holder_entity")return[n.holder(e)];if(t==="target_entity"){let s=n.targets(e);return s.length?s:[null]}return[e.fields[t]??null]}
function ke(n){let e=[];for(let t of n.matchAll(/(-?)(?:"([^"]*)"|(\S+))/gu)){let s=t[2]??t[3]??"",i=t[2]===void 0&&s.endsWith("*"),o=J(s).match(/[\p{L}\p{N}]+/gu);
o&&e.push({words:o.join(" "),prefix:i,negative:t[1]==="-"})}return e}function lt(n){return`(?:^|[^\\p{L}\\p{N}])${n.words.replaceAll(" ","[^\\p{L}\\p{N}]+")}${n.
prefix?"":"(?:[^\\p{L}\\p{N}]|$)"}`}function rt(n){return ke(n).map(e=>{let t=e.words.replaceAll(" ","[^\\p{L}\\p{N}]+"),s=e.prefix?"":"(?![\\p{L}\\p{N}])";return{
pattern:new RegExp(`(?<![\\p{L}\\p{N}])${t}${s}`,"gu"),negative:e.negative}})}var it=new WeakMap,Me=0;function at(){Me+=1}function Sn(n,e){let t=it.get(e);if(t&&
t.version===Me)return t.sides;let s=o=>{let l=n.side(e,o);return l===null?null:ze(l)},i={fr:s("fr"),en:s("en")};return it.set(e,{version:Me,sides:i}),i}function ot(n,e){
if(!e.length)return[];if(!n)return null;let t=[];for(let{pattern:s,negative:i}of e){let o=[...n.text.matchAll(s)];if(i===o.length>0)return null;for(let l of o){
let a=l.index+l[0].length-1;t.push({start:n.origin[l.index],end:n.origin[a]+1})}}return t}function R(n){let e=/^\s*([+-]?[\d\s.,']+(?:e[+-]?\d+)?)\s*([\p{L}%]*)\.?\s*$/iu.
exec(n??"");if(!e)return null;let t=e[1].replace(/[\s']/gu,""),s=/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(t)?t.replaceAll(",",""):t.replace(",","."),i=Ln[J(e[2])],
o=Number(s)*(i??Number.NaN);return Number.isFinite(o)?o:null}var Ln={"":1,"%":1,thousand:1e3,k:1e3,mille:1e3,m:1e6,million:1e6,millions:1e6,bn:1e9,b:1e9,billion:1e9,
billions:1e9,md:1e9,milliard:1e9,milliards:1e9,trillion:1e12,trillions:1e12,billiard:1e15};function An(n,e,t,s){if(t.side&&t.side!==e.lang)return!1;for(let l of s){
let a=O(n,e,l),d=t[l].split("|"),f=p=>d.includes(p===null?"-":String(p));if(!a.some(f))return!1}let i=R(t.min),o=R(t.max);if(e.layer==="amounts"&&(i!==null||o!==
null)){if(e.fields.value===null||e.fields.value===void 0)return!1;let l=Number(e.fields.value);if(Number(e.fields.value_max??e.fields.value)<(i??-1/0)||l>(o??1/0))
return!1}return!0}function Q(n,e){let t={fr:rt(e.fr??""),en:rt(e.en??"")},s=L.find(a=>a===e.layer),i=s?K[s].filter(a=>e[a]):[],o=N.filter(a=>e[a]),l=[];for(let a of n.
beads){if(e.type_bead&&a.type!==e.type_bead||!o.every(u=>En(a,u,e[u])))continue;let d=[];if(e.entity){let u=[...a.spans.fr,...a.spans.en].filter(g=>g.layer==="m\
entions"&&g.fields.entity===e.entity);if(!u.length)continue;d=u}if(s){let u=v.flatMap(g=>a.spans[g]).filter(g=>g.layer===s&&An(n,g,e,i));if(!u.length)continue;d=
u}if(!t.fr.length&&!t.en.length){l.push({bead:a,spans:d,marks:{fr:[],en:[]}});continue}let f=Sn(n,a),p=ot(f.fr,t.fr),m=p&&ot(f.en,t.en);p&&m&&l.push({bead:a,spans:d,
marks:{fr:p,en:m}})}return l}function En(n,e,t){let{fields:s}=n.article;return String(s[e==="article"?"id":e])===t}var ct=["order","fr","en","label","value","da\
te"];function dt(n,e,t){let s=o=>{let l=o.spans[0];switch(t){case"fr":case"en":{let a=n.side(o.bead,t)??"",d=o.spans.find(m=>m.lang===t),f=o.bead.sides[t][0]?.start??
0,p=o.marks[t][0]?.start??(d?d.start-f:0);return J(Array.from(a).slice(p).join("")).replace(/^[^\p{L}\p{N}]+/u,"")}case"label":return l?Object.values(l.fields).
map(String).join(" "):"";case"value":return Number(l?.fields.value??Number.POSITIVE_INFINITY);case"date":return o.bead.article.date;default:return 0}};if(t==="o\
rder"||!t)return e;let i=e.map((o,l)=>({hit:o,index:l,key:s(o)}));return i.sort((o,l)=>o.key<l.key?-1:o.key>l.key?1:o.index-l.index),i.map(o=>o.hit)}function ae(n,e,t){
let s=new Map;for(let i of e){let o=N.includes(t)?[i.bead.article.fields[t==="article"?"id":t]??null]:i.spans.flatMap(l=>O(n,l,t));for(let l of new Set(o.map(a=>a===
null?"-":String(a))))s.set(l,(s.get(l)??0)+1)}return[...s].sort((i,o)=>o[1]-i[1]||(i[0]<o[0]?-1:1))}function ut(n){let{model:e}=n,s=[...e.entities.values()].map(o=>({one:o,count:Y(e.mentionsOf.get(o.id)??[]).length})).sort((o,l)=>l.count-o.count).map(({one:o,count:l})=>r(
"li",{"data-words":`${o.id} ${o.names.fr} ${o.names.en}`.toLowerCase()},r("a",{href:y(e,"entity",[o.id])},r("bdi",null,o.names[n.lang])),` ${o.type} · ${l}`)),
i=r("input",{type:"search",placeholder:c("filter"),"aria-label":c("filter"),oninput:()=>{for(let o of s)o.hidden=!o.dataset.words?.includes(i.value.toLowerCase())}});
return r("div",{class:"page"},r("h1",null,c("entities")),i,r("ul",{class:"list columns"},s))}function Y(n){let e=new Map;for(let t of n){let s=`${t.article}/${t.
layer}:${t.id}`;(!e.has(s)||t.lang==="fr")&&e.set(s,t)}return[...e.values()]}function ce(n,e){return[...n.model.spans.values()].filter(t=>t.layer===e)}function ft(n,e){
let{model:t}=n,s=t.entities.get(e.parts[0]??"");if(!s)return r("p",{class:"notice",role:"alert"},`${c("missing")} ${e.parts[0]}`);let i=t.mentionsOf.get(s.id)??
[],o=new Map;for(let u of i){let g=t.surface(u);if(g===null)continue;let h=`${g} (${u.lang})`;o.set(h,(o.get(h)??0)+1)}let l=ce(n,"stances"),a=Y(ce(n,"amounts")),
d=(u,g,h)=>g.length>0&&r("section",null,r("h2",null,`${u} (${g.length})`),r("ul",null,g.slice(0,200).map(x=>r("li",null,h(x))))),f=u=>g=>{let h=O(t,g,`${u}_enti\
ty`).filter(x=>x!==null);return[r("span",{class:`polarity ${g.fields.polarity}`},Tn(g.fields.polarity)),` ${w(g)} `,h.map(x=>[mt(n,x)," "]),M(n,g),` ${g.article}\
:${g.bead}`]},p=u=>[r("strong",null,H(u.fields))," ",M(n,u),` ${u.fields.role} · ${u.article}:${u.bead}`],m=u=>a.filter(g=>g.fields[u]===s.id);return r("div",{
class:"page entity"},r("p",null,r("a",{href:y(t,"entities")},c("entities"))),r("h1",null,r("bdi",null,s.names[n.lang])," ",r("small",null,`${s.type} · ${s.id}${s.
fields.qid?` · ${s.fields.qid}`:""}`)),r("p",null,v.map(u=>r("span",null,`${u} `,r("bdi",{lang:u},s.names[u])," "))),r("p",null,r("a",{href:y(t,"find",[],{entity:s.
id})},`${c("find")} →`)),r("section",null,r("h2",null,`${c("names")} (${i.length})`),r("p",{class:"tags"},[...o].sort((u,g)=>g[1]-u[1]).slice(0,40).map(([u,g])=>r(
"span",{class:"tag mentions"},r("bdi",null,C(u)),g>1&&` × ${g}`)))),d(c("held"),Y(l.filter(u=>t.holder(u)===s.id)),f("target")),d(c("received"),Y(l.filter(u=>t.
targets(u).includes(s.id))),f("holder")),d(c("paid"),m("payer"),p),d(c("got"),m("payee"),p),d(c("concerned"),m("about"),p),d(c("mentions"),Y(i),u=>[M(n,u),` ${u.
article}:${u.bead}`]),z(n,y(t,"entity",[s.id]),`entity ${s.id}`))}function mt(n,e){return e==="AUTHOR"?r("em",null,c("author")):r("a",{href:y(n.model,"entity",[
String(e)])},r("bdi",null,n.model.name(e,n.lang)))}function Tn(n){return n==="positive"?"+":n==="negative"?"−":"·"}var Mn=14;function pt(n,e){let{model:t}=n,
s=e.query.attitude??"",i=e.query.all?1/0:Mn,o=Y(ce(n,"stances")).filter(h=>!s||w(h)===s),l=new Map,a={holder:new Map,target:new Map};for(let h of o){let x=t.holder(
h)??"-";a.holder.set(x,(a.holder.get(x)??0)+1);for(let $ of O(t,h,"target_entity").map(b=>String(b??"-"))){let b=`${x}
${$}`;l.set(b,[...l.get(b)??[],h]),a.target.set($,(a.target.get($)??0)+1)}}let d=h=>[...a[h]].sort((x,$)=>+(x[0]==="-")-+($[0]==="-")||$[1]-x[1]).map(([x])=>x),
f=d("holder").slice(0,i),p=d("target").slice(0,i),m=h=>h==="-"?r("em",null,c("other")):mt(n,h),u=[...new Set(ce(n,"stances").map(w))].sort(),g=h=>r("a",{href:y(
t,"matrix",[],{attitude:h,all:e.query.all}),"aria-current":h===s?"true":null},h||c("all"));return r("div",{class:"page wide"},r("h1",null,c("matrix")),r("p",null,
c("matrixHelp")),r("nav",{class:"tabs","aria-label":c("attitude")},["",...u].map(g)),r("p",null,`${f.length} / ${a.holder.size} × ${p.length} / ${a.target.size}\
 ${c("shown")} `,i!==1/0&&r("a",{href:y(t,"matrix",[],{attitude:s,all:"1"})},c("all"))),r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("matrix")},
r("table",{class:"matrix"},r("thead",null,r("tr",null,r("td",null,`${c("holder")} ↓ ${c("target")} →`),p.map(h=>r("th",{scope:"col"},r("span",null,m(h)))))),
r("tbody",null,f.map(h=>r("tr",null,r("th",{scope:"row"},m(h)),p.map(x=>{let $=l.get(`${h}
${x}`);return r("td",null,$&&kn(n,$,{layer:"stances",attitude:s,holder_entity:h,target_entity:x}))})))))))}function kn(n,e,t){let s=p=>e.filter(m=>m.fields.polarity===
p).length,[i,o,l]=[s("positive"),s("negative"),s("neutral")],a=[i&&`+${i}`,o&&`−${o}`,l&&`·${l}`].filter(Boolean).join(" "),d=i>o?"positive":o>i?"negative":"\
even",f=Math.min(3,Math.ceil(Math.abs(i-o)/2));return r("a",{href:y(n.model,"find",[],t),class:`cell ${d} s${f}`,title:e.map(w).join(", ")},a)}function Hn(n,e){let{model:t}=n;return e.members.flatMap(({article:i,id:o},l)=>{let a=t.span(i,"amounts",o,"fr"),d=t.span(i,"amounts",o,"en"),f=a??d;if(!f)return[];
let p=t.articles.get(i)?.date??"";return[{member:l,span:f,pair:a?d:void 0,date:p,...Rn(n,f)}]}).sort((i,o)=>i.date<o.date?-1:i.date>o.date?1:i.member-o.member)}
function Rn(n,e){let{value:t,value_max:s,comparator:i}=e.fields;if(t==null)return{low:Number.NaN,high:Number.NaN};let o=Number(t),l=n.model.data.approximation;switch(i){case"\
approx":return{low:o*(1-l),high:o*(1+l)};case"gt":case"ge":return{low:o,high:1/0};case"lt":case"le":return{low:-1/0,high:o};case"between":return{low:o,high:Number(
s??t)};default:return{low:o,high:o}}}var He=["contradict","compatible","agree","single"];function bt(n,e){let t=e.query.verdict??"",s=[...n.model.facts.values()].
filter(l=>l.members.length>0),i=s.filter(l=>!t||l.verdict===t).sort((l,a)=>He.indexOf(l.verdict)-He.indexOf(a.verdict)||a.members.length-l.members.length),o=l=>r(
"a",{href:y(n.model,"facts",[],{verdict:l}),"aria-current":t===l?"true":null},`${l||c("all")} (${s.filter(a=>!l||a.verdict===l).length})`);return r("div",{class:"\
page"},r("h1",null,c("facts")),r("nav",{class:"tabs","aria-label":c("verdict")},["",...He].map(o)),r("ul",{class:"list"},i.map(l=>r("li",null,r("a",{href:y(n.model,
"fact",[l.id])},String(l.fields.label))," ",r("span",{class:`verdict ${l.verdict}`},l.verdict),` ${l.members.length} ${c("claimsN")}`))))}function xt(n,e){let{model:t}=n,
s=t.facts.get(e.parts[0]??"");if(!s)return r("p",{class:"notice",role:"alert"},`${c("missing")} ${e.parts[0]}`);let i=Hn(n,s),o=t.data.clashes[s.id]??[],l=d=>i.
flatMap((f,p)=>o.some(([m,u])=>m===d.member&&u===f.member||u===d.member&&m===f.member)?[p+1]:[]),a=["payer","payee","about"].flatMap(d=>s.fields[d]?[r("li",null,
`${d}: `,r("a",{href:y(t,"entity",[String(s.fields[d])])},t.name(s.fields[d],n.lang)))]:[]);return r("div",{class:"page fact"},r("p",null,r("a",{href:y(t,"facts")},
c("facts"))),r("h1",null,String(s.fields.label)),r("p",null,`${c("verdict")}: `,r("span",{class:`verdict ${s.verdict}`},s.verdict),` · ${i.length} ${c("claimsN")}\
 · ${s.fields.role} · ${s.fields.kind} ${s.fields.unit??""}`),r("ul",{class:"inline"},a),Bn(i,s.fields.unit,i.map(d=>l(d).length>0)),r("div",{class:"scroll",tabindex:0,
role:"region","aria-label":c("claimsN")},r("table",{class:"claims"},r("thead",null,r("tr",null,["#",c("date"),c("claim"),c("source"),c("sentence"),c("contradict\
s")].map(d=>r("th",{scope:"col"},d)))),r("tbody",null,i.map((d,f)=>r("tr",{"data-member":`${d.span.article}:${d.span.id}`},r("th",{scope:"row"},f+1),r("td",null,
d.date||"–"),r("td",{class:"value"},H(d.span.fields)),r("td",null,On(n,d.span)),r("td",null,M(n,d.span),d.pair&&[r("br"),M(n,d.pair)],r("br"),r("a",{href:y(t,
"read",[d.span.article,d.span.bead??"-"])},`${d.span.article}:${d.span.bead}`)),r("td",null,l(d).map(p=>r("span",{class:"clash"},`⚡${p} `)))))))),z(n,y(t,"fac\
t",[s.id]),`fact ${s.id}`))}function On(n,e){let t=n.model.sources(e);return t.length?t.map((s,i)=>r("span",null,i?" ← ":"",Te(n,s)," ",r("q",{lang:s.lang},n.
model.surface(s)??""))):[c("asserted")]}var Re=640,de=34,gt=22;function Bn(n,e,t){let s=n.flatMap(b=>[b.low,b.high]).filter(Number.isFinite);if(!s.length)return!1;
let i=Math.min(...s),o=Math.max(...s),l=i>0&&o/i>50,a=b=>l?Math.log10(b):b,d=a(o)-a(i)||Math.abs(a(o))||1,f=a(i)-d*.12,p=a(o)+d*.12,m=b=>de+(a(b)-f)/(p-f)*(Re-de-
16),u=n.length*gt+40,g=n.map((b,E)=>{let T=16+E*gt,U=t[E]?"claim-line clash":"claim-line",I=A("text",{x:4,y:T+4,class:"tick"},`${E+1}`);if(Number.isNaN(b.low))return[
I,A("text",{x:de,y:T+4,class:"tick"},c("noValue"))];let ne=Number.isFinite(b.low)?m(b.low):de,be=Number.isFinite(b.high)?m(b.high):Re-8,an=ne===be?[A("circle",{
cx:ne,cy:T,r:5,class:U})]:[A("line",{x1:ne,x2:be,y1:T,y2:T,class:U}),ht(b.low,ne,T,-1,U),ht(b.high,be,T,1,U)];return[I,...an,A("title",null,H(b.span.fields))]}),
h=[...new Set(n.map(b=>Number(b.span.fields.value)).filter(b=>Number.isFinite(b)&&b!==0))].sort((b,E)=>b-E),x=-1/0,$=h.flatMap(b=>m(b)-x<96?[]:(x=m(b),[A("line",
{x1:m(b),x2:m(b),y1:6,y2:u-22,class:"grid"}),A("text",{x:m(b),y:u-8,class:"tick middle"},q(b,e==="USD"||e==="EUR"?e:null))]));return r("figure",{class:"numbers"},
r("figcaption",null,c("numberLine")),A("svg",{viewBox:`0 0 ${Re} ${u}`,role:"img","aria-label":`${c("numberLine")}: ${n.map((b,E)=>`${E+1} ${H(b.span.fields)}`).
join("; ")}`},$,g))}function ht(n,e,t,s,i){return Number.isFinite(n)?A("line",{x1:e,x2:e,y1:t-6,y2:t+6,class:i}):A("path",{d:`M${e-7*s},${t-5} L${e},${t} L${e-7*
s},${t+5}`,class:`${i} open`})}var ue=["id","article","bead","type","fr","en","spans","labels","values"];function $t(n,e){return e.map(({bead:t,spans:s})=>({id:`${t.article.id}:${t.id}`,article:t.
article.id,bead:t.id,type:t.type,fr:n.side(t,"fr")??"",en:n.side(t,"en")??"",spans:s.map(i=>`${i.layer}:${i.id}:${i.lang}`).join(" "),labels:s.map(w).join(" "),
values:s.map(i=>String(i.fields.value??"")).filter(Boolean).join(" ")}))}function vt(n){let e=t=>{let s=/^[=+@\t\r-]/u.test(t)?`'${t}`:t;return/[",\r\n]/u.test(
s)?`"${s.replaceAll('"','""')}"`:s};return[ue,...n.map(t=>ue.map(s=>t[s]))].map(t=>t.map(e).join(",")).join(`\r
`)+`\r
`}function Be(n){let e=t=>t.replace(/[\t\r\n]+/gu," ");return[ue,...n.map(t=>ue.map(s=>t[s]))].map(t=>t.map(e).join("	")).join(`
`)+`
`}function wt(n){return`${JSON.stringify(n,null,1)}
`}function Oe(n){return n.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu,"�").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">",
"&gt;").replaceAll('"',"&quot;")}function St(n,e){let t=s=>`<tu tuid="${Oe(s.id)}">${v.filter(i=>s[i]).map(i=>`<tuv xml:lang="${i}"><seg>${Oe(s[i])}</seg></tuv>`).
join("")}</tu>`;return`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="visavis" creationtoolversion="${Oe(n.visavis)}" segtype="sentence" o-tmf="visavis" adminlang="en" srclang="fr" datatype\
="plaintext"/><body>
${e.filter(s=>s.fr||s.en).map(t).join(`
`)}
</body></tmx>
`}var Ce=n=>`${n.title}`;function Lt(n){return[`@misc{${n.name}-${n.version},`,`  title = {{${Ce(n)}}},`,...n.authors.length?[`  author = {${n.authors.map(e=>`{${e}\
}`).join(" and ")}},`]:[],...n.date?[`  year = {${n.date.slice(0,4)}},`]:[],`  version = {${n.version}},`,...n.url?[`  url = {${n.url}},`]:[],"}"].join(`
`)}function At(n){return["TY  - DATA",`TI  - ${Ce(n)}`,...n.authors.map(e=>`AU  - ${e}`),...n.date?[`PY  - ${n.date.slice(0,4)}`,`DA  - ${n.date.replaceAll("-",
"/")}`]:[],`ET  - ${n.version}`,...n.url?[`UR  - ${n.url}`]:[],"ER  - "].join(`
`)}function Et(n){let e=n.date?.split("-").map(Number);return JSON.stringify([{id:`${n.name}-${n.version}`,type:"dataset",title:Ce(n),author:n.authors.map(t=>({
literal:t})),...e?{issued:{"date-parts":[e]}}:{},version:n.version,...n.url?{URL:n.url}:{}}],null,1)}var _=n=>JSON.stringify(n);function ee(n,e){let t=n.kind===
"release"?`, version=${_(n.version)}`:"";return`visavis.load(SOURCE, ${_(e)}${t}, backend="polars")`}function yt(n,e){let t=`pl.col("${n}").str.normalize("NFD")\
.str.replace_all(r"\\p{M}", "").str.to_lowercase().str.replace_all("’", "'")`;return ke(e).map(s=>`${s.negative?"~":""}${t}.str.contains(r"${lt(s)}")`)}var Cn=[
'holders = mentions.select("article", "lang", holder="id", holder_entity="entity")','spans = spans.join(holders, on=["article", "lang", "holder"], how="left")',
'author = pl.when(pl.col("holder") == "AUTHOR").then(pl.lit("AUTHOR"))','spans = spans.with_columns(holder_entity=author.otherwise("holder_entity"))'],Nn=['name\
d = mentions.select("article", "lang", m="id", first="start", last="end", target_entity="entity")','named = spans.join(named.drop_nulls("target_entity"), on=["a\
rticle", "lang"])','words = pl.col("target_span").struct','inside = (words.field("start") <= pl.col("first")) & (pl.col("last") <= words.field("end"))','named =\
 named.filter((pl.col("target") == pl.col("m")) | inside)','named = named.select("article", "lang", "id", "target_entity")','spans = spans.join(named, on=["arti\
cle", "lang", "id"], how="left")'];function fe(n,e){let{about:t}=n,s=L.find(a=>a===e.layer),i=["import polars as pl","import visavis","",`SOURCE = ${_(t.kind===
"corpus"?".":`${t.name}-${t.version}`)}  # the folder, or owner/name on the Hub`,`rows = ${ee(t,"sentences")}`],o=[...N.filter(a=>e[a]&&a!=="origin").map(a=>`pl\
.col("${a}").cast(pl.String) == ${_(e[a])}`),...e.type_bead?[`pl.col("type") == ${_(e.type_bead)}`]:[],...yt("fr",e.fr??""),...yt("en",e.en??"")];for(let a of o)
i.push(`rows = rows.filter(${a})`);e.origin&&i.push(`articles = ${ee(t,"articles")}.filter(pl.col("origin") == ${_(e.origin)})`,'rows = rows.join(articles, left\
_on="article", right_on="id", how="semi")');let l=a=>`rows = rows.join(${a}.select(id=pl.format("{}:{}", "article", "bead")), on="id", how="semi")`;if(e.entity&&
i.push(`named = ${ee(t,"mentions")}.filter(pl.col("entity") == ${_(e.entity)})`,l("named")),s){i.push(`spans = ${ee(t,s)}`),s==="stances"&&(e.holder_entity||e.target_entity)&&
i.push(`mentions = ${ee(t,"mentions")}`),s==="stances"&&e.holder_entity&&i.push(...Cn),s==="stances"&&e.target_entity&&i.push(...Nn);for(let d of K[s].filter(f=>e[f])){
let f=e[d].split("|"),p=f.filter(g=>g!=="-"),m=`pl.col("${d}").cast(pl.String)`,u=[...p.length?[`${m}.is_in(${JSON.stringify(p)})`]:[],...f.includes("-")?[`pl.c\
ol("${d}").is_null()`]:[]];i.push(`spans = spans.filter(${u.join(" | ")})`)}e.side&&i.push(`spans = spans.filter(pl.col("lang").cast(pl.String) == ${_(e.side)})`),
s==="amounts"&&R(e.min)!==null&&i.push(`spans = spans.filter(pl.coalesce(pl.col("value_max").cast(pl.Float64), pl.col("value").cast(pl.Float64)) >= ${R(e.min)})`),
s==="amounts"&&R(e.max)!==null&&i.push(`spans = spans.filter(pl.col("value").cast(pl.Float64) <= ${R(e.max)})`),i.push(l("spans"))}return i.push("print(rows)"),
i.join(`
`)}var Tt=100,_n=[["presetHedge",{layer:"conditionals",use:"reportative",rendering:"none|past|present|infinitive"}],["presetSums",{layer:"amounts",kind:"money",unit:"\
USD",min:"13 billion",max:"14 billion"}],["presetBounds",{layer:"amounts",kind:"money",comparator:"le|lt",sort:"value"}],["presetDesire",{layer:"stances",attitude:"\
desire",holder_entity:"openai",target_entity:"microsoft"}],["presetAccuse",{layer:"stances",attitude:"accusation"}],["presetOmitted",{layer:"mentions",relation:"\
-",omitted:"pronominalised|condensed|implicit"}]];function kt(n,e,t){let s=new Map;for(let i of n.model.spans.values())if(i.layer===e)for(let o of O(n.model,i,t))
o!==null&&s.set(String(o),(s.get(String(o))??0)+1);return[...s].sort((i,o)=>o[1]-i[1]).map(([i])=>i)}function jn(n){let e=_n.flatMap(([t,s])=>{let i=t==="preset\
Omitted"?{layer:"mentions",omitted:kt(n,"mentions","omitted").join("|")}:s;return Object.values(i).every(Boolean)?[r("li",null,r("a",{href:y(n.model,"find",[],i)},
c(t)))]:[]});return r("nav",{class:"presets","aria-label":c("presets")},r("span",null,`${c("presets")}: `),r("ul",null,e))}function Ht(n,e){let{query:t}=e,s=Object.
keys(t).some(o=>!["sort","count"].includes(o)),i=r("div",{class:"results"});return s&&Un(n,t,i),r("div",{class:"find"},r("h1",null,c("find")),Fn(n,t),jn(n),i)}function me(n,e){
location.hash=y(n.model,"find",[],e)}function Fn(n,e){let t=(p,m,u)=>r("label",null,r("span",null,m),r("input",{name:p,type:"search",value:e[p]??"",title:u,autocomplete:"\
off",spellcheck:"false"})),s=(p,m,u,g)=>{let h=e[p]??"",x=h&&!u.includes(h)?[h,...u]:u,$=r("select",{name:p},r("option",{value:""},c("any")),x.map(b=>r("option",
{value:b,selected:b===h},g?g(b):b==="-"?c("none"):b)));return r("label",null,r("span",null,m),$)},i=[...n.model.entities.values()].sort((p,m)=>p.names[n.lang]<m.
names[n.lang]?-1:1).map(p=>p.id),o=p=>p==="-"?c("none"):n.model.name(p,n.lang),l=L.find(p=>p===e.layer),a=l?K[l].map(p=>{let m=["payer","payee","about","holder_\
entity","target_entity"].includes(p);return s(p,p,[...kt(n,l,p),"-"],m?o:void 0)}):[],d=s("layer",c("layer"),[...L]),f=r("form",{class:"ask",onsubmit:p=>{p.preventDefault(),
me(n,Mt(f))}},r("div",{class:"row"},t("fr",c("frenchWords"),c("wordsHelp")),t("en",c("englishWords"),c("wordsHelp"))),r("p",{class:"help"},c("wordsHelp")),r("di\
v",{class:"row"},d,a,l&&s("side",c("side"),[...v]),l==="amounts"&&[t("min",c("from"),c("valueHelp")),t("max",c("to"),c("valueHelp"))],s("entity",c("entity"),i,o)),
r("details",{open:N.some(p=>e[p])||!!e.type_bead},r("summary",null,c("more")),r("div",{class:"row"},N.map(p=>s(p,p,Dn(n,p))),s("type_bead","bead",[...new Set(n.
model.beads.map(p=>p.type))].sort()))),r("div",{class:"row buttons"},r("button",{type:"submit",class:"primary"},c("ask")),r("button",{type:"button",onclick:()=>me(
n,{})},c("reset"))));return d.querySelector("select")?.addEventListener("change",()=>{let p=Mt(f),m=["fr","en","layer","entity",...N];me(n,Object.fromEntries(Object.
entries(p).filter(([u])=>m.includes(u))))}),f}function Dn(n,e){let t=[...n.model.articles.values()].map(s=>s.fields[e==="article"?"id":e]);return[...new Set(t.filter(
s=>s!==null).map(String))].sort()}function Mt(n){let e={};for(let[t,s]of new FormData(n))s&&(e[t]=String(s));return e}function Un(n,e,t){let s=dt(n.model,Q(n.model,
e),e.sort??"order"),i=L.find(b=>b===e.layer),o=b=>E=>me(n,{...e,[b]:E.target.value}),l=(b,E,T,U)=>r("label",null,r("span",null,E),r("select",{onchange:o(b),"dat\
a-name":b},T.map(I=>r("option",{value:I,selected:I===(e[b]??T[0])},U(I))))),a=r("ol",{class:"hits"}),d=r("button",{type:"button"},c("nextRows")),f=0,p=()=>{a.append(
...s.slice(f,f+Tt).map(b=>Pn(n,b))),f=Math.min(s.length,f+Tt),d.hidden=f>=s.length};d.addEventListener("click",p),p();let m=e.count??"",{about:u}=n.model,g=(b,E,T)=>r(
"button",{type:"button",class:"quiet","data-format":b,onclick:()=>Xe(`${u.name}-${u.version}.${b}`,E,T())},b.toUpperCase()),h=()=>$t(n.model,s),x=fe(n.model,e),
$=i==="amounts"?["min","max"].filter(b=>e[b]&&R(e[b])===null):[];S(t,$.length>0&&r("p",{class:"notice",role:"alert"},`${c("notNumber")} ${$.map(b=>e[b]).join(",\
 ")}`),r("div",{class:"row summary"},r("p",{role:"status",class:"total"},r("strong",null,s.length),` ${c("results")}`),l("sort",c("sort"),[...ct],b=>c(`sort_${b}`)),
l("count",c("count"),["","article","genre","story",...i?K[i]:[]],b=>b||c("none")),r("div",{class:"saves"},g("csv","text/csv",()=>vt(h())),g("tsv","text/tab-sepa\
rated-values",()=>Be(h())),g("json","application/json",()=>wt(h())),g("tmx","application/x-tmx+xml",()=>St(u,h())),n.copyButton(`${c("copy")} TSV`,()=>Be(h())),
n.linkButton(y(n.model,"find",[],e)))),m&&In(n,e,s,m),a,d,r("details",{class:"snippet"},r("summary",null,c("snippet")),r("pre",{tabindex:0},r("code",null,x)),n.
copyButton(c("copy"),()=>x)))}function In(n,e,t,s){let i=ae(n.model,t,s),o=i[0]?.[1]??1;return r("table",{class:"counts"},r("caption",null,`${c("count")} ${s}`),
r("tbody",null,i.slice(0,40).map(([l,a])=>{let d=r("i",{class:"bar","aria-hidden":"true"});return d.style.width=`${100*a/o}%`,r("tr",null,r("th",{scope:"row"},r(
"a",{href:y(n.model,"find",[],{...e,[s]:l,count:""})},l==="-"?c("none"):l)),r("td",null,a),r("td",{class:"bars"},d))})))}function Pn(n,e){let{bead:t,spans:s}=e;
return r("li",{"data-id":`${t.article.id}:${t.id}`},r("div",{class:"where"},r("a",{href:s[0]?F(n.model,s[0]):y(n.model,"read",[t.article.id,t.id])},`${t.article.
id}:${t.id}`),Vn(s)),v.map(i=>Ne(n,t,i,e)))}function Vn(n){let e=new Set;return n.flatMap(t=>{let s=t.layer==="amounts"?H(t.fields):t.layer==="conditionals"?[w(
t),t.fields.rendering].filter(Boolean).join(" → "):w(t);return e.has(s)?[]:(e.add(s),[r("span",{class:`tag ${t.layer}`},s)])})}function Ne(n,e,t,s){let i=W(e,
t),o=n.model.side(e,t);if(!i)return r("p",{class:"gap",lang:n.lang},c(t==="fr"?"noFrench":"noEnglish"));if(o===null)return r("p",{class:"closed text-off",lang:n.
lang},`${c("textOff")} (${t} ${i.start}–${i.end})`);let l=Array.from(o),a=[...s.marks[t].map(p=>({...p,name:"word"})),...s.spans.filter(p=>p.lang===t).map(p=>({
start:p.start-i.start,end:p.end-i.start,name:p.layer}))].sort((p,m)=>p.start-m.start||m.end-p.end),d=[],f=0;for(let p of a)p.start<f||(d.push(l.slice(f,p.start).
join(""),r("mark",{class:p.name},l.slice(p.start,p.end).join(""))),f=p.end);return d.push(l.slice(f).join("")),r("p",{lang:t,dir:"auto"},d)}var Rt=100;function Ot(n,e){let{model:t}=n,s=e.query.layer??"",i=t.rulings.filter(a=>!s||a.layer===s),o=[...new Set(t.rulings.map(a=>a.layer))],l=a=>r("a",{href:y(
t,"disagreements",[],{layer:a}),"aria-current":a===s?"true":null},`${a||c("all")} (${t.rulings.filter(d=>!a||d.layer===a).length})`);return r("div",{class:"page\
 wide"},r("h1",null,c("disagreements")),t.rulings.length?[r("nav",{class:"tabs","aria-label":c("layer")},["",...o].map(l)),Wn(n,i)]:r("p",null,c("noRulings")),r(
"h2",null,c("lowBeads")),zn(n))}function Wn(n,e){let t=r("tbody"),s=r("button",{type:"button"},c("nextRows")),i=0,o=()=>{t.append(...e.slice(i,i+Rt).map(l=>Gn(n,
l))),i+=Rt,s.hidden=i>=e.length};return s.addEventListener("click",o),o(),r("div",null,r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("disagree\
ments")},r("table",null,r("thead",null,r("tr",null,[c("span"),c("layer"),c("passes"),c("differs"),c("kept"),c("rule")].map(l=>r("th",{scope:"col"},l)))),t)),s)}
function Gn(n,e){let{model:t}=n,s=t.articles.get(e.article),i=s?.beads.find(d=>d.sides[e.lang].some(f=>f.start<=e.start&&e.start<f.end)),o=s?.spans.find(d=>d.layer===
e.layer&&d.lang===e.lang&&d.start===e.start&&d.end===e.end),l=t.surface(e)??`${e.start}–${e.end}`,a=[e.article,i?.id??"-",...o?[`${o.layer}:${o.id}:${o.lang}`]:
[]];return r("tr",null,r("td",null,r("a",{href:y(t,"read",a)},r("q",{lang:e.lang,dir:"auto"},C(l))),r("small",null,` ${e.article}:${i?.id??""} ${e.lang}`)),r("t\
d",null,e.layer),r("td",null,e.passes.join(", ")),r("td",null,e.only?`${c("onlyIn")} ${e.passes[e.only==="first"?0:1]}`:e.differs.join(", ")),r("td",null,e.kept??
"–"),r("td",null,e.rule?r("span",{title:t.rules[e.rule]?.title??""},e.rule):"",e.reason?` ${e.reason}`:""))}function zn(n){let e=n.model.beads.filter(s=>s.confidence!==
null).sort((s,i)=>s.confidence-i.confidence).slice(0,50),t=s=>r("li",null,r("div",{class:"where"},r("a",{href:y(n.model,"read",[s.article.id,s.id])},`${s.article.
id}:${s.id}`),r("span",{class:"tag"},`${s.type} · ${c("confidence")} ${s.confidence.toFixed(3)} · ${s.verified?c("verified"):c("unverified")}`)),v.map(i=>Ne(n,
s,i,{spans:[],marks:{fr:[],en:[]}})));return r("ol",{class:"hits"},e.map(t))}var Kn=[...L.map(n=>[n,$e[n]]),["conditionals","rendering"],["amounts","comparator"],
["amounts","role"],["stances","factuality"],["mentions","relation"]];function Bt(n){let{model:e}=n,t=([i,o])=>{let l=Q(e,{layer:i});if(!l.length)return!1;let f=[
...e.spans.values()].filter(m=>m.layer===i).some(m=>O(e,m,o).some(u=>u!==null))?ae(e,l,o).slice(0,14):[];if(!f.length)return!1;let p=f[0][1];return r("table",{class:"\
counts"},r("caption",null,`${i}: ${o}`),r("tbody",null,f.map(([m,u])=>{let g=r("i",{class:`bar ${i}`,"aria-hidden":"true"});return g.style.width=`${100*u/p}%`,r(
"tr",null,r("th",{scope:"row"},r("a",{href:y(e,"find",[],{layer:i,[o]:m})},m==="-"?c("none"):m)),r("td",null,u),r("td",{class:"bars"},g))})))},s=(i,o)=>r("div",
null,r("dt",null,i),r("dd",null,o));return r("div",{class:"page wide"},r("h1",null,c("figures")),r("dl",{class:"totals"},s(c("articles"),e.articles.size),s(c("r\
esults"),e.beads.length),L.map(i=>s(i,[...e.spans.values()].filter(o=>o.layer===i).length)),s(c("facts"),e.facts.size),s(c("entities"),e.entities.size)),r("p",null,
c("figuresHelp")),r("div",{class:"plots"},Kn.map(t)))}function Ct(n){let{model:e}=n,{about:t}=e,s=[["BibTeX",Lt(t)],["RIS",At(t)],["CSL-JSON",Et(t)]],i=r("pre",
{tabindex:0,class:"citation"}),o=s[0][1],l=s.map(([m,u])=>r("button",{type:"button","aria-pressed":String(u===o),onclick:g=>{o=u,S(i,u);for(let h of l)h.setAttribute(
"aria-pressed",String(h===g.currentTarget))}},m));S(i,o);let a=/^https:\/\/huggingface\.co\/datasets\/([^/]+\/[^/]+)/u.exec(t.url??"")?.[1],f=["from datasets im\
port load_dataset",`sentences = load_dataset("${a??(t.kind==="corpus"?`dist/${t.name}-${t.version}`:`${t.name}-${t.version}`)}", "sentences"${a?`, revision="v${t.
version}"`:""})`].join(`
`),p=fe(e,{layer:"amounts",kind:"money"});return r("div",{class:"page"},r("h1",null,r("bdi",null,t.title)),r("p",null,`${t.name} ${t.version}${t.kind==="corpus"?
" (corpus)":""} · ${t.licence??""} · ${t.date??""}`),t.digest&&r("p",null,"SHA-256 ",r("code",{class:"digest"},t.digest)),r("section",null,r("h2",null,c("cita\
tion")),r("p",{class:"buttons"},l),i,n.copyButton(c("copy"),()=>o)),r("section",null,r("h2",null,c("load")),r("pre",{tabindex:0},f),n.copyButton(c("copy"),()=>f),
r("pre",{tabindex:0},p),n.copyButton(c("copy"),()=>p)),r("section",null,r("h2",null,c("thisPage")),r("p",null,c("pageIs")),r("p",null,c("keys")),r("p",null,`vis\
avis ${t.visavis}`)),t.changelog&&r("section",null,r("h2",null,c("changes")),r("pre",{tabindex:0,class:"changes"},t.changelog)),r("section",null,r("h2",null,c("\
rules")),Object.entries(e.rules).map(([m,u])=>r("details",{id:`rule-${m}`},r("summary",null,`${m} ${u.title}`),r("p",null,u.text)))))}var Qn=n=>n/2**32|0,Yn=n=>n>>>0;function Nt(n,e,t,s){let i=Qn(t),o=Yn(t);n.setUint32(e,s?o:i,s),n.setUint32(e+4,s?i:o,s)}function _t(n){return n instanceof Uint8Array||ArrayBuffer.isView(n)&&n.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in n&&n.BYTES_PER_ELEMENT===1}var _e=n=>n?
`"${n}" `:"";function Jn(n,e=""){if(typeof n!="number")throw new TypeError(_e(e)+"expected number, got "+typeof n);if(!Number.isSafeInteger(n)||n<0)throw new RangeError(
_e(e)+"expected integer >= 0, got "+n);return n}function pe(n,e,t=""){if(_t(n)&&(e===void 0||n.length===e))return n;e!==void 0&&Jn(e,"length");let s=_t(n),i=e!==void 0?` of length ${e}`:"",o=s?`length=${n.length}`:
`type=${typeof n}`,l=_e(t)+"expected Uint8Array"+i+", got "+o;throw s?new RangeError(l):new TypeError(l)}var Xn=(n,e)=>{if(n===null||typeof n!="object"||Array.isArray(n))throw new TypeError((e==="object"?"":`"${e}" `)+"expected object, got type="+typeof n)},jt=(n,e)=>{
Xn(n,e);let t=Object.getPrototypeOf(n);if(t!==Object.prototype&&t!==null)throw new TypeError(`"${e}" expected plain object`);if(Object.hasOwn(n,"__proto__"))throw new TypeError(
`"${e}.__proto__" is not allowed`)};function je(n,e=!0){if(n.destroyed)throw new Error("hash was destroyed");if(e&&n.finished)throw new Error("digest() was alre\
ady called")}function Ft(n,e){pe(n,void 0,"output");let t=e.outputLen;if(!(n.length>=t))throw new RangeError('"output" expected length >= '+t)}function Fe(...n){for(let e=0;e<n.length;e++)n[e].fill(0)}function ge(n){return new DataView(n.buffer,n.byteOffset,n.byteLength)}function k(n,e){return n<<32-e|
n>>>e}var qn=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",Zn=Array.from({length:256},(n,e)=>e.toString(16).padStart(2,"0"));function Dt(n){
if(pe(n),qn)return n.toHex();let e="";for(let t=0;t<n.length;t++)e+=Zn[n[t]];return e}function es(n,e,t="opts"){return jt(n,"defaults"),e!==void 0&&jt(e,t),Object.assign(Object.create(null),n,e)}function Ut(n,e={}){if(typeof n!="function")throw new TypeError(
'"hashCons" expected function, got type='+typeof n);e=es({},e,"info");let t=(i,o)=>n(o).update(i).digest(),s=n(void 0);return t.outputLen=s.outputLen,t.blockLen=
s.blockLen,t.canXOF=s.canXOF,t.create=i=>n(i),Object.assign(t,e),Object.freeze(t)}var It=n=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,n])});function Pt(n,e,t){return n&e^~n&t}function Vt(n,e,t){return n&e^n&t^e&t}var he=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,t,s,i){
this.blockLen=e,this.outputLen=t,this.padOffset=s,this.isLE=i,this.buffer=new Uint8Array(e),this.view=ge(this.buffer)}update(e){je(this),pe(e);let{view:t,buffer:s,
blockLen:i}=this,o=e.length,l=!1;for(let a=0;a<o;){let d=Math.min(i-this.pos,o-a);if(d===i){let f=ge(e);for(;i<=o-a;a+=i)this.process(f,a);l=!0;continue}s.set(a===
0&&d===o?e:e.subarray(a,a+d),this.pos),this.pos+=d,a+=d,this.pos===i&&(this.process(t,0),this.pos=0,l=!0)}return this.length+=e.length,l&&this.roundClean(),this}digestInto(e){
je(this),Ft(e,this),this.finished=!0;let{buffer:t,view:s,blockLen:i,isLE:o}=this,{pos:l}=this;t[l++]=128,t.fill(0,l),this.padOffset>i-l&&(this.process(s,0),t.fill(
0)),Nt(s,i-8,this.length*8,o),this.process(s,0),this.roundClean();let a=e===t?s:ge(e),d=this.outputLen,f=d/4,p=this.get();if(d%4||f>p.length)throw new Error("in\
valid outputLen");for(let m=0;m<f;m++)a.setUint32(4*m,p[m],o)}digest(){let{buffer:e,outputLen:t}=this;this.digestInto(e);let s=e.slice(0,t);return this.destroy(),
s}_cloneIntoMeta(e){let{buffer:t,length:s,finished:i,destroyed:o,pos:l}=this;return e.destroyed=o,e.finished=i,e.length=s,e.pos=l,l&&e.buffer.set(t),e}clone(){return this.
_cloneInto()}},Wt=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var ts=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,
2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,
3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,
3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,
2361852424,2428436474,2756734187,3204031479,3329325298]),j=new Uint32Array(64),De=class extends he{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,t){super(64,e,8,
!1),this.A=t[0]|0,this.B=t[1]|0,this.C=t[2]|0,this.D=t[3]|0,this.E=t[4]|0,this.F=t[5]|0,this.G=t[6]|0,this.H=t[7]|0}get(){let{A:e,B:t,C:s,D:i,E:o,F:l,G:a,H:d}=this;
return[e,t,s,i,o,l,a,d]}set(e,t,s,i,o,l,a,d){this.A=e|0,this.B=t|0,this.C=s|0,this.D=i|0,this.E=o|0,this.F=l|0,this.G=a|0,this.H=d|0}_cloneInto(e){return(e||=new this.
constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,t){for(let m=0;m<16;m++,t+=4)j[m]=e.getUint32(t,!1);for(let m=16;m<64;m++){let u=j[m-15],g=j[m-
2],h=k(u,7)^k(u,18)^u>>>3,x=k(g,17)^k(g,19)^g>>>10;j[m]=x+j[m-7]+h+j[m-16]|0}let{A:s,B:i,C:o,D:l,E:a,F:d,G:f,H:p}=this;for(let m=0;m<64;m++){let u=k(a,6)^k(a,11)^
k(a,25),g=p+u+Pt(a,d,f)+ts[m]+j[m]|0,x=(k(s,2)^k(s,13)^k(s,22))+Vt(s,i,o)|0;p=f,f=d,d=a,a=l+g|0,l=o,o=i,i=s,s=g+x|0}s=s+this.A|0,i=i+this.B|0,o=o+this.C|0,l=l+this.
D|0,a=a+this.E|0,d=d+this.F|0,f=f+this.G|0,p=p+this.H|0,this.set(s,i,o,l,a,d,f,p)}roundClean(){Fe(j)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),Fe(this.
buffer)}},Ue=class extends De{constructor(){super(32,Wt)}};var Gt=Ut(()=>new Ue,It(1));var zt=()=>{};function Kt(n){zt=n}function Qt(n,e){let t=r("input",{type:"file",multiple:!0,id:"own-text",onchange:()=>{Yt(n,[...t.files??[]])}}),s=v.filter(i=>e.
sha256[i]&&!e.texts[i]).map(i=>r("code",null,`${i} ${e.sha256[i]}`));return r("div",{class:"drop"},r("p",null,c("notHere")),r("p",null,c("drop")),r("p",null,r("\
label",{for:"own-text"},`${c("choose")} `),t),r("p",{class:"hashes"},s))}async function Yt(n,e){let t=[];for(let s of e){let i=new Uint8Array(await s.arrayBuffer()),
o=Dt(Gt(i)),l=[...n.model.articles.values()].flatMap(a=>v.filter(d=>a.sha256[d]===o).map(d=>({article:a,lang:d})));if(!l.length){t.push(`${s.name} ${c("refused")}\
 ${o}`);continue}try{let a=new P(new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}).decode(i));for(let{article:d,lang:f}of l)d.texts[f]=a,t.push(`${s.name}: ${d.id}\
 ${f} ${c("accepted")}`)}catch{t.push(`${s.name} ${c("decoded")}`)}}at(),zt(t)}function Jt(n){addEventListener("dragover",e=>{e.dataTransfer?.types.includes("Fi\
les")&&(e.preventDefault(),document.body.classList.add("dragging"))}),addEventListener("dragleave",()=>document.body.classList.remove("dragging")),addEventListener(
"drop",e=>{e.preventDefault(),document.body.classList.remove("dragging"),Yt(n,[...e.dataTransfer?.files??[]])})}function qt(n,e,t,s){let i=qe(n.model,e,n.layers).filter(d=>!s||ns(d,s)),o=t.getBoundingClientRect(),l=[],a=i.flatMap(d=>os(t,d,o,l));return a.length?A("svg",{class:"\
arcs","aria-hidden":"true",width:o.width,height:o.height},a):null}function ns(n,e){let t=s=>"key"in s&&ss(s,e);return t(n.from)||n.span!==void 0&&t(n.span)}function ss(n,e){
return n.key===e.key||n.layer===e.layer&&n.id===e.id&&n.lang===G(e.lang)}var rs=[.5,.65,.35,.8,.2];function is(n,e,t,s){let[i,o,l,a]=n,d=t.length*6+8,f=rs.map(u=>{
let[g,h,x,$]=[(1-u)**3,3*u*(1-u)**2,3*u**2*(1-u),u**3];return{x:(g+h)*i+(x+$)*l,y:g*o+(h+x)*e+$*a-2,width:d}}),p=u=>s.some(g=>Math.abs(u.x-g.x)<(u.width+g.width)/
2&&Math.abs(u.y-g.y)<11),m=f.find(u=>!p(u))??f[0];return s.push(m),m}function os(n,e,t,s){let i=Xt(n,e.lang,e.from),o=Xt(n,e.lang,e.to);if(!i||!o)return[];let l=i.
left+i.width/2-t.left,a=o.left+o.width/2-t.left,d=i.top-t.top+2,f=o.top-t.top+2,p=Math.min(26,8+Math.abs(a-l)/12),m=Math.min(d,f)-p,u=`M${l},${d} C${l},${m} ${a}\
,${m} ${a},${f}`,g=is([l,d,a,f],m,e.name,s);return[A("path",{d:u,class:`arc ${e.layer}`}),A("path",{d:`M${a-3},${f-5} L${a},${f} L${a+3},${f-5}`,class:`arc ${e.
layer}`}),A("text",{x:g.x,y:g.y,class:"arc-name"},e.name)]}function Xt(n,e,t){let s=n.querySelector(`.text[data-lang=${e}]`);if(!s)return null;let i=t.start-Number(
s.dataset.start),o=document.createTreeWalker(s,NodeFilter.SHOW_TEXT),l=0;for(let a=o.nextNode();a;a=o.nextNode()){let d=Array.from(a.data).length;if(i>=l&&i<l+d){
let f=document.createRange();return f.setStart(a,xe(a.data,i-l)),f.setEnd(a,xe(a.data,Math.min(d,i-l+t.end-t.start))),f.getClientRects()[0]??null}l+=d}return null}function Ie(n){let e=[],t=[...n].sort((s,i)=>s.end-s.start-(i.end-i.start)||s.start-i.start);for(let s of t){let i=new Set(e.filter(([l])=>l.start<s.end&&s.start<
l.end).map(([,l])=>l)),o=0;for(;i.has(o);)o+=1;e.push([s,o])}return new Map(e)}function Zt(n,e,t){let s=t.filter(l=>l.start<e&&n<l.end&&l.start<l.end),i=new Set(
[n,e]);for(let l of s)i.add(Math.max(n,l.start)),i.add(Math.min(e,l.end));let o=[...i].sort((l,a)=>l-a);return o.slice(0,-1).map((l,a)=>{let d=o[a+1];return{start:l,
end:d,spans:s.filter(f=>f.start<=l&&d<=f.end)}})}var Pe=5;function Ve(n,e){let{model:t}=n,s=e.parts[0],i=s?t.articles.get(s):t.articles.values().next().value;n.pieces.clear();let o=m=>r("p",{class:"notice",role:"\
alert"},`${c("missing")} ${m}`);if(!i)return r("div",{class:"reading"},en(n,null),o(s??"–"));let l=i.beads.find(m=>m.id===e.parts[1]),a=e.parts[2]?t.spans.get(
`${i.id}/${e.parts[2]}`):void 0,d=i.beads.map(m=>tn(n,m)),f=[...e.parts[1]&&e.parts[1]!=="-"&&!l?[e.parts[1]]:[],...e.parts[2]&&!a?[e.parts[2]]:[]],p=r("div",{class:"\
reading"},en(n,i),r("article",{class:"text-pair","data-article":i.id},f.map(o),ls(n,i),as(n,m=>S(m,...i.beads.map(u=>tn(n,u)))),v.some(m=>i.sha256[m]&&!i.texts[m])&&
Qt(n,i),r("div",{class:"beads"},d),cs(n,i)));return queueMicrotask(()=>{a?n.select(a,l??null):l?n.select(null,l):n.select(null,null);let m=l??i.beads.find(u=>u.
id===a?.bead);if(m){let u=document.getElementById(`bead-${m.id}`);u?.scrollIntoView({block:"center"}),u?.focus({preventScroll:!0})}}),p}function en(n,e){let t=[
...n.model.articles.values()].map(l=>{let a=l.title??l.id,d=v.some(f=>l.sha256[f]&&!l.texts[f]);return r("li",{"data-words":`${l.id} ${a}`.toLowerCase()},r("a",
{href:y(n.model,"read",[l.id]),"aria-current":l===e?"page":null},r("bdi",null,a),r("small",null,l.id,d&&" · ∅")))}),s=r("ul",null,t),i=r("input",{type:"searc\
h",placeholder:c("filter"),"aria-label":c("filter"),oninput:()=>{for(let l of t)l.hidden=!l.dataset.words?.includes(i.value.toLowerCase())}}),o=matchMedia("(min\
-width: 85rem)").matches;return r("nav",{class:"articles","aria-label":c("articles")},r("details",{open:o},r("summary",null,`${c("articles")} (${t.length})`),i,
s))}function ls(n,e){let{fields:t}=e,s=[e.date,t.genre,t.story,t.publisher,`fr ${t.rights_fr??"–"}`,`en ${t.rights_en??"–"}`,t.translation&&`en: ${t.translation}`].
filter(Boolean);return r("header",null,r("h1",null,r("bdi",null,e.title??e.id)),r("p",{class:"meta"},s.join(" · ")),r("p",null,n.linkButton(y(n.model,"read",[e.
id]))))}function as(n,e){let t=()=>{let i=document.querySelector(".beads");n.pieces.clear(),i&&e(i),n.select(n.selected,n.bead)},s=(i,o,l,a="")=>{let d=r("input",
{type:"checkbox",onchange:()=>{l(d.checked),t()}});return d.checked=o,r("label",{class:"switch"},d,a&&r("i",{class:`swatch ${a}`,"aria-hidden":"true"}),i)};return r(
"fieldset",{class:"controls"},r("legend",null,c("layers")),L.map(i=>s(i,n.layers.has(i),o=>{o?n.layers.add(i):n.layers.delete(i)},i)),s(c("arcs"),n.arcs,i=>{n.arcs=
i}),s(c("force"),n.force,i=>{n.force=i}))}function cs(n,e){let t=[...n.model.articles.values()],s=t.indexOf(e),i=(o,l)=>{let a=t[o];return a&&r("a",{href:y(n.model,
"read",[a.id])},`${c(l)}: `,r("bdi",null,a.title??a.id))};return r("nav",{class:"neighbours","aria-label":c("next")},i(s-1,"previous"),i(s+1,"next"))}function tn(n,e){
let t=e.spans.fr.length+e.spans.en.length;return r("div",{class:`bead ${e.region??""}`,id:`bead-${e.id}`,role:"group",tabindex:0,"aria-label":`${c("sentence")} ${e.
id}`,"data-bead":e.id},r("div",{class:"gutter"},r("a",{href:y(n.model,"read",[e.article.id,e.id]),class:"number"},e.id),e.type!=="1-1"&&r("span",{class:"type",title:e.
type},e.type),r("button",{type:"button",class:"count","aria-label":`${c("annotationsOf")} ${e.id}: ${t}`,onclick:()=>n.select(null,e)},t)),v.map(i=>ds(n,e,i)),n.
force&&v.map(i=>r("div",{class:`force ${i}`,lang:n.lang},Ee(n,e,i))))}function ds(n,e,t){let s=W(e,t);if(!s)return r("div",{class:`side gap ${t}`,lang:n.lang},r(
"span",null,c(t==="fr"?"noFrench":"noEnglish")));let i=e.spans[t].filter(h=>n.layers.has(h.layer)),o=e.article.texts[t];if(!o)return r("div",{class:`side closed\
 ${t}`},gs(n,e,t,i));let l=s.start+Array.from(n.model.side(e,t)??"").length,a=Ie(i),d=h=>Math.max(0,...[...h.values()].map(x=>x+1)),f=Ie(e.spans[G(t)].filter(h=>n.
layers.has(h.layer))),p=d(a),m=Math.max(2,p,d(f)),u=Zt(s.start,l,i).map(h=>{let x=r("span",{class:h.spans.length?"piece":null},o.slice(h.start,h.end));h.spans.length&&
us(x,h,a,p);for(let $ of h.spans){let b=n.pieces.get($.key);b?b.push(x):n.pieces.set($.key,[x])}return h.spans.length&&ps(n,x,e,h.spans),x}),g=r("p",{class:"tex\
t",lang:t,dir:"auto","data-start":s.start,"data-lang":t},u);return g.style.lineHeight=`calc(1.28em + ${m*Pe}px)`,r("div",{class:`side ${t}`},g)}function us(n,e,t,s){
let i=e.spans.map(o=>({image:ms[o.layer],size:`${o.end===e.end?"calc(100% - 2px)":"100%"} 3px`,position:`0 calc(100% - ${(s-1-t.get(o))*Pe}px)`}));n.style.backgroundImage=
i.map(o=>o.image).join(", "),n.style.backgroundSize=i.map(o=>o.size).join(", "),n.style.backgroundPosition=i.map(o=>o.position).join(", "),n.style.paddingBottom=
`${s*Pe}px`}var fs=n=>`linear-gradient(var(--${n}), var(--${n}))`,te=(n,e,t)=>`repeating-linear-gradient(90deg, var(--${n}) 0 ${e}px, transparent ${e}px ${e+t}p\
x)`,ms={mentions:fs("mentions"),amounts:te("amounts",8,2),attributions:te("attributions",3,2),conditionals:te("conditionals",1,2),stances:te("stances",12,4),flaws:te(
"flaws",2,5)};function ps(n,e,t,s){let i=s.reduce((o,l)=>l.end-l.start<o.end-o.start?l:o);e.title=s.map(o=>`${o.layer}: ${w(o)}`).join(`
`),e.addEventListener("pointerenter",o=>{o.pointerType==="mouse"&&n.hover(i)}),e.addEventListener("pointerleave",o=>{o.pointerType==="mouse"&&n.hover(null)}),e.
addEventListener("click",()=>{if(!getSelection()?.isCollapsed)return;let o=n.selected?s.indexOf(n.selected):-1;n.select(o<0?i:s[(o+1)%s.length],t)})}function gs(n,e,t,s){
let i=W(e,t);return r("p",{class:"chips"},r("span",{class:"place"},`${t} ${i.start}–${i.end} `),s.map(o=>{let l=r("button",{type:"button",class:`chip ${o.layer}`,
onclick:()=>n.select(o,e)},`${w(o)} ${o.start}–${o.end}`);return n.pieces.set(o.key,[l]),l}))}function hs(n,e){return v.flatMap(t=>e.spans[t].filter(s=>n.layers.
has(s.layer)).sort((s,i)=>s.start-i.start||i.end-s.end))}function nn(n,e){let t=[...document.querySelectorAll(".bead")];if(!t.length)return!1;let s=document.activeElement?.
closest(".bead")??null,i=s?t.indexOf(s):-1,o=n.model.articles.get(document.querySelector(".text-pair")?.dataset.article??""),l=m=>o?.beads.find(u=>u.id===t[m]?.
dataset.bead),a=["j","ArrowDown"].includes(e),d=["k","ArrowUp"].includes(e);if(a||d){if(i<0&&e.startsWith("Arrow"))return!1;let m=Math.max(0,Math.min(t.length-1,
i+(a?1:-1)));return t[m].focus(),t[m].scrollIntoView({block:"nearest"}),n.select(null,l(m)??null),!0}let f=i<0?void 0:l(i);if(!f)return!1;let p=hs(n,f);if(["Arr\
owRight","ArrowLeft"].includes(e)&&p.length){let m=n.selected?p.indexOf(n.selected):-1,u=e==="ArrowRight"?m+1:m<0?p.length-1:m-1;return n.select(p[(u+p.length)%
p.length],f),!0}if(e==="o"){let m=n.selected&&n.model.span(n.selected.article,n.selected.layer,n.selected.id,G(n.selected.lang));return m&&n.select(m,f),!!m}return!1}
function We(n,e,t){for(let o of document.querySelectorAll(".arcs"))o.remove();let s=t??(e&&n.model.articles.get(e.article)?.beads.find(o=>o.id===e.bead)),i=s&&document.
getElementById(`bead-${s.id}`);if(n.arcs&&s&&i){let o=qt(n,s,i,e);o&&i.append(o)}}function rn(n,e){document.addEventListener("selectionchange",()=>{let t=bs();if(e.hidden=!t,!t)return;let s=`${t.article} ${t.lang} ${t.start}–${t.end}`,i=`${t.
article}	${t.lang}	${t.start}	${t.end}`;S(e,r("output",null,`${s} (${t.end-t.start} ${c("selection")})`),n.copyButton(c("copyOffsets"),()=>i))})}function bs(){let n=getSelection();
if(!n||n.isCollapsed||!n.rangeCount)return null;let e=n.getRangeAt(0),t=sn(e.startContainer,e.startOffset),s=sn(e.endContainer,e.endOffset);return!t||!s||t.lang!==
s.lang||t.at>=s.at?null:{article:t.article,lang:t.lang,start:t.at,end:s.at}}function sn(n,e){let s=(n instanceof Element?n:n.parentElement)?.closest(".text[data\
-start]"),i=s?.closest("[data-article]")?.dataset.article;if(!s||!i)return null;let o=document.createRange();o.setStart(s,0),o.setEnd(n,e);let l=Number(s.dataset.
start)+Ge(o.toString());return{article:i,lang:s.dataset.lang??"",at:l}}var xs={read:Ve,find:Ht,facts:bt,fact:xt,entities:ut,entity:ft,matrix:pt,disagreements:Ot,figures:Bt,about:Ct},ys=["read","find","facts","entities","matrix","di\
sagreements","figures","about"],$s={fact:"facts",entity:"entities"};function vs(){let n=JSON.parse(document.getElementById("data")?.textContent??"{}"),e=r("p",{
class:"unseen","aria-live":"polite",id:"live"}),t=new le(new se(n),e);Ae(on("language")??(navigator.language.startsWith("fr")?"fr":"en"));let s=on("theme");s&&(document.
documentElement.style.colorScheme=s);let i=r("header",{class:"top"}),o=r("main",{id:"content",tabindex:-1}),l=r("aside",{class:"panel"}),a=r("div",{class:"offse\
ts",hidden:!0});document.body.append(i,o,l,a,e);let d=matchMedia("(min-width: 60rem)");t.onSelect=(u,g,h)=>{if(!h&&!d.matches)return;let x=u?tt(t,u):g?st(t,g):null;
if(l.hidden=!x&&!d.matches,document.body.classList.toggle("with-panel",!!x),x){let $=r("button",{type:"button",class:"close","aria-label":c("close"),onclick:()=>t.
select(null,null)},"×");S(l,$,x)}else S(l,r("p",{class:"empty"},c("empty")),r("p",{class:"help"},c("keys")));h&&We(t,u,g)};let f=()=>{let u=we(location.hash);document.
documentElement.lang=D(),document.title=`${t.model.about.title} ${t.model.about.version}`,l.setAttribute("aria-label",c("details")),ws(t,i,u,f),t.selected=null,
t.bead=null,l.hidden=!0,S(l),document.body.classList.remove("with-panel");let h=u.version&&u.version!==t.model.about.version&&r("p",{class:"notice",role:"status"},
c("otherVersion",u.version,t.model.about.version));S(o,h,(xs[u.view]??Ve)(t,u)),document.body.dataset.view=u.view},p="",m=!1;addEventListener("hashchange",()=>{
f();let{view:u,parts:g}=we(location.hash),h=`${u}/${g[0]??""}`;h!==p&&g.length<2&&scrollTo(0,0),p=h,m&&o.querySelector("form.ask input")?.focus(),m=!1}),Kt(u=>{
f();let g=r("div",{class:"notice",role:"status"},u.map(h=>r("p",null,r("bdi",null,h))));o.prepend(g)}),addEventListener("resize",()=>We(t,t.selected,t.bead)),addEventListener(
"keydown",u=>{let g=u.target,h=g.matches("input, select, textarea");if(!(u.ctrlKey||u.metaKey||u.altKey)){if(u.key==="Escape"){t.select(null,null);return}if(!h)
if(u.key==="/")u.preventDefault(),m=!o.querySelector("form.ask"),m?location.hash=y(t.model,"find"):o.querySelector("form.ask input")?.focus();else if(u.key==="E\
nter"&&g.classList.contains("bead")){if(!t.selected&&!t.bead){let x=t.model.articles.get(o.querySelector(".text-pair")?.dataset.article??"");t.select(null,x?.beads.
find($=>$.id===g.dataset.bead)??null)}l.querySelector("a, button:not(.close)")?.focus()}else nn(t,u.key)&&u.preventDefault()}}),rn(t,a),Jt(t),f(),Object.assign(
window,{visavis:{model:t.model,ask:u=>Q(t.model,u).map(({bead:g})=>`${g.article.id}:${g.id}`)}})}function ws(n,e,t,s){let{about:i}=n.model,o=$s[t.view]??t.view,
l=ys.map(a=>r("li",null,r("a",{href:y(n.model,a),"aria-current":a===o?"page":null},c(a))));S(e,r("a",{href:"#content",class:"skip",onclick:a=>{a.preventDefault(),
document.getElementById("content")?.focus()}},c("skip")),r("p",{class:"name"},r("a",{href:y(n.model,"about")},r("bdi",null,i.name)),r("small",null,` ${i.version}`)),
r("nav",{"aria-label":c("views"),class:"views"},r("ul",null,l)),r("p",{class:"tools"},r("button",{type:"button",class:"quiet",id:"language",lang:D()==="fr"?"en":
"fr",onclick:()=>{Ae(D()==="fr"?"en":"fr"),ln("language",D()),s()}},c("language")),r("button",{type:"button",class:"quiet",id:"theme",title:c("theme"),"aria-lab\
el":c("theme"),onclick:()=>{let a=getComputedStyle(document.documentElement).getPropertyValue("color-scheme")==="dark"||document.documentElement.style.colorScheme!==
"light"&&matchMedia("(prefers-color-scheme: dark)").matches;document.documentElement.style.colorScheme=a?"light":"dark",ln("theme",a?"light":"dark")}},"◐")))}
function on(n){try{return localStorage.getItem(`visavis-${n}`)}catch{return null}}function ln(n,e){try{localStorage.setItem(`visavis-${n}`,e)}catch{}}vs();})();
