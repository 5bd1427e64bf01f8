"use strict";(()=>{var I=class{value;length;units;constructor(e){this.value=e;let n=Array.from(e);if(this.length=n.length,n.length===e.length){this.units=null;return}this.units=new Int32Array(
n.length+1);let s=0;n.forEach((i,o)=>{this.units[o]=s,s+=i.length}),this.units[n.length]=s}slice(e,n){return this.value.slice(this.unit(e),this.unit(n))}unit(e){
let n=Math.max(0,Math.min(e,this.length));return this.units?this.units[n]:n}};function We(t){let e=0;for(let n of t)e+=1;return e}function ye(t,e){let n=0;for(let s of t){
if(e--<=0)break;n+=s.length}return n}function Q(t){return t.normalize("NFD").replace(/\p{M}/gu,"").toLowerCase().replaceAll("’","'")}function Ge(t){let e=[],n="",
s=0;for(let i of t){let o=Q(i);n+=o;for(let l=0;l<o.length;l+=1)e.push(s);s+=1}return{text:n,origin:e}}var v=["fr","en"],L=["mentions","amounts","attributions","conditionals","stances","flaws"],xe={mentions:"type",amounts:"kind",attributions:"quotation",conditionals:"\
use",stances:"attitude",flaws:"category"},ne=class{constructor(e){this.data=e;this.about=e.about,this.rules=e.rules;for(let n of P(e.tables.articles))this.addArticle(
n);for(let n of P(e.tables.beads))this.addBead(n);for(let n of L)for(let s of P(e.tables[n]))this.addSpan(n,s);for(let n of P(e.tables.kb)){let s=String(n.id),i={
fr:String(n.name_fr),en:String(n.name_en)};this.entities.set(s,{id:s,type:String(n.type),names:i,fields:n})}for(let n of P(e.tables.facts)){let s=n.members;this.
facts.set(String(n.id),{id:String(n.id),fields:n,members:s,verdict:String(n.verdict)})}this.rulings=P(e.tables.rulings);for(let n of this.rulings){let s=$e(n.article,
n.layer,n.lang,n);be(this.rulingsAt,s,n)}}data;about;rules;articles=new Map;beads=[];spans=new Map;facts=new Map;entities=new Map;rulings;mentionsOf=new Map;claimsOf=new Map;rulingsAt=new Map;addArticle(e){
let n=l=>typeof e[l]=="string"?new I(e[l]):null,{fr:s,en:i,...o}=e;this.articles.set(String(e.id),{id:String(e.id),fields:o,title:e.title===null?null:String(e.title),
date:String(e.published??e.collected??""),texts:{fr:n("fr"),en:n("en")},sha256:{fr:e.sha256_fr,en:e.sha256_en},beads:[],spans:[]})}addBead(e){let n=this.articles.
get(String(e.article));if(!n)return;let s={id:String(e.id),article:n,type:String(e.type),region:e.region,method:String(e.method),confidence:e.confidence,verified:e.
verified===!0,sides:{fr:Y(e.fr),en:Y(e.en)},spans:{fr:[],en:[]}};n.beads.push(s),this.beads.push(s)}addSpan(e,n){let{article:s,bead:i,id:o,lang:l,start:a,end:d,
...p}=n,f=this.articles.get(String(s));if(!f)return;let u={key:Ke(String(s),e,String(o),l),layer:e,id:String(o),lang:l,article:String(s),bead:i,start:a,end:d,fields:p};
this.spans.set(u.key,u),f.spans.push(u),f.beads.find(m=>m.id===u.bead)?.spans[u.lang].push(u),e==="mentions"&&p.entity&&be(this.mentionsOf,String(p.entity),u),e===
"amounts"&&p.fact&&be(this.claimsOf,String(p.fact),u)}span(e,n,s,i){return typeof s=="string"?this.spans.get(Ke(e,n,s,i)):void 0}counterpart(e){return this.span(
e.article,e.layer,e.id,J(e.lang))}surface(e){let n=this.articles.get(e.article)?.texts[e.lang];return n?n.slice(e.start,e.end):null}side(e,n){let s=V(e,n),i=e.article.
texts[n];return s&&i?i.slice(s.start,s.end).replace(/\s+$/u,""):null}entityOf(e,n){return this.span(e.article,"mentions",e.fields[n],e.lang)?.fields.entity??null}name(e,n){
return this.entities.get(String(e))?.names[n]??String(e)}sources(e){let n=(this.articles.get(e.article)?.spans??[]).filter(s=>s.layer==="attributions"&&s.lang===
e.lang).map(s=>({one:s,piece:cn(s,e)})).filter(s=>s.piece!==void 0);return n.sort((s,i)=>ze(s.piece)-ze(i.piece)),n.map(s=>s.one)}sourceName(e,n){let s=this.span(
e.article,"mentions",e.fields.source,e.lang);return s?s.fields.entity?this.name(s.fields.entity,n):this.surface(s)??s.id:String(e.fields.source??"ANON")}};function cn(t,e){
return Y(t.fields.content??[]).find(n=>n.start<=e.start&&e.end<=n.end)}function ze(t){return t.end-t.start}function Y(t){return(t??[]).map(([e,n])=>({start:e,end:n}))}
function V(t,e){let n=t.sides[e];return n.length?{start:n[0].start,end:n[n.length-1].end}:null}function J(t){return t==="fr"?"en":"fr"}function Ke(t,e,n,s){return`${t}\
/${e}:${n}:${s}`}function $e(t,e,n,s){return`${t}/${e}:${n}:${s.start}-${s.end}`}function w(t){return String(t.fields[xe[t.layer]]??t.layer)}function be(t,e,n){
let s=t.get(e);s?s.push(n):t.set(e,[n])}function P(t){return t?t.rows.map(e=>Object.fromEntries(t.columns.map((n,s)=>[n,e[s]??null]))):[]}function r(t,e,...n){let s=document.createElement(t);return Qe(s,e),se(s,n),s}var dn="http://www.w3.org/2000/svg";function A(t,e,...n){let s=document.createElementNS(
dn,t);return Qe(s,e),se(s,n),s}function Qe(t,e){for(let[n,s]of Object.entries(e??{}))typeof s=="function"?t.addEventListener(n.slice(2),s):s===!0?t.setAttribute(
n,""):s!==!1&&s!==null&&s!==void 0&&t.setAttribute(n,String(s))}function se(t,e){for(let n of e)Array.isArray(n)?se(t,n):n instanceof Node?t.append(n):n!=null&&
n!==!1&&t.append(String(n))}function S(t,...e){t.replaceChildren(),se(t,e)}async function Ye(t){try{await navigator.clipboard.writeText(t)}catch{let e=r("textar\
ea",{"aria-hidden":"true"});e.value=t,document.body.append(e),e.select(),document.execCommand("copy"),e.remove()}}function Je(t,e,n){let s=URL.createObjectURL(new Blob(
[n],{type:`${e};charset=utf-8`})),i=r("a",{href:s,download:t});document.body.append(i),i.click(),i.remove(),setTimeout(()=>URL.revokeObjectURL(s),1e3)}function ve(t){let[e="",n=""]=t.replace(/^#\/?/u,"").split("?",2),s=e.split("/").filter(Boolean).map(un),o=/^\d+\.\d+\.\d+/u.test(s[0]??"")?s.shift():null,l={};
for(let[a,d]of new URLSearchParams(n))d&&(l[a]=d);return{version:o,view:s.shift()??"read",parts:s,query:l}}function un(t){try{return decodeURIComponent(t)}catch{
return t}}function b(t,e,n=[],s={}){let i=Object.entries(s).filter(a=>!!a[1]),o=new URLSearchParams(i).toString();return`#/${[t.about.version,e,...n].map(encodeURIComponent).
join("/")}${o?`?${o}`:""}`}function F(t,e){let n=`${e.layer}:${e.id}:${e.lang}`;return b(t,"read",[e.article,e.bead??"-",n])}function re(t){return location.href.
split("#")[0]+t}function ie(t,e){let n=[],s=(a,d)=>{if(!d)return;let p="key"in d?{to:d,span:d}:{to:d};n.push({from:e,lang:e.lang,layer:e.layer,name:a,...p})},i=a=>t.span(e.article,
"mentions",e.fields[a],e.lang),o=a=>t.span(e.article,"attributions",e.fields[a],e.lang),l=a=>fn(e.fields[a]);switch(e.layer){case"stances":s("holder",i("holder")),
s("target",i("target")??l("target_span")),s("condition",l("condition")),s("attribution",o("attribution"));break;case"attributions":s("source",i("source"));for(let a of Y(
e.fields.content))s("content",a);s("parent",o("parent"));break;case"amounts":s("modifier",l("modifier"));for(let a of["payer","payee","about"])s(a,pn(t,e,a));break;case"\
mentions":s("parent",i("parent"));break;default:}return n}function fn(t){if(Array.isArray(t))return{start:Number(t[0]),end:Number(t[1])}}function pn(t,e,n){let s=e.
fields[n];return typeof s!="string"?void 0:t.articles.get(e.article)?.beads.find(o=>o.id===e.bead)?.spans[e.lang].filter(o=>o.layer==="mentions"&&o.fields.entity===
s).sort((o,l)=>Math.abs(o.start-e.start)-Math.abs(l.start-e.start))[0]}function qe(t,e,n){return v.flatMap(s=>e.spans[s]).filter(s=>n.has(s.layer)).flatMap(s=>ie(
t,s))}function Xe(t,e){let n=new Map,s=(o,l)=>{o&&!n.has(o.key)&&n.set(o.key,l)};s(e,"on");let i=t.counterpart(e);s(i,"pair");for(let o of[e,...i?[i]:[]])for(let l of ie(
t,o))s(l.span,"related");for(let o of we(t,e))s(o,"coref");for(let o of Se(t,e))s(o,"claim");return n}function we(t,e){return e.layer!=="mentions"||!e.fields.entity?
[]:(t.mentionsOf.get(String(e.fields.entity))??[]).filter(n=>n.article===e.article&&n.id!==e.id)}function Se(t,e){return e.layer!=="amounts"||!e.fields.fact?[]:
(t.claimsOf.get(String(e.fields.fact))??[]).filter(n=>n.article!==e.article||n.id!==e.id)}var mn={read:["Read","Lire"],find:["Concordance","Concordance"],facts:["Facts","Faits"],entities:["Entities","Entités"],matrix:["Stances","Positions"],disagreements:[
"Disagreements","Désaccords"],figures:["Figures","Chiffres"],about:["Cite and about","Citer, à propos"],skip:["Skip to the content","Aller au contenu"],views:[
"Views","Vues"],language:["Français","English"],theme:["Light or dark","Clair ou sombre"],articles:["Articles","Articles"],filter:["Filter the list","Filtrer l\
a liste"],layers:["Layers","Couches"],arcs:["Relations as arcs","Relations en arcs"],force:["Force of each sentence","Force de chaque phrase"],details:["Details",
"Détails"],close:["Close","Fermer"],empty:["Choose a span or a sentence to see what is said of it.","Choisissez un empan ou une phrase pour en voir l’annotatio\
n."],noFrench:["no French counterpart","sans équivalent français"],noEnglish:["no English counterpart","sans équivalent anglais"],notHere:["This text is not \
in the file: its rights do not allow it. Its annotations are shown by offset.","Ce texte n’est pas dans le fichier : ses droits ne le permettent pas. Ses annota\
tions sont données par position."],drop:["Drop your own file of the text here, or choose it. It is compared by SHA-256 in your browser, shown if it is the text\
, and sent nowhere.","Déposez ici votre fichier du texte, ou choisissez-le. Il est comparé par SHA-256 dans votre navigateur, affiché si c’est le texte, et n’es\
t envoyé nulle part."],choose:["Choose files","Choisir des fichiers"],accepted:["shown","affiché"],refused:["is not a text of this release: its SHA-256 is","n\
’est pas un texte de cette version : son SHA-256 est"],decoded:["is not UTF-8","n’est pas de l’UTF-8"],counterpart:["Counterpart","Équivalent"],noCounterpart:[
"No counterpart","Sans équivalent"],attributes:["Attributes","Attributs"],relations:["Relations","Relations"],coreferents:["Other mentions in this article","Au\
tres mentions dans l’article"],claims:["Other claims of the same fact","Autres affirmations du même fait"],rules:["Rules of the guidelines","Règles du guide"],
provenance:["Provenance","Provenance"],annotations:["annotations","annotations"],annotationsOf:["Annotations of sentence","Annotations de la phrase"],noAnnotation:[
"No annotation","Aucune annotation"],entityPage:["Entity","Entité"],factPage:["Fact","Fait"],link:["Copy the link","Copier le lien"],copied:["Copied","Copié"],
report:["Report an error","Signaler une erreur"],reportText:["Copy this text and send it to the maintainers.","Copiez ce texte et envoyez-le aux responsables."],
copy:["Copy","Copier"],french:["French","Français"],english:["English","Anglais"],frenchWords:["French words","Mots français"],englishWords:["English words","\
Mots anglais"],wordsHelp:['All words must occur, without regard to accents and case. "a phrase", begin*, -without.','Tous les mots doivent figurer, sans égard a\
ux accents ni à la casse. "une suite", début*, -sans.'],layer:["Layer","Couche"],any:["any","indifférent"],none:["(none)","(aucun)"],from:["Value from","Vale\
ur de"],to:["to","à"],valueHelp:["13e9, 13 billion, 13,5 milliards","13e9, 13 billion, 13,5 milliards"],entity:["Entity","Entité"],side:["Side of the span","C\
ôté de l’empan"],more:["More filters","Plus de filtres"],ask:["Find","Chercher"],reset:["Clear","Effacer"],sort:["Sort by","Trier par"],sort_order:["corpus \
order","ordre du corpus"],sort_fr:["French words from the match","mots français dès l’occurrence"],sort_en:["English words from the match","mots anglais dès\
 l’occurrence"],sort_label:["label","étiquette"],sort_value:["value","valeur"],sort_date:["date","date"],count:["Count by","Compter par"],results:["sentence \
pairs","paires de phrases"],nextRows:["Show more","Afficher la suite"],snippet:["The same rows in Python","Les mêmes lignes en Python"],presets:["Questions to \
begin with","Questions pour commencer"],presetHedge:["hearsay lost in English","ouï-dire perdu en anglais"],presetSums:["13 to 14 billion USD","13 à 14 milliar\
ds USD"],presetBounds:["“up to”: upper bounds of money","« jusqu’à » : plafonds d’argent"],presetDesire:["what OpenAI wants","ce que veut OpenAI"],presetAccuse:[
"accusations","accusations"],presetOmitted:["mentions omitted in translation","mentions omises à la traduction"],sentence:["Sentence","Phrase"],span:["Span","E\
mpan"],verdict:["Verdict","Verdict"],claim:["Claim","Affirmation"],claimsN:["claims","affirmations"],source:["Source","Source"],date:["Date","Date"],value:["Val\
ue","Valeur"],contradicts:["contradicts","contredit"],asserted:["the article itself","l’article lui-même"],anonymous:["anonymous source","source anonyme"],author:[
"the author","l’auteur"],numberLine:["The claims on a number line","Les affirmations sur une droite"],noValue:["no value","sans valeur"],held:["Stances held",
"Positions tenues"],received:["Stances received","Positions reçues"],paid:["Sums paid","Sommes versées"],got:["Sums received","Sommes reçues"],concerned:["Am\
ounts about it","Montants à son sujet"],mentions:["Mentions","Mentions"],names:["Names","Noms"],holder:["Holder","Tenant"],target:["Target","Cible"],attitude:[
"Attitude","Attitude"],matrixHelp:["Rows hold the stance, columns are what it is taken to. A cell counts positive (+), negative (−) and neutral (·) stances; cho\
ose one to read them.","Les lignes tiennent la position, les colonnes en sont la cible. Une case compte les positions positives (+), négatives (−) et neutres (·\
) ; choisissez-en une pour les lire."],shown:["rows and columns shown","lignes et colonnes affichées"],other:["not named","non nommé"],kept:["Kept","Retenu"],
differs:["Differs in","Diffère par"],rule:["Rule","Règle"],passes:["Passes","Passes"],onlyIn:["only in","seulement dans"],noRulings:["This page was made from \
a release; the passes of annotation and the rulings are in the corpus.","Cette page vient d’une version publiée ; les passes d’annotation et les décisions sont \
dans le corpus."],lowBeads:["Beads with the lowest confidence","Alignements les moins sûrs"],confidence:["Confidence","Confiance"],verified:["verified by a rea\
der","vérifié par un lecteur"],unverified:["not verified","non vérifié"],figuresHelp:["Each bar counts sentence pairs; choose one to read them.","Chaque bar\
re compte des paires de phrases ; choisissez-en une pour les lire."],citation:["Cite this version","Citer cette version"],load:["Load this version","Charger cet\
te version"],changes:["What changed","Ce qui a changé"],thisPage:["This page","Cette page"],pageIs:["One file, without a server: nothing is requested, stored o\
r sent.","Un seul fichier, sans serveur : rien n’est demandé, conservé ni envoyé."],keys:["Keys: j and k or ↓ and ↑ move from sentence to sentence, ← and →\
 from span to span, Enter opens the details, Escape closes them, / goes to the search.","Touches : j et k ou ↓ et ↑ vont de phrase en phrase, ← et → d’empan en \
empan, Entrée ouvre les détails, Échap les ferme, / mène à la recherche."],otherVersion:["This link was made for version {0}; this page is version {1}.","C\
e lien vise la version {0} ; cette page est la version {1}."],missing:["Nothing here has the id","Rien ici n’a l’identifiant"],selection:["code points","poi\
nts de code"],copyOffsets:["Copy the offsets","Copier les positions"],rights:["Rights","Droits"],version:["version","version"],previous:["Previous article","Art\
icle précédent"],next:["Next article","Article suivant"],asserts:["asserted","affirmé"],all:["all","toutes"]},X="en";function j(){return X}function Le(t){X=t}
function c(t,...e){let n=mn[t][X==="fr"?1:0];return e.reduce((s,i,o)=>s.replace(`{${o}}`,i),n)}function Ze(t){return new Intl.NumberFormat(X,{maximumFractionDigits:6}).
format(t)}var gn=[[1e12,"trillion","billions"],[1e9,"billion","milliards"],[1e6,"million","millions"]];function q(t,e){if(t==null)return"–";let n=Number(t),s=gn.
find(([o])=>Math.abs(n)>=o),i=s?`${Ze(n/s[0])} ${X==="fr"?s[2]:s[1]}`:Ze(n);return e?`${i} ${String(e)}`:i}var hn={eq:"=",approx:"≈",gt:">",ge:"≥",lt:"<",le:"\
≤",between:"",several:"n ×"};function k(t){let{value:e,value_max:n,unit:s,comparator:i}=t,o=hn[String(i)]??"";return e==null?`${o} ${s??""}`.trim()||c("noVal\
ue"):n!=null?`${q(e,null)} – ${q(n,s)}`:`${o==="="?"":o} ${q(e,s)}`.trim()}var oe=class{constructor(e,n){this.model=e;this.live=n}model;layers=new Set(L);arcs=!0;force=!1;pieces=new Map;selected=null;bead=null;onSelect=()=>{};live;get lang(){
return j()}say(e){S(this.live,e)}select(e,n){if(this.selected=e,this.bead=n,this.light(e),this.onSelect(e,n,!0),e){history.replaceState(null,"",F(this.model,e));
let s=this.model.counterpart(e),i=[this.model.surface(e)??e.id,e.layer,w(e)];s&&i.push(`${c("counterpart")}: ${this.model.surface(s)??s.id}`),this.say(i.join(",\
 "))}}hover(e){this.light(e??this.selected),this.onSelect(e??this.selected,this.bead,!1)}light(e){for(let n of this.pieces.values())for(let s of n)s.classList.remove(
"on","pair","coref","claim","related");if(e)for(let[n,s]of Xe(this.model,e))for(let i of this.pieces.get(n)??[])i.classList.add(s)}copyButton(e,n){let s=r("butt\
on",{type:"button",class:"quiet",onclick:async()=>{await Ye(n()),this.say(c("copied")),s.classList.add("done"),setTimeout(()=>s.classList.remove("done"),1200)}},
e);return s}linkButton(e){return this.copyButton(c("link"),()=>re(e))}};var yn=new Set(["fact","entity","holder","target","source","attribution","parent","target_span","content","modifier","condition"]);function B(t,...e){return r("\
section",null,r("h3",null,t),...e)}function T(t,e,n){let s=t.model.surface(e)??`${e.start}–${e.end}`;return r("a",{href:F(t.model,e),class:`ref ${e.layer}`},n&&
r("span",{class:"role"},`${n} `),r("q",{lang:e.lang,dir:"auto"},C(s)),r("small",null,` ${w(e)} ${e.lang}`))}function C(t,e=160){let n=Array.from(t);return n.length>
e?`${n.slice(0,e).join("")}…`:t}function et(t,e){let{model:n}=t,s=n.counterpart(e),i=Object.entries(e.fields).filter(([p,f])=>!yn.has(p)&&bn(f)),o=ie(n,e),l=we(
n,e),a=Se(n,e),d=n.surface(e);return r("div",{class:"details"},r("h2",null,r("i",{class:`swatch ${e.layer}`,"aria-hidden":"true"}),` ${w(e)} `,r("small",null,`${e.
layer} · ${e.id} · ${e.lang}`)),r("p",{class:"surface",lang:e.lang,dir:"auto"},d===null?`${e.start}–${e.end}`:C(d,400)),B(c("counterpart"),s?r("p",null,T(t,
s)):r("p",null,c("noCounterpart"),e.fields.omitted?`: ${e.fields.omitted}`:"")),B(c("attributes"),xn(t,e,i)),e.layer==="amounts"&&r("p",{class:"value"},k(e.fields)),
e.layer==="mentions"&&typeof e.fields.entity=="string"&&r("p",null,`${c("entityPage")}: `,r("a",{href:b(n,"entity",[e.fields.entity])},n.name(e.fields.entity,t.
lang))),typeof e.fields.fact=="string"&&r("p",null,`${c("factPage")}: `,r("a",{href:b(n,"fact",[e.fields.fact])},String(n.facts.get(e.fields.fact)?.fields.label??
e.fields.fact))),o.length>0&&B(c("relations"),r("ul",null,o.map(p=>r("li",null,p.span?T(t,p.span,p.name):[r("span",{class:"role"},`${p.name} `),r("q",{lang:p.lang,
dir:"auto"},C(n.surface({...p.to,article:e.article,lang:p.lang})??`${p.to.start}–${p.to.end}`))])))),e.fields.holder==="AUTHOR"&&r("p",null,`${c("holder")}: ${c(
"author")}`),a.length>0&&B(c("claims"),r("ul",null,a.slice(0,20).map(p=>r("li",null,T(t,p),` ${p.article}`)))),l.length>0&&B(`${c("coreferents")} (${l.length})`,
r("ul",null,l.slice(0,20).map(p=>r("li",null,T(t,p))))),$n(t,e),B(c("provenance"),vn(t,e)),W(t,F(n,e),`${e.article} ${e.bead??""} ${e.layer}:${e.id}:${e.lang} [${e.
start}, ${e.end})`))}function bn(t){return t!==null&&t!==!1&&!(Array.isArray(t)&&!t.length)}function xn(t,e,n){let s=t.model.data.meanings[e.layer]??{},i=new Set(
["payer","payee","about"]);return r("dl",null,[["offsets",`${e.start}–${e.end}`],...n].map(([o,l])=>[r("dt",{title:s[o]??""},o),r("dd",null,i.has(o)?r("a",{href:b(
t.model,"entity",[String(l)])},t.model.name(l,t.lang)):r("bdi",null,Array.isArray(l)?l.join(", "):String(l)))]))}function tt(t,e){return t.model.rulingsAt.get($e(
e.article,e.layer,e.lang,e))??[]}function $n(t,e){let n=tt(t,e).map(l=>l.rule).filter(l=>l!==null),s=[...new Set([...t.model.data.examples[e.key]??[],...n])].flatMap(
l=>l.split(/[,\s]+/u)).filter(l=>t.model.rules[l]),i=Object.entries(t.model.rules).filter(([l,a])=>a.layer===e.layer&&!s.includes(l));if(!s.length&&!i.length)return!1;
let o=(l,a)=>r("details",{open:a},r("summary",null,`${l} ${t.model.rules[l].title}`),r("p",null,t.model.rules[l].text));return B(c("rules"),s.map(l=>o(l,!0)),i.
length>0&&r("details",null,r("summary",null,`${e.layer} (${i.length})`),i.map(([l])=>o(l,!1))))}function vn(t,e){let n=tt(t,e),s=new Map(t.model.data.passes.map(
o=>[String(o.id),String(o.annotator)])),i=t.model.articles.get(e.article);return r("ul",null,n.map(o=>r("li",null,`${o.passes.map(l=>`${l} (${s.get(l)??"?"})`).
join(" / ")}: `,o.only?`${c("onlyIn")} ${o.passes[o.only==="first"?0:1]}`:`${c("differs")} ${o.differs.join(", ")}`,` → ${c("kept")}: ${o.kept??"–"}`,o.rule?
` (${o.rule})`:"",o.reason?` ${o.reason}`:"")),!n.length&&r("li",null,s.size?c("asserts")+": gold":c("noRulings")),r("li",null,`${t.model.about.name} ${t.model.
about.version}; fr ${i?.fields.origin??"?"}, en ${i?.fields.translation??"?"}`))}function W(t,e,n){let{about:s}=t.model,i=[`${s.name} ${s.version}${s.digest?` (${s.
digest})`:""}`,n,re(e),"",t.lang==="fr"?"Ce qui est faux, et ce qu’il faudrait :":"What is wrong, and what it should be:",""].join(`
`),o=r("textarea",{rows:7,"aria-label":c("report")});return o.value=i,r("div",{class:"actions"},t.linkButton(e),r("details",{class:"report"},r("summary",null,c(
"report")),r("p",null,c("reportText")),o,t.copyButton(c("copy"),()=>o.value)))}function nt(t,e){let n=`${e.article.id}:${e.id}`;return r("div",{class:"details"},
r("h2",null,`${c("sentence")} ${e.id} `,r("small",null,`${e.type} · ${e.region??""} · ${e.method} · ${e.verified?c("verified"):c("unverified")}${e.confidence===
null?"":` · ${e.confidence}`}`)),v.map(s=>B(c(s==="fr"?"french":"english"),r("p",null,`${c("force")}: `,Ae(t,e,s)),r("ul",null,e.spans[s].map(i=>r("li",null,T(
t,i,i.layer)))),!e.spans[s].length&&r("p",null,c("noAnnotation")))),W(t,b(t.model,"read",[e.article.id,e.id]),n))}function Ae(t,e,n){let{model:s}=t,i=e.spans[n].
filter(l=>["attributions","conditionals"].includes(l.layer)),o=l=>s.surface(l)??`${l.start}–${l.end}`;return r("span",{class:"forces"},i.length===0&&r("span",
{class:"mark"},c("asserts")),i.map(l=>{if(l.layer==="attributions")return r("span",{class:"mark attributions"},`${Ee(t,l)}: `,r("q",{lang:n,dir:"auto"},o(l)));let a=[
w(l),l.fields.rendering].filter(Boolean).join(" → ");return r("span",{class:"mark conditionals"},`${a}: `,r("q",{lang:n,dir:"auto"},o(l)))}))}function Ee(t,e){
return e.fields.source==="ANON"?c("anonymous"):C(t.model.sourceName(e,t.lang),60)}var G={mentions:["type","subtype","form","reading","relation","omitted"],amounts:["kind","unit","comparator","role","payer","payee","about","relation","omitted"],
attributions:["quotation","relation","omitted"],conditionals:["use","alternative","rendering","relation","omitted"],stances:["attitude","polarity","intensity","\
negated","factuality","holder_entity","target_entity","relation","omitted"],flaws:["category","severity","recoverable"]},N=["article","genre","story","split","o\
rigin"];function M(t,e,n){return n==="holder_entity"?e.fields.holder==="AUTHOR"?"AUTHOR":t.entityOf(e,"holder"):n==="target_entity"?t.entityOf(e,"target"):e.fields[n]??
null}function Me(t){let e=[];for(let n of t.matchAll(/(-?)(?:"([^"]*)"|(\S+))/gu)){let s=n[2]??n[3]??"",i=n[2]===void 0&&s.endsWith("*"),o=Q(s).match(/[\p{L}\p{N}]+/gu);
o&&e.push({words:o.join(" "),prefix:i,negative:n[1]==="-"})}return e}function ot(t){return`(?:^|[^\\p{L}\\p{N}])${t.words.replaceAll(" ","[^\\p{L}\\p{N}]+")}${t.
prefix?"":"(?:[^\\p{L}\\p{N}]|$)"}`}function st(t){return Me(t).map(e=>{let n=e.words.replaceAll(" ","[^\\p{L}\\p{N}]+"),s=e.prefix?"":"(?![\\p{L}\\p{N}])";return{
pattern:new RegExp(`(?<![\\p{L}\\p{N}])${n}${s}`,"gu"),negative:e.negative}})}var rt=new WeakMap,Te=0;function lt(){Te+=1}function wn(t,e){let n=rt.get(e);if(n&&
n.version===Te)return n.sides;let s=o=>{let l=t.side(e,o);return l===null?null:Ge(l)},i={fr:s("fr"),en:s("en")};return rt.set(e,{version:Te,sides:i}),i}function it(t,e){
if(!e.length)return[];if(!t)return null;let n=[];for(let{pattern:s,negative:i}of e){let o=[...t.text.matchAll(s)];if(i===o.length>0)return null;for(let l of o){
let a=l.index+l[0].length-1;n.push({start:t.origin[l.index],end:t.origin[a]+1})}}return n}function D(t){let e=/^\s*([+-]?[\d\s.,']+(?:e\d+)?)\s*([\p{L}%]*)\.?\s*$/iu.
exec(t??"");if(!e)return null;let n=e[1].replace(/[\s']/gu,""),s=/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(n)?n.replaceAll(",",""):n.replace(",","."),i=Sn[Q(e[2])],
o=Number(s)*(i??Number.NaN);return Number.isFinite(o)?o:null}var Sn={"":1,"%":1,thousand:1e3,k:1e3,mille:1e3,m:1e6,million:1e6,millions:1e6,bn:1e9,b:1e9,billion:1e9,
billions:1e9,md:1e9,milliard:1e9,milliards:1e9,trillion:1e12,trillions:1e12,billiard:1e15};function Ln(t,e,n,s){if(n.side&&n.side!==e.lang)return!1;for(let l of s){
let a=M(t,e,l);if(!n[l].split("|").some(p=>p==="-"?a===null:String(a)===p))return!1}let i=D(n.min),o=D(n.max);if(e.layer==="amounts"&&(i!==null||o!==null)){if(e.
fields.value===null||e.fields.value===void 0)return!1;let l=Number(e.fields.value);if(Number(e.fields.value_max??e.fields.value)<(i??-1/0)||l>(o??1/0))return!1}
return!0}function z(t,e){let n={fr:st(e.fr??""),en:st(e.en??"")},s=L.find(a=>a===e.layer),i=s?G[s].filter(a=>e[a]):[],o=N.filter(a=>e[a]),l=[];for(let a of t.beads){
if(e.type_bead&&a.type!==e.type_bead||!o.every(m=>An(a,m,e[m])))continue;let d=[];if(e.entity){let m=[...a.spans.fr,...a.spans.en].filter(g=>g.layer==="mentions"&&
g.fields.entity===e.entity);if(!m.length)continue;d=m}if(s){let m=v.flatMap(g=>a.spans[g]).filter(g=>g.layer===s&&Ln(t,g,e,i));if(!m.length)continue;d=m}if(!n.fr.
length&&!n.en.length){l.push({bead:a,spans:d,marks:{fr:[],en:[]}});continue}let p=wn(t,a),f=it(p.fr,n.fr),u=f&&it(p.en,n.en);f&&u&&l.push({bead:a,spans:d,marks:{
fr:f,en:u}})}return l}function An(t,e,n){let{fields:s}=t.article;return String(s[e==="article"?"id":e])===n}var at=["order","fr","en","label","value","date"];function ct(t,e,n){
let s=o=>{let l=o.spans[0];switch(n){case"fr":case"en":{let a=t.side(o.bead,n)??"",d=o.spans.find(u=>u.lang===n),p=o.bead.sides[n][0]?.start??0,f=o.marks[n][0]?.
start??(d?d.start-p:0);return Q(Array.from(a).slice(f).join("")).replace(/^[^\p{L}\p{N}]+/u,"")}case"label":return l?Object.values(l.fields).map(String).join(" "):
"";case"value":return Number(l?.fields.value??Number.POSITIVE_INFINITY);case"date":return o.bead.article.date;default:return 0}};if(n==="order"||!n)return e;let i=e.
map((o,l)=>({hit:o,index:l,key:s(o)}));return i.sort((o,l)=>o.key<l.key?-1:o.key>l.key?1:o.index-l.index),i.map(o=>o.hit)}function le(t,e,n){let s=new Map;for(let i of e){
let o=N.includes(n)?[i.bead.article.fields[n==="article"?"id":n]??null]:i.spans.map(l=>M(t,l,n));for(let l of new Set(o.map(a=>a===null?"-":String(a))))s.set(l,
(s.get(l)??0)+1)}return[...s].sort((i,o)=>o[1]-i[1]||(i[0]<o[0]?-1:1))}function dt(t){let{model:e}=t,s=[...e.entities.values()].map(o=>({one:o,count:K(e.mentionsOf.get(o.id)??[]).length})).sort((o,l)=>l.count-o.count).map(({one:o,count:l})=>r(
"li",{"data-words":`${o.id} ${o.names.fr} ${o.names.en}`.toLowerCase()},r("a",{href:b(e,"entity",[o.id])},r("bdi",null,o.names[t.lang])),` ${o.type} · ${l}`)),
i=r("input",{type:"search",placeholder:c("filter"),"aria-label":c("filter"),oninput:()=>{for(let o of s)o.hidden=!o.dataset.words?.includes(i.value.toLowerCase())}});
return r("div",{class:"page"},r("h1",null,c("entities")),i,r("ul",{class:"list columns"},s))}function K(t){let e=new Map;for(let n of t){let s=`${n.article}/${n.
layer}:${n.id}`;(!e.has(s)||n.lang==="fr")&&e.set(s,n)}return[...e.values()]}function ae(t,e){return[...t.model.spans.values()].filter(n=>n.layer===e)}function ut(t,e){
let{model:n}=t,s=n.entities.get(e.parts[0]??"");if(!s)return r("p",{class:"notice",role:"alert"},`${c("missing")} ${e.parts[0]}`);let i=n.mentionsOf.get(s.id)??
[],o=new Map;for(let m of i){let g=`${n.surface(m)??"∅"} (${m.lang})`;o.set(g,(o.get(g)??0)+1)}let l=ae(t,"stances"),a=K(ae(t,"amounts")),d=(m,g,h)=>g.length>
0&&r("section",null,r("h2",null,`${m} (${g.length})`),r("ul",null,g.slice(0,200).map($=>r("li",null,h($))))),p=m=>g=>{let h=M(n,g,`${m}_entity`);return[r("span",
{class:`polarity ${g.fields.polarity}`},En(g.fields.polarity)),` ${w(g)} `,h?ft(t,h):""," ",T(t,g),` ${g.article}:${g.bead}`]},f=m=>[r("strong",null,k(m.fields)),
" ",T(t,m),` ${m.fields.role} · ${m.article}:${m.bead}`],u=m=>a.filter(g=>g.fields[m]===s.id);return r("div",{class:"page entity"},r("p",null,r("a",{href:b(n,"\
entities")},c("entities"))),r("h1",null,r("bdi",null,s.names[t.lang])," ",r("small",null,`${s.type} · ${s.id}${s.fields.qid?` · ${s.fields.qid}`:""}`)),r("p",
null,v.map(m=>r("span",null,`${m} `,r("bdi",{lang:m},s.names[m])," "))),r("p",null,r("a",{href:b(n,"find",[],{entity:s.id})},`${c("find")} →`)),r("section",null,
r("h2",null,`${c("names")} (${i.length})`),r("p",{class:"tags"},[...o].sort((m,g)=>g[1]-m[1]).slice(0,40).map(([m,g])=>r("span",{class:"tag mentions"},r("bdi",null,
C(m)),g>1&&` × ${g}`)))),d(c("held"),K(l.filter(m=>M(n,m,"holder_entity")===s.id)),p("target")),d(c("received"),K(l.filter(m=>M(n,m,"target_entity")===s.id)),p(
"holder")),d(c("paid"),u("payer"),f),d(c("got"),u("payee"),f),d(c("concerned"),u("about"),f),d(c("mentions"),K(i),m=>[T(t,m),` ${m.article}:${m.bead}`]),W(t,b(n,
"entity",[s.id]),`entity ${s.id}`))}function ft(t,e){return e==="AUTHOR"?r("em",null,c("author")):r("a",{href:b(t.model,"entity",[String(e)])},r("bdi",null,t.model.
name(e,t.lang)))}function En(t){return t==="positive"?"+":t==="negative"?"−":"·"}var Tn=14;function pt(t,e){let{model:n}=t,s=e.query.attitude??"",i=e.query.all?
1/0:Tn,o=K(ae(t,"stances")).filter(h=>!s||w(h)===s),l=new Map,a={holder:new Map,target:new Map};for(let h of o){let $=String(M(n,h,"holder_entity")??"-"),x=String(
M(n,h,"target_entity")??"-"),y=`${$}
${x}`;l.set(y,[...l.get(y)??[],h]),a.holder.set($,(a.holder.get($)??0)+1),a.target.set(x,(a.target.get(x)??0)+1)}let d=h=>[...a[h]].sort(($,x)=>+($[0]==="-")-+(x[0]===
"-")||x[1]-$[1]).map(([$])=>$),p=d("holder").slice(0,i),f=d("target").slice(0,i),u=h=>h==="-"?r("em",null,c("other")):ft(t,h),m=[...new Set(ae(t,"stances").map(
w))].sort(),g=h=>r("a",{href:b(n,"matrix",[],{attitude:h,all:e.query.all}),"aria-current":h===s?"true":null},h||c("all"));return r("div",{class:"page wide"},r("\
h1",null,c("matrix")),r("p",null,c("matrixHelp")),r("nav",{class:"tabs","aria-label":c("attitude")},["",...m].map(g)),r("p",null,`${p.length} / ${a.holder.size}\
 × ${f.length} / ${a.target.size} ${c("shown")} `,i!==1/0&&r("a",{href:b(n,"matrix",[],{attitude:s,all:"1"})},c("all"))),r("div",{class:"scroll",tabindex:0,role:"\
region","aria-label":c("matrix")},r("table",{class:"matrix"},r("thead",null,r("tr",null,r("td",null,`${c("holder")} ↓ ${c("target")} →`),f.map(h=>r("th",{scope:"\
col"},r("span",null,u(h)))))),r("tbody",null,p.map(h=>r("tr",null,r("th",{scope:"row"},u(h)),f.map($=>{let x=l.get(`${h}
${$}`);return r("td",null,x&&Mn(t,x,{layer:"stances",attitude:s,holder_entity:h,target_entity:$}))})))))))}function Mn(t,e,n){let s=f=>e.filter(u=>u.fields.polarity===
f).length,[i,o,l]=[s("positive"),s("negative"),s("neutral")],a=[i&&`+${i}`,o&&`−${o}`,l&&`·${l}`].filter(Boolean).join(" "),d=i>o?"positive":o>i?"negative":"\
even",p=Math.min(3,Math.ceil(Math.abs(i-o)/2));return r("a",{href:b(t.model,"find",[],n),class:`cell ${d} s${p}`,title:e.map(w).join(", ")},a)}function Hn(t,e){let{model:n}=t;return e.members.flatMap(({article:i,id:o},l)=>{let a=n.span(i,"amounts",o,"fr"),d=n.span(i,"amounts",o,"en"),p=a??d;if(!p)return[];
let f=n.articles.get(i)?.date??"";return[{member:l,span:p,pair:a?d:void 0,date:f,...kn(t,p)}]}).sort((i,o)=>i.date<o.date?-1:i.date>o.date?1:i.member-o.member)}
function kn(t,e){let{value:n,value_max:s,comparator:i}=e.fields;if(n==null)return{low:Number.NaN,high:Number.NaN};let o=Number(n),l=t.model.data.approximation;switch(i){case"\
approx":return{low:o*(1-l),high:o*(1+l)};case"gt":case"ge":return{low:o,high:1/0};case"lt":case"le":return{low:-1/0,high:o};case"between":return{low:o,high:Number(
s??n)};default:return{low:o,high:o}}}var He=["contradict","compatible","agree","single"];function ht(t,e){let n=e.query.verdict??"",s=[...t.model.facts.values()].
filter(l=>l.members.length>0),i=s.filter(l=>!n||l.verdict===n).sort((l,a)=>He.indexOf(l.verdict)-He.indexOf(a.verdict)||a.members.length-l.members.length),o=l=>r(
"a",{href:b(t.model,"facts",[],{verdict:l}),"aria-current":n===l?"true":null},`${l||c("all")} (${s.filter(a=>!l||a.verdict===l).length})`);return r("div",{class:"\
page"},r("h1",null,c("facts")),r("nav",{class:"tabs","aria-label":c("verdict")},["",...He].map(o)),r("ul",{class:"list"},i.map(l=>r("li",null,r("a",{href:b(t.model,
"fact",[l.id])},String(l.fields.label))," ",r("span",{class:`verdict ${l.verdict}`},l.verdict),` ${l.members.length} ${c("claimsN")}`))))}function yt(t,e){let{model:n}=t,
s=n.facts.get(e.parts[0]??"");if(!s)return r("p",{class:"notice",role:"alert"},`${c("missing")} ${e.parts[0]}`);let i=Hn(t,s),o=n.data.clashes[s.id]??[],l=d=>i.
flatMap((p,f)=>o.some(([u,m])=>u===d.member&&m===p.member||m===d.member&&u===p.member)?[f+1]:[]),a=["payer","payee","about"].flatMap(d=>s.fields[d]?[r("li",null,
`${d}: `,r("a",{href:b(n,"entity",[String(s.fields[d])])},n.name(s.fields[d],t.lang)))]:[]);return r("div",{class:"page fact"},r("p",null,r("a",{href:b(n,"facts")},
c("facts"))),r("h1",null,String(s.fields.label)),r("p",null,`${c("verdict")}: `,r("span",{class:`verdict ${s.verdict}`},s.verdict),` · ${i.length} ${c("claimsN")}\
 · ${s.fields.role} · ${s.fields.kind} ${s.fields.unit??""}`),r("ul",{class:"inline"},a),On(i,s.fields.unit,i.map(d=>l(d).length>0)),r("div",{class:"scroll",tabindex:0,
role:"region","aria-label":c("claimsN")},r("table",{class:"claims"},r("thead",null,r("tr",null,["#",c("date"),c("claim"),c("source"),c("sentence"),c("contradict\
s")].map(d=>r("th",{scope:"col"},d)))),r("tbody",null,i.map((d,p)=>r("tr",{"data-member":`${d.span.article}:${d.span.id}`},r("th",{scope:"row"},p+1),r("td",null,
d.date||"–"),r("td",{class:"value"},k(d.span.fields)),r("td",null,Rn(t,d.span)),r("td",null,T(t,d.span),d.pair&&[r("br"),T(t,d.pair)],r("br"),r("a",{href:b(n,
"read",[d.span.article,d.span.bead??"-"])},`${d.span.article}:${d.span.bead}`)),r("td",null,l(d).map(f=>r("span",{class:"clash"},`⚡${f} `)))))))),W(t,b(n,"fac\
t",[s.id]),`fact ${s.id}`))}function Rn(t,e){let n=t.model.sources(e);return n.length?n.map((s,i)=>r("span",null,i?" ← ":"",Ee(t,s)," ",r("q",{lang:s.lang},t.
model.surface(s)??""))):[c("asserted")]}var ke=640,ce=34,mt=22;function On(t,e,n){let s=t.flatMap(y=>[y.low,y.high]).filter(Number.isFinite);if(!s.length)return!1;
let i=Math.min(...s),o=Math.max(...s),l=i>0&&o/i>50,a=y=>l?Math.log10(y):y,d=a(o)-a(i)||Math.abs(a(o))||1,p=a(i)-d*.12,f=a(o)+d*.12,u=y=>ce+(a(y)-p)/(f-p)*(ke-ce-
16),m=t.length*mt+40,g=t.map((y,E)=>{let R=16+E*mt,O=n[E]?"claim-line clash":"claim-line",Ve=A("text",{x:4,y:R+4,class:"tick"},`${E+1}`);if(Number.isNaN(y.low))
return[Ve,A("text",{x:ce,y:R+4,class:"tick"},c("noValue"))];let te=Number.isFinite(y.low)?u(y.low):ce,he=Number.isFinite(y.high)?u(y.high):ke-8,an=te===he?[A("c\
ircle",{cx:te,cy:R,r:5,class:O})]:[A("line",{x1:te,x2:he,y1:R,y2:R,class:O}),gt(y.low,te,R,-1,O),gt(y.high,he,R,1,O)];return[Ve,...an,A("title",null,k(y.span.fields))]}),
h=[...new Set(t.map(y=>Number(y.span.fields.value)).filter(y=>Number.isFinite(y)&&y!==0))].sort((y,E)=>y-E),$=-1/0,x=h.flatMap(y=>u(y)-$<96?[]:($=u(y),[A("line",
{x1:u(y),x2:u(y),y1:6,y2:m-22,class:"grid"}),A("text",{x:u(y),y:m-8,class:"tick middle"},q(y,e==="USD"||e==="EUR"?e:null))]));return r("figure",{class:"numbers"},
r("figcaption",null,c("numberLine")),A("svg",{viewBox:`0 0 ${ke} ${m}`,role:"img","aria-label":`${c("numberLine")}: ${t.map((y,E)=>`${E+1} ${k(y.span.fields)}`).
join("; ")}`},x,g))}function gt(t,e,n,s,i){return Number.isFinite(t)?A("line",{x1:e,x2:e,y1:n-6,y2:n+6,class:i}):A("path",{d:`M${e-7*s},${n-5} L${e},${n} L${e-7*
s},${n+5}`,class:`${i} open`})}var de=["id","article","bead","type","fr","en","spans","labels","values"];function xt(t,e){return e.map(({bead:n,spans:s})=>({id:`${n.article.id}:${n.id}`,article:n.
article.id,bead:n.id,type:n.type,fr:t.side(n,"fr")??"",en:t.side(n,"en")??"",spans:s.map(i=>`${i.layer}:${i.id}:${i.lang}`).join(" "),labels:s.map(w).join(" "),
values:s.map(i=>String(i.fields.value??"")).filter(Boolean).join(" ")}))}function $t(t){let e=n=>{let s=/^[=+@\t\r-]/u.test(n)?`'${n}`:n;return/[",\r\n]/u.test(
s)?`"${s.replaceAll('"','""')}"`:s};return[de,...t.map(n=>de.map(s=>n[s]))].map(n=>n.map(e).join(",")).join(`\r
`)+`\r
`}function Oe(t){let e=n=>n.replace(/[\t\r\n]+/gu," ");return[de,...t.map(n=>de.map(s=>n[s]))].map(n=>n.map(e).join("	")).join(`
`)+`
`}function vt(t){return`${JSON.stringify(t,null,1)}
`}function Re(t){return t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu,"�").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">",
"&gt;").replaceAll('"',"&quot;")}function wt(t,e){let n=s=>`<tu tuid="${Re(s.id)}">${v.filter(i=>s[i]).map(i=>`<tuv xml:lang="${i}"><seg>${Re(s[i])}</seg></tuv>`).
join("")}</tu>`;return`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="visavis" creationtoolversion="${Re(t.visavis)}" segtype="sentence" o-tmf="visavis" adminlang="en" srclang="fr" datatype\
="plaintext"/><body>
${e.filter(s=>s.fr||s.en).map(n).join(`
`)}
</body></tmx>
`}var Be=t=>`${t.title}`;function St(t){return[`@misc{${t.name}-${t.version},`,`  title = {{${Be(t)}}},`,...t.authors.length?[`  author = {${t.authors.map(e=>`{${e}\
}`).join(" and ")}},`]:[],...t.date?[`  year = {${t.date.slice(0,4)}},`]:[],`  version = {${t.version}},`,...t.url?[`  url = {${t.url}},`]:[],"}"].join(`
`)}function Lt(t){return["TY  - DATA",`TI  - ${Be(t)}`,...t.authors.map(e=>`AU  - ${e}`),...t.date?[`PY  - ${t.date.slice(0,4)}`,`DA  - ${t.date.replaceAll("-",
"/")}`]:[],`ET  - ${t.version}`,...t.url?[`UR  - ${t.url}`]:[],"ER  - "].join(`
`)}function At(t){let e=t.date?.split("-").map(Number);return JSON.stringify([{id:`${t.name}-${t.version}`,type:"dataset",title:Be(t),author:t.authors.map(n=>({
literal:n})),...e?{issued:{"date-parts":[e]}}:{},version:t.version,...t.url?{URL:t.url}:{}}],null,1)}var U=t=>JSON.stringify(t);function Z(t,e){let n=t.kind==="\
release"?`, version=${U(t.version)}`:"";return`visavis.load(SOURCE, ${U(e)}${n}, backend="polars")`}function bt(t,e){let n=`pl.col("${t}").str.normalize("NFD").\
str.replace_all(r"\\p{M}", "").str.to_lowercase().str.replace_all("’", "'")`;return Me(e).map(s=>`${s.negative?"~":""}${n}.str.contains(r"${ot(s)}")`)}function ue(t,e){
let{about:n}=t,s=L.find(a=>a===e.layer),i=["import polars as pl","import visavis","",`SOURCE = "."  # the folder of ${n.name} ${n.version}, or owner/name on the\
 Hub`,`rows = ${Z(n,"sentences")}`],o=[...N.filter(a=>e[a]&&a!=="origin").map(a=>`pl.col("${a}").cast(pl.String) == ${U(e[a])}`),...e.type_bead?[`pl.col("type")\
 == ${U(e.type_bead)}`]:[],...bt("fr",e.fr??""),...bt("en",e.en??"")];for(let a of o)i.push(`rows = rows.filter(${a})`);e.origin&&i.push(`articles = ${Z(n,"arti\
cles")}.filter(pl.col("origin") == ${U(e.origin)})`,'rows = rows.join(articles, left_on="article", right_on="id", how="semi")');let l=a=>`rows = rows.join(${a}.\
select(id=pl.format("{}:{}", "article", "bead")), on="id", how="semi")`;if(e.entity&&i.push(`named = ${Z(n,"mentions")}.filter(pl.col("entity") == ${U(e.entity)}\
)`,l("named")),s){i.push(`spans = ${Z(n,s)}`);for(let d of["holder","target"])s!=="stances"||!e[`${d}_entity`]||(i.push(`mentions = ${Z(n,"mentions")}`,`mention\
s = mentions.select("article", "lang", ${d}="id", ${d}_entity="entity")`,`spans = spans.join(mentions, on=["article", "lang", "${d}"], how="left")`),d==="holder"&&
i.push('author = pl.when(pl.col("holder") == "AUTHOR").then(pl.lit("AUTHOR"))','spans = spans.with_columns(holder_entity=author.otherwise("holder_entity"))'));for(let d of G[s].
filter(p=>e[p])){let p=e[d].split("|"),f=p.filter(g=>g!=="-"),u=`pl.col("${d}").cast(pl.String)`,m=[...f.length?[`${u}.is_in(${JSON.stringify(f)})`]:[],...p.includes(
"-")?[`pl.col("${d}").is_null()`]:[]];i.push(`spans = spans.filter(${m.join(" | ")})`)}e.side&&i.push(`spans = spans.filter(pl.col("lang").cast(pl.String) == ${U(
e.side)})`),s==="amounts"&&D(e.min)!==null&&i.push(`spans = spans.filter(pl.coalesce(pl.col("value_max").cast(pl.Float64), pl.col("value").cast(pl.Float64)) >= ${D(
e.min)})`),s==="amounts"&&D(e.max)!==null&&i.push(`spans = spans.filter(pl.col("value").cast(pl.Float64) <= ${D(e.max)})`),i.push(l("spans"))}return i.push("pri\
nt(rows)"),i.join(`
`)}var Et=100,Bn=[["presetHedge",{layer:"conditionals",use:"reportative",rendering:"none|past|present|infinitive"}],["presetSums",{layer:"amounts",kind:"money",unit:"\
USD",min:"13 billion",max:"14 billion"}],["presetBounds",{layer:"amounts",kind:"money",comparator:"le|lt",sort:"value"}],["presetDesire",{layer:"stances",attitude:"\
desire",holder_entity:"openai"}],["presetAccuse",{layer:"stances",attitude:"accusation"}],["presetOmitted",{layer:"mentions",relation:"-",omitted:"pronominalise\
d|condensed|implicit"}]];function Mt(t,e,n){let s=new Map;for(let i of t.model.spans.values()){if(i.layer!==e)continue;let o=M(t.model,i,n);o!==null&&s.set(String(
o),(s.get(String(o))??0)+1)}return[...s].sort((i,o)=>o[1]-i[1]).map(([i])=>i)}function Cn(t){let e=Bn.flatMap(([n,s])=>{let i=n==="presetOmitted"?{layer:"mentio\
ns",omitted:Mt(t,"mentions","omitted").join("|")}:s;return Object.values(i).every(Boolean)?[r("li",null,r("a",{href:b(t.model,"find",[],i)},c(n)))]:[]});return r(
"nav",{class:"presets","aria-label":c("presets")},r("span",null,`${c("presets")}: `),r("ul",null,e))}function Ht(t,e){let{query:n}=e,s=Object.keys(n).some(o=>![
"sort","count"].includes(o)),i=r("div",{class:"results"});return s&&Fn(t,n,i),r("div",{class:"find"},r("h1",null,c("find")),Nn(t,n),Cn(t),i)}function fe(t,e){location.
hash=b(t.model,"find",[],e)}function Nn(t,e){let n=(f,u,m)=>r("label",null,r("span",null,u),r("input",{name:f,type:"search",value:e[f]??"",title:m,autocomplete:"\
off",spellcheck:"false"})),s=(f,u,m,g)=>{let h=e[f]??"",$=h&&!m.includes(h)?[h,...m]:m,x=r("select",{name:f},r("option",{value:""},c("any")),$.map(y=>r("option",
{value:y,selected:y===h},g?g(y):y==="-"?c("none"):y)));return r("label",null,r("span",null,u),x)},i=[...t.model.entities.values()].sort((f,u)=>f.names[t.lang]<u.
names[t.lang]?-1:1).map(f=>f.id),o=f=>f==="-"?c("none"):t.model.name(f,t.lang),l=L.find(f=>f===e.layer),a=l?G[l].map(f=>{let u=["payer","payee","about","holder_\
entity","target_entity"].includes(f),m=Mt(t,l,f);return s(f,f,[...m,"-"],u?o:void 0)}):[],d=s("layer",c("layer"),[...L]),p=r("form",{class:"ask",onsubmit:f=>{f.
preventDefault(),fe(t,Tt(p))}},r("div",{class:"row"},n("fr",c("frenchWords"),c("wordsHelp")),n("en",c("englishWords"),c("wordsHelp"))),r("p",{class:"help"},c("w\
ordsHelp")),r("div",{class:"row"},d,a,l&&s("side",c("side"),[...v]),l==="amounts"&&[n("min",c("from"),c("valueHelp")),n("max",c("to"),c("valueHelp"))],s("entity",
c("entity"),i,o)),r("details",{open:N.some(f=>e[f])||!!e.type_bead},r("summary",null,c("more")),r("div",{class:"row"},N.map(f=>s(f,f,_n(t,f))),s("type_bead","be\
ad",[...new Set(t.model.beads.map(f=>f.type))].sort()))),r("div",{class:"row buttons"},r("button",{type:"submit",class:"primary"},c("ask")),r("button",{type:"bu\
tton",onclick:()=>fe(t,{})},c("reset"))));return d.querySelector("select")?.addEventListener("change",()=>{let f=Tt(p),u=["fr","en","layer","entity",...N];fe(t,
Object.fromEntries(Object.entries(f).filter(([m])=>u.includes(m))))}),p}function _n(t,e){let n=[...t.model.articles.values()].map(s=>s.fields[e==="article"?"id":
e]);return[...new Set(n.filter(s=>s!==null).map(String))].sort()}function Tt(t){let e={};for(let[n,s]of new FormData(t))s&&(e[n]=String(s));return e}function Fn(t,e,n){
let s=ct(t.model,z(t.model,e),e.sort??"order"),i=L.find(x=>x===e.layer),o=x=>y=>fe(t,{...e,[x]:y.target.value}),l=(x,y,E,R)=>r("label",null,r("span",null,y),r("\
select",{onchange:o(x),"data-name":x},E.map(O=>r("option",{value:O,selected:O===(e[x]??E[0])},R(O))))),a=r("ol",{class:"hits"}),d=r("button",{type:"button"},c("\
nextRows")),p=0,f=()=>{a.append(...s.slice(p,p+Et).map(x=>Dn(t,x))),p=Math.min(s.length,p+Et),d.hidden=p>=s.length};d.addEventListener("click",f),f();let u=e.count??
"",{about:m}=t.model,g=(x,y,E)=>r("button",{type:"button",class:"quiet","data-format":x,onclick:()=>Je(`${m.name}-${m.version}.${x}`,y,E())},x.toUpperCase()),h=()=>xt(
t.model,s),$=ue(t.model,e);S(n,r("div",{class:"row summary"},r("p",{role:"status",class:"total"},r("strong",null,s.length),` ${c("results")}`),l("sort",c("sort"),
[...at],x=>c(`sort_${x}`)),l("count",c("count"),["","article","genre","story",...i?G[i]:[]],x=>x||c("none")),r("div",{class:"saves"},g("csv","text/csv",()=>$t(h())),
g("tsv","text/tab-separated-values",()=>Oe(h())),g("json","application/json",()=>vt(h())),g("tmx","application/x-tmx+xml",()=>wt(m,h())),t.copyButton(`${c("copy")}\
 TSV`,()=>Oe(h())),t.linkButton(b(t.model,"find",[],e)))),u&&jn(t,e,s,u),a,d,r("details",{class:"snippet"},r("summary",null,c("snippet")),r("pre",{tabindex:0},r(
"code",null,$)),t.copyButton(c("copy"),()=>$)))}function jn(t,e,n,s){let i=le(t.model,n,s),o=i[0]?.[1]??1;return r("table",{class:"counts"},r("caption",null,`${c(
"count")} ${s}`),r("tbody",null,i.slice(0,40).map(([l,a])=>{let d=r("i",{class:"bar","aria-hidden":"true"});return d.style.width=`${100*a/o}%`,r("tr",null,r("th",
{scope:"row"},r("a",{href:b(t.model,"find",[],{...e,[s]:l,count:""})},l==="-"?c("none"):l)),r("td",null,a),r("td",{class:"bars"},d))})))}function Dn(t,e){let{bead:n,
spans:s}=e;return r("li",{"data-id":`${n.article.id}:${n.id}`},r("div",{class:"where"},r("a",{href:s[0]?F(t.model,s[0]):b(t.model,"read",[n.article.id,n.id])},`${n.
article.id}:${n.id}`),Un(s)),v.map(i=>Ce(t,n,i,e)))}function Un(t){let e=new Set;return t.flatMap(n=>{let s=n.layer==="amounts"?k(n.fields):n.layer==="condition\
als"?[w(n),n.fields.rendering].filter(Boolean).join(" → "):w(n);return e.has(s)?[]:(e.add(s),[r("span",{class:`tag ${n.layer}`},s)])})}function Ce(t,e,n,s){let i=V(
e,n),o=t.model.side(e,n);if(!i)return r("p",{class:"gap",lang:t.lang},c(n==="fr"?"noFrench":"noEnglish"));if(o===null)return r("p",{class:"closed"},`${n} ${i.start}\
–${i.end} ∅`);let l=Array.from(o),a=[...s.marks[n].map(f=>({...f,name:"word"})),...s.spans.filter(f=>f.lang===n).map(f=>({start:f.start-i.start,end:f.end-i.
start,name:f.layer}))].sort((f,u)=>f.start-u.start||u.end-f.end),d=[],p=0;for(let f of a)f.start<p||(d.push(l.slice(p,f.start).join(""),r("mark",{class:f.name},
l.slice(f.start,f.end).join(""))),p=f.end);return d.push(l.slice(p).join("")),r("p",{lang:n,dir:"auto"},d)}var kt=100;function Rt(t,e){let{model:n}=t,s=e.query.layer??"",i=n.rulings.filter(a=>!s||a.layer===s),o=[...new Set(n.rulings.map(a=>a.layer))],l=a=>r("a",{href:b(
n,"disagreements",[],{layer:a}),"aria-current":a===s?"true":null},`${a||c("all")} (${n.rulings.filter(d=>!a||d.layer===a).length})`);return r("div",{class:"page\
 wide"},r("h1",null,c("disagreements")),n.rulings.length?[r("nav",{class:"tabs","aria-label":c("layer")},["",...o].map(l)),In(t,i)]:r("p",null,c("noRulings")),r(
"h2",null,c("lowBeads")),Vn(t))}function In(t,e){let n=r("tbody"),s=r("button",{type:"button"},c("nextRows")),i=0,o=()=>{n.append(...e.slice(i,i+kt).map(l=>Pn(t,
l))),i+=kt,s.hidden=i>=e.length};return s.addEventListener("click",o),o(),r("div",null,r("div",{class:"scroll",tabindex:0,role:"region","aria-label":c("disagree\
ments")},r("table",null,r("thead",null,r("tr",null,[c("span"),c("layer"),c("passes"),c("differs"),c("kept"),c("rule")].map(l=>r("th",{scope:"col"},l)))),n)),s)}
function Pn(t,e){let{model:n}=t,s=n.articles.get(e.article),i=s?.beads.find(d=>d.sides[e.lang].some(p=>p.start<=e.start&&e.start<p.end)),o=s?.spans.find(d=>d.layer===
e.layer&&d.lang===e.lang&&d.start===e.start&&d.end===e.end),l=n.surface(e)??`${e.start}–${e.end}`,a=[e.article,i?.id??"-",...o?[`${o.layer}:${o.id}:${o.lang}`]:
[]];return r("tr",null,r("td",null,r("a",{href:b(n,"read",a)},r("q",{lang:e.lang,dir:"auto"},C(l))),r("small",null,` ${e.article}:${i?.id??""} ${e.lang}`)),r("t\
d",null,e.layer),r("td",null,e.passes.join(", ")),r("td",null,e.only?`${c("onlyIn")} ${e.passes[e.only==="first"?0:1]}`:e.differs.join(", ")),r("td",null,e.kept??
"–"),r("td",null,e.rule?r("span",{title:n.rules[e.rule]?.title??""},e.rule):"",e.reason?` ${e.reason}`:""))}function Vn(t){let e=t.model.beads.filter(s=>s.confidence!==
null).sort((s,i)=>s.confidence-i.confidence).slice(0,50),n=s=>r("li",null,r("div",{class:"where"},r("a",{href:b(t.model,"read",[s.article.id,s.id])},`${s.article.
id}:${s.id}`),r("span",{class:"tag"},`${s.type} · ${c("confidence")} ${s.confidence.toFixed(3)} · ${s.verified?c("verified"):c("unverified")}`)),v.map(i=>Ce(t,
s,i,{spans:[],marks:{fr:[],en:[]}})));return r("ol",{class:"hits"},e.map(n))}var Wn=[...L.map(t=>[t,xe[t]]),["conditionals","rendering"],["amounts","comparator"],
["amounts","role"],["stances","factuality"],["mentions","relation"]];function Ot(t){let{model:e}=t,n=([i,o])=>{let l=z(e,{layer:i});if(!l.length)return!1;let p=[
...e.spans.values()].filter(u=>u.layer===i).some(u=>M(e,u,o)!==null)?le(e,l,o).slice(0,14):[];if(!p.length)return!1;let f=p[0][1];return r("table",{class:"count\
s"},r("caption",null,`${i}: ${o}`),r("tbody",null,p.map(([u,m])=>{let g=r("i",{class:`bar ${i}`,"aria-hidden":"true"});return g.style.width=`${100*m/f}%`,r("tr",
null,r("th",{scope:"row"},r("a",{href:b(e,"find",[],{layer:i,[o]:u})},u==="-"?c("none"):u)),r("td",null,m),r("td",{class:"bars"},g))})))},s=(i,o)=>r("div",null,
r("dt",null,i),r("dd",null,o));return r("div",{class:"page wide"},r("h1",null,c("figures")),r("dl",{class:"totals"},s(c("articles"),e.articles.size),s(c("result\
s"),e.beads.length),L.map(i=>s(i,[...e.spans.values()].filter(o=>o.layer===i).length)),s(c("facts"),e.facts.size),s(c("entities"),e.entities.size)),r("p",null,c(
"figuresHelp")),r("div",{class:"plots"},Wn.map(n)))}function Bt(t){let{model:e}=t,{about:n}=e,s=[["BibTeX",St(n)],["RIS",Lt(n)],["CSL-JSON",At(n)]],i=r("pre",{tabindex:0,
class:"citation"}),o=s[0][1],l=s.map(([f,u])=>r("button",{type:"button","aria-pressed":String(u===o),onclick:m=>{o=u,S(i,u);for(let g of l)g.setAttribute("aria-\
pressed",String(g===m.currentTarget))}},f));S(i,o);let a=n.url?.startsWith("https://huggingface.co/datasets/")?n.url.slice(32):".",d=["from datasets import load\
_dataset",`sentences = load_dataset("${a}", "sentences"${a==="."?"":`, revision="v${n.version}"`})`].join(`
`),p=ue(e,{layer:"amounts",kind:"money"});return r("div",{class:"page"},r("h1",null,r("bdi",null,n.title)),r("p",null,`${n.name} ${n.version}${n.kind==="corpus"?
" (corpus)":""} · ${n.licence??""} · ${n.date??""}`),n.digest&&r("p",null,"SHA-256 ",r("code",{class:"digest"},n.digest)),r("section",null,r("h2",null,c("cita\
tion")),r("p",{class:"buttons"},l),i,t.copyButton(c("copy"),()=>o)),r("section",null,r("h2",null,c("load")),r("pre",{tabindex:0},d),t.copyButton(c("copy"),()=>d),
r("pre",{tabindex:0},p),t.copyButton(c("copy"),()=>p)),r("section",null,r("h2",null,c("thisPage")),r("p",null,c("pageIs")),r("p",null,c("keys")),r("p",null,`vis\
avis ${n.visavis}`)),n.changelog&&r("section",null,r("h2",null,c("changes")),r("pre",{tabindex:0,class:"changes"},n.changelog)),r("section",null,r("h2",null,c("\
rules")),Object.entries(e.rules).map(([f,u])=>r("details",{id:`rule-${f}`},r("summary",null,`${f} ${u.title}`),r("p",null,u.text)))))}var Gn=t=>t/2**32|0,zn=t=>t>>>0;function Ct(t,e,n,s){let i=Gn(n),o=zn(n);t.setUint32(e,s?o:i,s),t.setUint32(e+4,s?i:o,s)}function Nt(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}var Ne=t=>t?
`"${t}" `:"";function Kn(t,e=""){if(typeof t!="number")throw new TypeError(Ne(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(
Ne(e)+"expected integer >= 0, got "+t);return t}function pe(t,e,n=""){if(Nt(t)&&(e===void 0||t.length===e))return t;e!==void 0&&Kn(e,"length");let s=Nt(t),i=e!==void 0?` of length ${e}`:"",o=s?`length=${t.length}`:
`type=${typeof t}`,l=Ne(n)+"expected Uint8Array"+i+", got "+o;throw s?new RangeError(l):new TypeError(l)}var Qn=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError((e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},_t=(t,e)=>{
Qn(t,e);let n=Object.getPrototypeOf(t);if(n!==Object.prototype&&n!==null)throw new TypeError(`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(
`"${e}.__proto__" is not allowed`)};function _e(t,e=!0){if(t.destroyed)throw new Error("hash was destroyed");if(e&&t.finished)throw new Error("digest() was alre\
ady called")}function Ft(t,e){pe(t,void 0,"output");let n=e.outputLen;if(!(t.length>=n))throw new RangeError('"output" expected length >= '+n)}function Fe(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function me(t){return new DataView(t.buffer,t.byteOffset,t.byteLength)}function H(t,e){return t<<32-e|
t>>>e}var Yn=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",Jn=Array.from({length:256},(t,e)=>e.toString(16).padStart(2,"0"));function jt(t){
if(pe(t),Yn)return t.toHex();let e="";for(let n=0;n<t.length;n++)e+=Jn[t[n]];return e}function qn(t,e,n="opts"){return _t(t,"defaults"),e!==void 0&&_t(e,n),Object.assign(Object.create(null),t,e)}function Dt(t,e={}){if(typeof t!="function")throw new TypeError(
'"hashCons" expected function, got type='+typeof t);e=qn({},e,"info");let n=(i,o)=>t(o).update(i).digest(),s=t(void 0);return n.outputLen=s.outputLen,n.blockLen=
s.blockLen,n.canXOF=s.canXOF,n.create=i=>t(i),Object.assign(n,e),Object.freeze(n)}var Ut=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])});function It(t,e,n){return t&e^~t&n}function Pt(t,e,n){return t&e^t&n^e&n}var ge=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,n,s,i){
this.blockLen=e,this.outputLen=n,this.padOffset=s,this.isLE=i,this.buffer=new Uint8Array(e),this.view=me(this.buffer)}update(e){_e(this),pe(e);let{view:n,buffer:s,
blockLen:i}=this,o=e.length,l=!1;for(let a=0;a<o;){let d=Math.min(i-this.pos,o-a);if(d===i){let p=me(e);for(;i<=o-a;a+=i)this.process(p,a);l=!0;continue}s.set(a===
0&&d===o?e:e.subarray(a,a+d),this.pos),this.pos+=d,a+=d,this.pos===i&&(this.process(n,0),this.pos=0,l=!0)}return this.length+=e.length,l&&this.roundClean(),this}digestInto(e){
_e(this),Ft(e,this),this.finished=!0;let{buffer:n,view:s,blockLen:i,isLE:o}=this,{pos:l}=this;n[l++]=128,n.fill(0,l),this.padOffset>i-l&&(this.process(s,0),n.fill(
0)),Ct(s,i-8,this.length*8,o),this.process(s,0),this.roundClean();let a=e===n?s:me(e),d=this.outputLen,p=d/4,f=this.get();if(d%4||p>f.length)throw new Error("in\
valid outputLen");for(let u=0;u<p;u++)a.setUint32(4*u,f[u],o)}digest(){let{buffer:e,outputLen:n}=this;this.digestInto(e);let s=e.slice(0,n);return this.destroy(),
s}_cloneIntoMeta(e){let{buffer:n,length:s,finished:i,destroyed:o,pos:l}=this;return e.destroyed=o,e.finished=i,e.length=s,e.pos=l,l&&e.buffer.set(n),e}clone(){return this.
_cloneInto()}},Vt=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var Xn=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,
2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,
3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,
3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,
2361852424,2428436474,2756734187,3204031479,3329325298]),_=new Uint32Array(64),je=class extends ge{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,n){super(64,e,8,
!1),this.A=n[0]|0,this.B=n[1]|0,this.C=n[2]|0,this.D=n[3]|0,this.E=n[4]|0,this.F=n[5]|0,this.G=n[6]|0,this.H=n[7]|0}get(){let{A:e,B:n,C:s,D:i,E:o,F:l,G:a,H:d}=this;
return[e,n,s,i,o,l,a,d]}set(e,n,s,i,o,l,a,d){this.A=e|0,this.B=n|0,this.C=s|0,this.D=i|0,this.E=o|0,this.F=l|0,this.G=a|0,this.H=d|0}_cloneInto(e){return(e||=new this.
constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,n){for(let u=0;u<16;u++,n+=4)_[u]=e.getUint32(n,!1);for(let u=16;u<64;u++){let m=_[u-15],g=_[u-
2],h=H(m,7)^H(m,18)^m>>>3,$=H(g,17)^H(g,19)^g>>>10;_[u]=$+_[u-7]+h+_[u-16]|0}let{A:s,B:i,C:o,D:l,E:a,F:d,G:p,H:f}=this;for(let u=0;u<64;u++){let m=H(a,6)^H(a,11)^
H(a,25),g=f+m+It(a,d,p)+Xn[u]+_[u]|0,$=(H(s,2)^H(s,13)^H(s,22))+Pt(s,i,o)|0;f=p,p=d,d=a,a=l+g|0,l=o,o=i,i=s,s=g+$|0}s=s+this.A|0,i=i+this.B|0,o=o+this.C|0,l=l+this.
D|0,a=a+this.E|0,d=d+this.F|0,p=p+this.G|0,f=f+this.H|0,this.set(s,i,o,l,a,d,p,f)}roundClean(){Fe(_)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),Fe(this.
buffer)}},De=class extends je{constructor(){super(32,Vt)}};var Wt=Dt(()=>new De,Ut(1));var Gt=()=>{};function zt(t){Gt=t}function Kt(t,e){let n=r("input",{type:"file",multiple:!0,id:"own-text",onchange:()=>{Qt(t,[...n.files??[]])}}),s=v.filter(i=>e.
sha256[i]&&!e.texts[i]).map(i=>r("code",null,`${i} ${e.sha256[i]}`));return r("div",{class:"drop"},r("p",null,c("notHere")),r("p",null,c("drop")),r("p",null,r("\
label",{for:"own-text"},`${c("choose")} `),n),r("p",{class:"hashes"},s))}async function Qt(t,e){let n=[];for(let s of e){let i=new Uint8Array(await s.arrayBuffer()),
o=jt(Wt(i)),l=[...t.model.articles.values()].flatMap(a=>v.filter(d=>a.sha256[d]===o).map(d=>({article:a,lang:d})));if(!l.length){n.push(`${s.name} ${c("refused")}\
 ${o}`);continue}try{let a=new I(new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}).decode(i));for(let{article:d,lang:p}of l)d.texts[p]=a,n.push(`${s.name}: ${d.id}\
 ${p} ${c("accepted")}`)}catch{n.push(`${s.name} ${c("decoded")}`)}}lt(),Gt(n)}function Yt(t){addEventListener("dragover",e=>{e.dataTransfer?.types.includes("Fi\
les")&&(e.preventDefault(),document.body.classList.add("dragging"))}),addEventListener("dragleave",()=>document.body.classList.remove("dragging")),addEventListener(
"drop",e=>{e.preventDefault(),document.body.classList.remove("dragging"),Qt(t,[...e.dataTransfer?.files??[]])})}function qt(t,e,n,s){let i=qe(t.model,e,t.layers).filter(a=>!s||Zn(a,s)),o=n.getBoundingClientRect(),l=i.flatMap(a=>ts(n,a,o));return l.length?A("svg",{class:"a\
rcs","aria-hidden":"true",width:o.width,height:o.height},l):null}function Zn(t,e){let n=s=>"key"in s&&es(s,e);return n(t.from)||t.span!==void 0&&n(t.span)}function es(t,e){
return t.key===e.key||t.layer===e.layer&&t.id===e.id&&t.lang===J(e.lang)}function ts(t,e,n){let s=Jt(t,e.lang,e.from),i=Jt(t,e.lang,e.to);if(!s||!i)return[];let o=s.
left+s.width/2-n.left,l=i.left+i.width/2-n.left,a=s.top-n.top+2,d=i.top-n.top+2,p=Math.min(26,8+Math.abs(l-o)/12),f=Math.min(a,d)-p,u=`M${o},${a} C${o},${f} ${l}\
,${f} ${l},${d}`,m=(o+l)/2,g=.125*(a+d)+.75*f;return[A("path",{d:u,class:`arc ${e.layer}`}),A("path",{d:`M${l-3},${d-5} L${l},${d} L${l+3},${d-5}`,class:`arc ${e.
layer}`}),A("text",{x:m,y:g-2,class:"arc-name"},e.name)]}function Jt(t,e,n){let s=t.querySelector(`.text[data-lang=${e}]`);if(!s)return null;let i=n.start-Number(
s.dataset.start),o=document.createTreeWalker(s,NodeFilter.SHOW_TEXT),l=0;for(let a=o.nextNode();a;a=o.nextNode()){let d=Array.from(a.data).length;if(i>=l&&i<l+d){
let p=document.createRange();return p.setStart(a,ye(a.data,i-l)),p.setEnd(a,ye(a.data,Math.min(d,i-l+n.end-n.start))),p.getClientRects()[0]??null}l+=d}return null}function Xt(t){let e=[],n=[...t].sort((s,i)=>s.end-s.start-(i.end-i.start)||s.start-i.start);for(let s of n){let i=new Set(e.filter(([l])=>l.start<s.end&&s.start<
l.end).map(([,l])=>l)),o=0;for(;i.has(o);)o+=1;e.push([s,o])}return new Map(e)}function Zt(t,e,n){let s=n.filter(l=>l.start<e&&t<l.end&&l.start<l.end),i=new Set(
[t,e]);for(let l of s)i.add(Math.max(t,l.start)),i.add(Math.min(e,l.end));let o=[...i].sort((l,a)=>l-a);return o.slice(0,-1).map((l,a)=>{let d=o[a+1];return{start:l,
end:d,spans:s.filter(p=>p.start<=l&&d<=p.end)}})}var Ue=5;function Ie(t,e){let{model:n}=t,s=e.parts[0],i=s?n.articles.get(s):n.articles.values().next().value;t.pieces.clear();let o=u=>r("p",{class:"notice",role:"\
alert"},`${c("missing")} ${u}`);if(!i)return r("div",{class:"reading"},en(t,null),o(s??"–"));let l=i.beads.find(u=>u.id===e.parts[1]),a=e.parts[2]?n.spans.get(
`${i.id}/${e.parts[2]}`):void 0,d=i.beads.map(u=>tn(t,u)),p=[...e.parts[1]&&e.parts[1]!=="-"&&!l?[e.parts[1]]:[],...e.parts[2]&&!a?[e.parts[2]]:[]],f=r("div",{class:"\
reading"},en(t,i),r("article",{class:"text-pair","data-article":i.id},p.map(o),ns(t,i),ss(t,u=>S(u,...i.beads.map(m=>tn(t,m)))),v.some(u=>i.sha256[u]&&!i.texts[u])&&
Kt(t,i),r("div",{class:"beads"},d),rs(t,i)));return queueMicrotask(()=>{a?t.select(a,l??null):l?t.select(null,l):t.select(null,null);let u=l??i.beads.find(m=>m.
id===a?.bead);if(u){let m=document.getElementById(`bead-${u.id}`);m?.scrollIntoView({block:"center"}),m?.focus({preventScroll:!0})}}),f}function en(t,e){let n=[
...t.model.articles.values()].map(l=>{let a=l.title??l.id,d=v.some(p=>l.sha256[p]&&!l.texts[p]);return r("li",{"data-words":`${l.id} ${a}`.toLowerCase()},r("a",
{href:b(t.model,"read",[l.id]),"aria-current":l===e?"page":null},r("bdi",null,a),r("small",null,l.id,d&&" · ∅")))}),s=r("ul",null,n),i=r("input",{type:"searc\
h",placeholder:c("filter"),"aria-label":c("filter"),oninput:()=>{for(let l of n)l.hidden=!l.dataset.words?.includes(i.value.toLowerCase())}}),o=matchMedia("(min\
-width: 60rem)").matches;return r("nav",{class:"articles","aria-label":c("articles")},r("details",{open:o},r("summary",null,`${c("articles")} (${n.length})`),i,
s))}function ns(t,e){let{fields:n}=e,s=[e.date,n.genre,n.story,n.publisher,`fr ${n.rights_fr??"–"}`,`en ${n.rights_en??"–"}`,n.translation&&`en: ${n.translation}`].
filter(Boolean);return r("header",null,r("h1",null,r("bdi",null,e.title??e.id)),r("p",{class:"meta"},s.join(" · ")),r("p",null,t.linkButton(b(t.model,"read",[e.
id]))))}function ss(t,e){let n=()=>{let i=document.querySelector(".beads");t.pieces.clear(),i&&e(i),t.select(t.selected,t.bead)},s=(i,o,l,a="")=>{let d=r("input",
{type:"checkbox",onchange:()=>{l(d.checked),n()}});return d.checked=o,r("label",{class:"switch"},d,a&&r("i",{class:`swatch ${a}`,"aria-hidden":"true"}),i)};return r(
"fieldset",{class:"controls"},r("legend",null,c("layers")),L.map(i=>s(i,t.layers.has(i),o=>{o?t.layers.add(i):t.layers.delete(i)},i)),s(c("arcs"),t.arcs,i=>{t.arcs=
i}),s(c("force"),t.force,i=>{t.force=i}))}function rs(t,e){let n=[...t.model.articles.values()],s=n.indexOf(e),i=(o,l)=>{let a=n[o];return a&&r("a",{href:b(t.model,
"read",[a.id])},`${c(l)}: `,r("bdi",null,a.title??a.id))};return r("nav",{class:"neighbours","aria-label":c("next")},i(s-1,"previous"),i(s+1,"next"))}function tn(t,e){
let n=e.spans.fr.length+e.spans.en.length;return r("div",{class:`bead ${e.region??""}`,id:`bead-${e.id}`,role:"group",tabindex:0,"aria-label":`${c("sentence")} ${e.
id}`,"data-bead":e.id},r("div",{class:"gutter"},r("a",{href:b(t.model,"read",[e.article.id,e.id]),class:"number"},e.id),e.type!=="1-1"&&r("span",{class:"type",title:e.
type},e.type),r("button",{type:"button",class:"count","aria-label":`${c("annotationsOf")} ${e.id}: ${n}`,onclick:()=>t.select(null,e)},n)),v.map(i=>is(t,e,i)),t.
force&&v.map(i=>r("div",{class:`force ${i}`,lang:t.lang},Ae(t,e,i))))}function is(t,e,n){let s=V(e,n);if(!s)return r("div",{class:`side gap ${n}`,lang:t.lang},r(
"span",null,c(n==="fr"?"noFrench":"noEnglish")));let i=e.spans[n].filter(u=>t.layers.has(u.layer)),o=e.article.texts[n];if(!o)return r("div",{class:`side closed\
 ${n}`},ds(t,e,n,i));let l=s.start+Array.from(t.model.side(e,n)??"").length,a=Xt(i),d=Math.max(0,...[...a.values()].map(u=>u+1)),p=Zt(s.start,l,i).map(u=>{let m=r(
"span",{class:u.spans.length?"piece":null},o.slice(u.start,u.end));u.spans.length&&os(m,u,a,d);for(let g of u.spans){let h=t.pieces.get(g.key);h?h.push(m):t.pieces.
set(g.key,[m])}return u.spans.length&&cs(t,m,e,u.spans),m}),f=r("p",{class:"text",lang:n,dir:"auto","data-start":s.start,"data-lang":n},p);return f.style.lineHeight=
`calc(1.5em + ${d*Ue}px)`,r("div",{class:`side ${n}`},f)}function os(t,e,n,s){let i=e.spans.map(o=>({image:as[o.layer],size:`${o.end===e.end?"calc(100% - 2px)":
"100%"} 3px`,position:`0 calc(100% - ${(s-1-n.get(o))*Ue}px)`}));t.style.backgroundImage=i.map(o=>o.image).join(", "),t.style.backgroundSize=i.map(o=>o.size).join(
", "),t.style.backgroundPosition=i.map(o=>o.position).join(", "),t.style.paddingBottom=`${s*Ue}px`}var ls=t=>`linear-gradient(var(--${t}), var(--${t}))`,ee=(t,e,n)=>`\
repeating-linear-gradient(90deg, var(--${t}) 0 ${e}px, transparent ${e}px ${e+n}px)`,as={mentions:ls("mentions"),amounts:ee("amounts",8,2),attributions:ee("attr\
ibutions",3,2),conditionals:ee("conditionals",1,2),stances:ee("stances",12,4),flaws:ee("flaws",2,5)};function cs(t,e,n,s){let i=s.reduce((o,l)=>l.end-l.start<o.
end-o.start?l:o);e.title=s.map(o=>`${o.layer}: ${w(o)}`).join(`
`),e.addEventListener("pointerenter",o=>{o.pointerType==="mouse"&&t.hover(i)}),e.addEventListener("pointerleave",o=>{o.pointerType==="mouse"&&t.hover(null)}),e.
addEventListener("click",()=>{if(!getSelection()?.isCollapsed)return;let o=t.selected?s.indexOf(t.selected):-1;t.select(o<0?i:s[(o+1)%s.length],n)})}function ds(t,e,n,s){
let i=V(e,n);return r("p",{class:"chips"},r("span",{class:"place"},`${n} ${i.start}–${i.end} `),s.map(o=>{let l=r("button",{type:"button",class:`chip ${o.layer}`,
onclick:()=>t.select(o,e)},`${w(o)} ${o.start}–${o.end}`);return t.pieces.set(o.key,[l]),l}))}function us(t,e){return v.flatMap(n=>e.spans[n].filter(s=>t.layers.
has(s.layer)).sort((s,i)=>s.start-i.start||i.end-s.end))}function nn(t,e){let n=[...document.querySelectorAll(".bead")];if(!n.length)return!1;let s=document.activeElement?.
closest(".bead")??null,i=s?n.indexOf(s):-1,o=t.model.articles.get(document.querySelector(".text-pair")?.dataset.article??""),l=u=>o?.beads.find(m=>m.id===n[u]?.
dataset.bead),a=["j","ArrowDown"].includes(e),d=["k","ArrowUp"].includes(e);if(a||d){if(i<0&&e.startsWith("Arrow"))return!1;let u=Math.max(0,Math.min(n.length-1,
i+(a?1:-1)));return n[u].focus(),n[u].scrollIntoView({block:"nearest"}),t.select(null,l(u)??null),!0}let p=i<0?void 0:l(i);if(!p)return!1;let f=us(t,p);if(["Arr\
owRight","ArrowLeft"].includes(e)&&f.length){let u=t.selected?f.indexOf(t.selected):-1,m=e==="ArrowRight"?u+1:u<0?f.length-1:u-1;return t.select(f[(m+f.length)%
f.length],p),!0}if(e==="o"){let u=t.selected&&t.model.span(t.selected.article,t.selected.layer,t.selected.id,J(t.selected.lang));return u&&t.select(u,p),!!u}return!1}
function Pe(t,e,n){for(let o of document.querySelectorAll(".arcs"))o.remove();let s=n??(e&&t.model.articles.get(e.article)?.beads.find(o=>o.id===e.bead)),i=s&&document.
getElementById(`bead-${s.id}`);if(t.arcs&&s&&i){let o=qt(t,s,i,e);o&&i.append(o)}}function rn(t,e){document.addEventListener("selectionchange",()=>{let n=fs();if(e.hidden=!n,!n)return;let s=`${n.article} ${n.lang} ${n.start}–${n.end}`,i=`${n.
article}	${n.lang}	${n.start}	${n.end}`;S(e,r("output",null,`${s} (${n.end-n.start} ${c("selection")})`),t.copyButton(c("copyOffsets"),()=>i))})}function fs(){let t=getSelection();
if(!t||t.isCollapsed||!t.rangeCount)return null;let e=t.getRangeAt(0),n=sn(e.startContainer,e.startOffset),s=sn(e.endContainer,e.endOffset);return!n||!s||n.lang!==
s.lang||n.at>=s.at?null:{article:n.article,lang:n.lang,start:n.at,end:s.at}}function sn(t,e){let s=(t instanceof Element?t:t.parentElement)?.closest(".text[data\
-start]"),i=s?.closest("[data-article]")?.dataset.article;if(!s||!i)return null;let o=document.createRange();o.setStart(s,0),o.setEnd(t,e);let l=Number(s.dataset.
start)+We(o.toString());return{article:i,lang:s.dataset.lang??"",at:l}}var ps={read:Ie,find:Ht,facts:ht,fact:yt,entities:dt,entity:ut,matrix:pt,disagreements:Rt,figures:Ot,about:Bt},ms=["read","find","facts","entities","matrix","di\
sagreements","figures","about"],gs={fact:"facts",entity:"entities"};function hs(){let t=JSON.parse(document.getElementById("data")?.textContent??"{}"),e=r("p",{
class:"unseen","aria-live":"polite",id:"live"}),n=new oe(new ne(t),e);Le(on("language")??(navigator.language.startsWith("fr")?"fr":"en"));let s=on("theme");s&&(document.
documentElement.style.colorScheme=s);let i=r("header",{class:"top"}),o=r("main",{id:"content",tabindex:-1}),l=r("aside",{class:"panel"}),a=r("div",{class:"offse\
ts",hidden:!0});document.body.append(i,o,l,a,e),n.onSelect=(f,u,m)=>{let g=f?et(n,f):u?nt(n,u):null;if(l.hidden=!g,document.body.classList.toggle("with-panel",!!g),
g){let h=r("button",{type:"button",class:"close","aria-label":c("close"),onclick:()=>n.select(null,null)},"×");S(l,h,g)}else S(l);m&&Pe(n,f,u)};let d=()=>{let f=ve(
location.hash);document.documentElement.lang=j(),document.title=`${n.model.about.title} ${n.model.about.version}`,l.setAttribute("aria-label",c("details")),ys(n,
i,f,d),n.selected=null,n.bead=null,l.hidden=!0,S(l),document.body.classList.remove("with-panel");let m=f.version&&f.version!==n.model.about.version&&r("p",{class:"\
notice",role:"status"},c("otherVersion",f.version,n.model.about.version));S(o,m,(ps[f.view]??Ie)(n,f)),document.body.dataset.view=f.view},p="";addEventListener(
"hashchange",()=>{d();let{view:f,parts:u}=ve(location.hash),m=`${f}/${u[0]??""}`;m!==p&&u.length<2&&scrollTo(0,0),p=m}),zt(f=>{d();let u=r("div",{class:"notice",
role:"status"},f.map(m=>r("p",null,r("bdi",null,m))));o.prepend(u)}),addEventListener("resize",()=>Pe(n,n.selected,n.bead)),addEventListener("keydown",f=>{let u=f.
target,m=u.matches("input, select, textarea");if(!(f.ctrlKey||f.metaKey||f.altKey)){if(f.key==="Escape"){n.select(null,null);return}if(!m)if(f.key==="/")f.preventDefault(),
o.querySelector("form.ask")||(location.hash=b(n.model,"find"),d()),o.querySelector("form.ask input")?.focus();else if(f.key==="Enter"&&u.classList.contains("bea\
d")){if(l.hidden){let g=n.model.articles.get(o.querySelector(".text-pair")?.dataset.article??"");n.select(null,g?.beads.find(h=>h.id===u.dataset.bead)??null)}l.
querySelector("a, button:not(.close)")?.focus()}else nn(n,f.key)&&f.preventDefault()}}),rn(n,a),Yt(n),d(),Object.assign(window,{visavis:{model:n.model,ask:f=>z(
n.model,f).map(({bead:u})=>`${u.article.id}:${u.id}`)}})}function ys(t,e,n,s){let{about:i}=t.model,o=gs[n.view]??n.view,l=ms.map(a=>r("li",null,r("a",{href:b(t.
model,a),"aria-current":a===o?"page":null},c(a))));S(e,r("a",{href:"#content",class:"skip",onclick:a=>{a.preventDefault(),document.getElementById("content")?.focus()}},
c("skip")),r("p",{class:"name"},r("a",{href:b(t.model,"about")},r("bdi",null,i.name)),r("small",null,` ${i.version}`)),r("nav",{"aria-label":c("views"),class:"v\
iews"},r("ul",null,l)),r("p",{class:"tools"},r("button",{type:"button",class:"quiet",id:"language",lang:j()==="fr"?"en":"fr",onclick:()=>{Le(j()==="fr"?"en":"fr"),
ln("language",j()),s()}},c("language")),r("button",{type:"button",class:"quiet",id:"theme",title:c("theme"),"aria-label":c("theme"),onclick:()=>{let a=getComputedStyle(
document.documentElement).getPropertyValue("color-scheme")==="dark"||document.documentElement.style.colorScheme!=="light"&&matchMedia("(prefers-color-scheme: da\
rk)").matches;document.documentElement.style.colorScheme=a?"light":"dark",ln("theme",a?"light":"dark")}},"◐")))}function on(t){try{return localStorage.getItem(
`visavis-${t}`)}catch{return null}}function ln(t,e){try{localStorage.setItem(`visavis-${t}`,e)}catch{}}hs();})();
