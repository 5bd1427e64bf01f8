"use strict";(()=>{var Ie=class{value;length;units;constructor(t){if(this.value=t,!/[\ud800-\udfff]/.test(t)){this.length=t.length,this.units=null;return}let n=Array.from(t);if(this.
length=n.length,n.length===t.length){this.units=null;return}this.units=new Int32Array(n.length+1);let r=0;n.forEach((s,i)=>{this.units[i]=r,r+=s.length}),this.units[n.
length]=r}slice(t,n){return this.value.slice(this.unit(t),this.unit(n))}unit(t){let n=Math.max(0,Math.min(t,this.length));return this.units?this.units[n]:n}};function tr(e){
let t=0;for(let n of e)t+=1;return t}function Vt(e,t){let n=0;for(let r of e){if(t--<=0)break;n+=r.length}return n}function Me(e){return/^[\0-\x7f]*$/u.test(e)?
e.toLowerCase():e.normalize("NFD").replace(/\p{M}/gu,"").toLowerCase().replaceAll("’","'")}var er=new Map;function nr(e){let t=[],n=0;for(let r of e){let s=er.
get(r);s===void 0&&(s=Me(r).length,er.set(r,s));for(let i=0;i<s;i+=1)t.push(n);n+=1}return t}var R=["fr","en"],k=["mentions","amounts","attributions","conditionals","stances","flaws"],Gt={mentions:"type",amounts:"kind",attributions:"quotation",conditionals:"\
use",stances:"attitude",flaws:"category"},ve=class{constructor(t){this.data=t;this.about=t.about,this.rules=t.rules;for(let n of Be(t.tables.articles))this.addArticle(
n);for(let n of Be(t.tables.beads))this.addBead(n);for(let n of k)for(let r of Be(t.tables[n]))this.addSpan(n,r);for(let n of Be(t.tables.kb)){let r=String(n.id),
s={fr:String(n.name_fr),en:String(n.name_en)};this.entities.set(r,{id:r,type:String(n.type),names:s,fields:n})}for(let n of Be(t.tables.facts)){let r=n.members;
this.facts.set(String(n.id),{id:String(n.id),fields:n,members:r,verdict:String(n.verdict)})}this.rulings=Be(t.tables.rulings);for(let n of this.rulings){let r=zt(
n.article,n.layer,n.lang,n);Yt(this.rulingsAt,r,n)}}data;about;rules;articles=new Map;beads=[];spans=new Map;facts=new Map;entities=new Map;rulings;mentionsOf=new Map;claimsOf=new Map;rulingsAt=new Map;addArticle(t){
let n=o=>typeof t[o]=="string"?new Ie(t[o]):null,{fr:r,en:s,...i}=t;this.articles.set(String(t.id),{id:String(t.id),fields:i,title:t.title===null?null:String(t.
title),date:String(t.published??t.collected??""),texts:{fr:n("fr"),en:n("en")},sha256:{fr:t.sha256_fr,en:t.sha256_en},beads:[],spans:[]})}addBead(t){let n=this.
articles.get(String(t.article));if(!n)return;let r={id:String(t.id),article:n,type:String(t.type),region:t.region,method:String(t.method),confidence:t.confidence,
verified:t.verified===!0,sides:{fr:We(t.fr),en:We(t.en)},spans:{fr:[],en:[]}};n.beads.push(r),this.beads.push(r)}addSpan(t,n){let{article:r,bead:s,id:i,lang:o,start:a,
end:c,...u}=n,d=this.articles.get(String(r));if(!d)return;let f={key:sr(String(r),t,String(i),o),layer:t,id:String(i),lang:o,article:String(r),bead:s,start:a,end:c,
fields:u};this.spans.set(f.key,f),d.spans.push(f),d.beads.find(p=>p.id===f.bead)?.spans[f.lang].push(f),t==="mentions"&&u.entity&&Yt(this.mentionsOf,String(u.entity),
f),t==="amounts"&&u.fact&&Yt(this.claimsOf,String(u.fact),f)}span(t,n,r,s){return typeof r=="string"?this.spans.get(sr(t,n,r,s)):void 0}counterpart(t){return this.
span(t.article,t.layer,t.id,Oe(t.lang))}surface(t){let n=this.articles.get(t.article)?.texts[t.lang];return n?n.slice(t.start,t.end):null}side(t,n){let r=ue(t,n),
s=t.article.texts[n];return r&&s?s.slice(r.start,r.end).replace(/\s+$/u,""):null}holder(t){return t.fields.holder==="AUTHOR"?"AUTHOR":this.span(t.article,"menti\
ons",t.fields.holder,t.lang)?.fields.entity??null}targets(t){let n=this.span(t.article,"mentions",t.fields.target,t.lang),r=t.fields.target_span,s=r?(this.articles.
get(t.article)?.spans??[]).filter(o=>o.layer==="mentions"&&o.lang===t.lang&&r[0]<=o.start&&o.end<=r[1]):[],i=[...n?[n]:[],...s].map(o=>o.fields.entity);return[...new Set(
i.filter(o=>typeof o=="string"))]}name(t,n){return this.entities.get(String(t))?.names[n]??String(t)}sources(t){let n=(this.articles.get(t.article)?.spans??[]).
filter(r=>r.layer==="attributions"&&r.lang===t.lang).map(r=>({one:r,piece:Si(r,t)})).filter(r=>r.piece!==void 0);return n.sort((r,s)=>rr(r.piece)-rr(s.piece)),n.
map(r=>r.one)}sourceName(t,n){let r=this.span(t.article,"mentions",t.fields.source,t.lang);return r?r.fields.entity?this.name(r.fields.entity,n):this.surface(r)??
r.id:String(t.fields.source??"ANON")}};function Si(e,t){return We(e.fields.content??[]).find(n=>n.start<=t.start&&t.end<=n.end)}function rr(e){return e.end-e.start}
function We(e){return(e??[]).map(([t,n])=>({start:t,end:n}))}function ue(e,t){let n=e.sides[t];return n.length?{start:n[0].start,end:n[n.length-1].end}:null}function Oe(e){
return e==="fr"?"en":"fr"}function sr(e,t,n,r){return`${e}/${t}:${n}:${r}`}function zt(e,t,n,r){return`${e}/${t}:${n}:${r.start}-${r.end}`}function D(e){return String(
e.fields[Gt[e.layer]]??e.layer)}function Yt(e,t,n){let r=e.get(t);r?r.push(n):e.set(t,[n])}function Be(e){return e?Array.isArray(e)?e:e.rows.map(t=>Object.fromEntries(
e.columns.map((n,r)=>[n,t[r]??null]))):[]}function l(e,t,...n){let r=document.createElement(e);return ir(r,t),dt(r,n),r}var Li="http://www.w3.org/2000/svg";function H(e,t,...n){let r=document.createElementNS(
Li,e);return ir(r,t),dt(r,n),r}function ir(e,t){for(let[n,r]of Object.entries(t??{}))typeof r=="function"?e.addEventListener(n.slice(2),r):r===!0?e.setAttribute(
n,""):r!==!1&&r!==null&&r!==void 0&&e.setAttribute(n,String(r))}function dt(e,t){for(let n of t)Array.isArray(n)?dt(e,n):n instanceof Node?e.append(n):n!=null&&
n!==!1&&e.append(String(n))}function O(e,...t){e.replaceChildren(),dt(e,t)}async function or(e){try{await navigator.clipboard.writeText(e)}catch{let t=l("textar\
ea",{"aria-hidden":"true"});t.value=e,document.body.append(t),t.select(),document.execCommand("copy"),t.remove()}}function ar(e,t,n){let r=URL.createObjectURL(new Blob(
[n],{type:`${t};charset=utf-8`})),s=l("a",{href:r,download:e});document.body.append(s),s.click(),s.remove(),setTimeout(()=>URL.revokeObjectURL(r),1e3)}function Wt(e){let[t="",n=""]=e.replace(/^#\/?/u,"").split("?",2),r=t.split("/").filter(Boolean).map(Ti),i=/^\d+\.\d+\.\d+/u.test(r[0]??"")?r.shift():null,o={};
for(let[a,c]of new URLSearchParams(n))c&&(o[a]=c);return{version:i,view:r.shift()??"read",parts:r,query:o}}function Ti(e){try{return decodeURIComponent(e)}catch{
return e}}function Ri(e){return encodeURIComponent(e).replaceAll("%3A",":")}function S(e,t,n=[],r={}){let s=Object.entries(r).filter(a=>!!a[1]),i=new URLSearchParams(
s).toString();return`#/${[e.about.version,t,...n].map(Ri).join("/")}${i?`?${i}`:""}`}function _e(e,t){let n=`${t.layer}:${t.id}:${t.lang}`;return S(e,"read",[t.
article,t.bead??"-",n])}function pt(e){return location.href.split("#")[0]+e}function mt(e,t){let n=[],r=(a,c)=>{if(!c)return;let u="key"in c?{to:c,span:c}:{to:c};n.push({from:t,lang:t.lang,layer:t.layer,name:a,...u})},s=a=>e.span(t.article,
"mentions",t.fields[a],t.lang),i=a=>e.span(t.article,"attributions",t.fields[a],t.lang),o=a=>Ii(t.fields[a]);switch(t.layer){case"stances":r("holder",s("holder")),
r("target",s("target")??o("target_span")),r("condition",o("condition")),r("attribution",i("attribution"));break;case"attributions":r("source",s("source"));for(let a of We(
t.fields.content))r("content",a);r("parent",i("parent"));break;case"amounts":r("modifier",o("modifier"));for(let a of["payer","payee","about"])r(a,Mi(e,t,a));break;case"\
mentions":r("parent",s("parent"));break;default:}return n}function Ii(e){if(Array.isArray(e))return{start:Number(e[0]),end:Number(e[1])}}function Mi(e,t,n){let r=t.
fields[n];return typeof r!="string"?void 0:e.articles.get(t.article)?.beads.find(i=>i.id===t.bead)?.spans[t.lang].filter(i=>i.layer==="mentions"&&i.fields.entity===
r).sort((i,o)=>Math.abs(i.start-t.start)-Math.abs(o.start-t.start))[0]}function lr(e,t,n){return R.flatMap(r=>t.spans[r]).filter(r=>n.has(r.layer)).flatMap(r=>mt(
e,r))}function cr(e,t){let n=new Map,r=(i,o)=>{i&&!n.has(i.key)&&n.set(i.key,o)};r(t,"on");let s=e.counterpart(t);r(s,"pair");for(let i of[t,...s?[s]:[]])for(let o of mt(
e,i))r(o.span,"related");for(let i of Qt(e,t))r(i,"coref");for(let i of Kt(e,t))r(i,"claim");return n}function Qt(e,t){return t.layer!=="mentions"||!t.fields.entity?
[]:(e.mentionsOf.get(String(t.fields.entity))??[]).filter(n=>n.article===t.article&&n.id!==t.id)}function Kt(e,t){return t.layer!=="amounts"||!t.fields.fact?[]:
(e.claimsOf.get(String(t.fields.fact))??[]).filter(n=>n.article!==t.article||n.id!==t.id)}var Bi={read:["Read","Lire"],find:["Concordance","Concordance"],facts:["Facts","Faits"],entities:["Entities","Entités"],matrix:["Stances","Positions"],disagreements:[
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
"all","toutes"]},Ke="en";function Ae(){return Ke}function Zt(e){Ke=e}function g(e,...t){let n=Bi[e][Ke==="fr"?1:0];return t.reduce((r,s,i)=>r.replace(`{${i}}`,s),
n)}function q(e){return new Intl.NumberFormat(Ke,{maximumFractionDigits:6}).format(e)}var Oi=[[1e12,"trillion","billions"],[1e9,"billion","milliards"],[1e6,"mil\
lion","millions"]];function Qe(e,t){if(e==null)return"–";let n=Number(e),r=Oi.find(([i])=>Math.abs(n)>=i),s=r?`${q(n/r[0])} ${Ke==="fr"?r[2]:r[1]}`:q(n);return t?
`${s} ${String(t)}`:s}var Ni={eq:"=",approx:"≈",gt:">",ge:"≥",lt:"<",le:"≤",between:"",several:"n ×"};function X(e){let{value:t,value_max:n,unit:r,comparator:s}=e,
i=Ni[String(s)]??"";return t==null?`${i} ${r??""}`.trim()||g("noValue"):n!=null?`${Qe(t,null)} – ${Qe(n,r)}`:`${i==="="?"":i} ${Qe(t,r)}`.trim()}var ht=class{constructor(t,n,r=null){this.model=t;this.library=r;this.live=n}model;library;layers=new Set(k);arcs=!0;allArcs=!1;force=!1;pieces=new Map;selected=null;bead=null;onSelect=()=>{};live;get lang(){
return Ae()}say(t){O(this.live,t)}select(t,n){if(this.selected=t,this.bead=n,this.light(t),this.onSelect(t,n,!0),t){history.replaceState(null,"",_e(this.model,t));
let r=this.model.counterpart(t),s=[this.model.surface(t)??t.id,t.layer,D(t)];r&&s.push(`${g("counterpart")}: ${this.model.surface(r)??r.id}`),this.say(s.join(",\
 "))}}hover(t){this.light(t??this.selected),this.onSelect(t??this.selected,this.bead,!1)}light(t){for(let n of this.pieces.values())for(let r of n)r.classList.remove(
"on","pair","coref","claim","related");if(t)for(let[n,r]of cr(this.model,t))for(let s of this.pieces.get(n)??[])s.classList.add(r)}copyButton(t,n){let r=l("butt\
on",{type:"button",class:"quiet",onclick:async()=>{await or(n()),this.say(g("copied")),r.classList.add("done"),setTimeout(()=>r.classList.remove("done"),1200)}},
t);return r}linkButton(t){return this.copyButton(g("link"),()=>pt(t))}};function fr(e,t){let{model:n}=e,{changes:r}=n.data;if(!r)return l("div",{class:"page"},l("h1",null,g("changes")),l("p",null,g("noChanges")));let s=t.query.table??
"",i=[...new Set(r.rows.map(u=>u.table))],o=r.rows.filter(u=>!s||u.table===s),a=u=>l("a",{href:S(n,"changes",[],{table:u}),"aria-current":u===s?"true":null},`${u||
g("all")} (${r.rows.filter(d=>!u||d.table===u).length})`),c=l("tbody",null,o.slice(0,500).map(u=>ki(e,u)));return l("div",{class:"page wide"},l("h1",null,`${g("\
changes")}: ${r.version} → ${n.about.version}`),l("p",null,`${r.count} ${g("rowsChanged")}`),l("nav",{class:"tabs","aria-label":g("layer")},["",...i].map(a)),
l("div",{class:"scroll",tabindex:0,role:"region","aria-label":g("changes")},l("table",null,c)))}function ki(e,t){let{model:n}=e,r=[t.key.article,t.key.id,t.key.
lang].filter(c=>c!=null).join(":"),s=k.find(c=>c===t.table),i=s&&n.span(String(t.key.article),s,t.key.id,t.key.lang),o=Object.keys({...t.old,...t.new}).map(c=>l(
"li",null,`${c}: `,l("del",null,JSON.stringify(t.old?.[c]??null))," → ",l("ins",null,JSON.stringify(t.new?.[c]??null)))),a=i?S(n,"read",[i.article,i.bead??"-",
`${i.layer}:${i.id}:${i.lang}`]):t.table==="facts"?S(n,"fact",[r]):t.table==="kb"?S(n,"entity",[r]):null;return l("tr",null,l("td",null,t.kind),l("td",null,t.table),
l("td",null,a&&t.kind!=="removed"?l("a",{href:a},r):r),l("td",null,l("ul",{class:"cells"},o),t.table in Ui?null:Ci(e,t,i||void 0)))}var Ui={facts:!0,kb:!0,articles:!0};
function Ci(e,t,n){let{model:r}=e,s=String(t.table==="beads"?t.key.id:n?.bead),i=t.kind==="removed"?void 0:r.articles.get(String(t.key.article))?.beads.find(a=>a.
id===s);return R.filter(a=>!t.key.lang||t.key.lang===a).flatMap(a=>{let c=t.before.find(m=>m.lang===a),u=i?r.side(i,a):null,d=i&&ue(i,a)?.start,f=n&&d!==void 0?
[n.start-d,n.end-d]:null,p=(m,h,y)=>l("p",{class:m,"data-lang":a},l("small",null,`${g(m)} `),Pi(h,y,a,t.table));return[c&&p("wasSo",c.text,c.span),u!==null&&p("\
isSo",u,f)].filter(m=>m instanceof HTMLElement)})}function Pi(e,t,n,r){if(!t)return l("span",{lang:n,dir:"auto"},e);let s=Array.from(e),[i,o]=t;return l("span",
{lang:n,dir:"auto"},s.slice(0,i).join(""),l("mark",{class:r},s.slice(i,o).join("")),s.slice(o).join(""))}var Di=new Set(["fact","entity","holder","target","source","attribution","parent","target_span","content","modifier","condition"]);function de(e,...t){return l(
"section",null,l("h3",null,e),...t)}function W(e,t,n){let r=e.model.surface(t);return l("a",{href:_e(e.model,t),class:`ref ${t.layer}`},n&&l("span",{class:"role"},
`${n} `),r===null?l("bdi",null,`${t.start}–${t.end}`):l("q",{lang:t.lang,dir:"auto"},pe(r)),l("small",null,` ${D(t)} ${t.lang}`))}function pe(e,t=160){let n=Array.
from(e);return n.length>t?`${n.slice(0,t).join("")}…`:e}function ur(e,t){let{model:n}=e,r=n.counterpart(t),s=Object.entries(t.fields).filter(([u,d])=>!Di.has(
u)&&Fi(d)),i=mt(n,t),o=Qt(n,t),a=Kt(n,t),c=n.surface(t);return l("div",{class:"details"},l("h2",null,l("i",{class:`swatch ${t.layer}`,"aria-hidden":"true"}),` ${D(
t)} `,l("small",null,`${t.layer} · ${t.id} · ${t.lang}`)),l("p",{class:"surface",lang:t.lang,dir:"auto"},c===null?`${t.start}–${t.end}`:pe(c,400)),de(g("cou\
nterpart"),r?l("p",null,W(e,r)):l("p",null,g("noCounterpart"),t.fields.omitted?`: ${t.fields.omitted}`:"")),de(g("attributes"),Hi(e,t,s)),t.layer==="amounts"&&l(
"p",{class:"value"},X(t.fields)),t.layer==="mentions"&&typeof t.fields.entity=="string"&&l("p",null,`${g("entityPage")}: `,l("a",{href:S(n,"entity",[t.fields.entity])},
n.name(t.fields.entity,e.lang))),typeof t.fields.fact=="string"&&l("p",null,`${g("factPage")}: `,l("a",{href:S(n,"fact",[t.fields.fact])},String(n.facts.get(t.fields.
fact)?.fields.label??t.fields.fact))),i.length>0&&de(g("relations"),l("ul",null,i.map(u=>l("li",null,u.span?W(e,u.span,u.name):[l("span",{class:"role"},`${u.name}\
 `),l("q",{lang:u.lang,dir:"auto"},pe(n.surface({...u.to,article:t.article,lang:u.lang})??`${u.to.start}–${u.to.end}`))])))),t.fields.holder==="AUTHOR"&&l("p",
null,`${g("holder")}: ${g("author")}`),a.length>0&&de(g("claims"),l("ul",null,a.slice(0,20).map(u=>l("li",null,W(e,u),` ${u.article}`)))),o.length>0&&de(`${g("c\
oreferents")} (${o.length})`,l("ul",null,o.slice(0,20).map(u=>l("li",null,W(e,u))))),ji(e,t),de(g("provenance"),qi(e,t)),Ne(e,_e(n,t),`${t.article} ${t.bead??""}\
 ${t.layer}:${t.id}:${t.lang} [${t.start}, ${t.end})`))}function Fi(e){return e!==null&&e!==!1&&!(Array.isArray(e)&&!e.length)}function Hi(e,t,n){let r=e.model.
data.meanings[t.layer]??{},s=new Set(["payer","payee","about"]);return l("dl",null,[["offsets",`${t.start}–${t.end}`],...n].map(([i,o])=>[l("dt",{title:r[i]??
""},i),l("dd",null,s.has(i)?l("a",{href:S(e.model,"entity",[String(o)])},e.model.name(o,e.lang)):l("bdi",null,Array.isArray(o)?o.join(", "):String(o)))]))}function dr(e,t){
return e.model.rulingsAt.get(zt(t.article,t.layer,t.lang,t))??[]}function ji(e,t){let n=dr(e,t).map(o=>o.rule).filter(o=>o!==null),r=[...new Set([...e.model.data.
examples[t.key]??[],...n])].flatMap(o=>o.split(/[,\s]+/u)).filter(o=>e.model.rules[o]),s=Object.entries(e.model.rules).filter(([o,a])=>a.layer===t.layer&&!r.includes(
o));if(!r.length&&!s.length)return!1;let i=(o,a)=>l("details",{open:a},l("summary",null,`${o} ${e.model.rules[o].title}`),l("p",null,e.model.rules[o].text));return de(
g("rules"),r.map(o=>i(o,!0)),s.length>0&&l("details",null,l("summary",null,`${t.layer} (${s.length})`),s.map(([o])=>i(o,!1))))}function qi(e,t){let n=dr(e,t),r=new Map(
e.model.data.passes.map(i=>[String(i.id),String(i.annotator)])),s=e.model.articles.get(t.article);return l("ul",null,n.map(i=>l("li",null,`${i.passes.map(o=>`${o}\
 (${r.get(o)??"?"})`).join(" / ")}: `,i.only?`${g("onlyIn")} ${i.passes[i.only==="first"?0:1]}`:`${g("differs")} ${i.differs.join(", ")}`,` → ${g("kept")}: ${i.
kept??"–"}`,i.rule?` (${i.rule})`:"",i.reason?` ${i.reason}`:"")),!n.length&&l("li",null,g(r.size?"noRuling":"noRulings")),l("li",null,`${e.model.about.name} ${e.
model.about.version}; fr ${s?.fields.origin??"?"}, en ${s?.fields.translation??"?"}`))}function Ne(e,t,n){let{about:r}=e.model,s=[`${r.name} ${r.version}${r.digest?
` (${r.digest})`:""}`,n,pt(t),"",e.lang==="fr"?"Ce qui est faux, et ce qu’il faudrait :":"What is wrong, and what it should be:",""].join(`
`),i=l("textarea",{rows:7,"aria-label":g("report")});return i.value=s,l("div",{class:"actions"},e.linkButton(t),l("details",{class:"report"},l("summary",null,g(
"report")),l("p",null,g("reportText")),i,e.copyButton(g("copy"),()=>i.value)))}function pr(e,t){let n=`${t.article.id}:${t.id}`;return l("div",{class:"details"},
l("h2",null,`${g("sentence")} ${t.id} `,l("small",null,`${t.type} · ${t.region??""} · ${t.method} · ${t.verified?g("verified"):g("unverified")}${t.confidence===
null?"":` · ${t.confidence}`}`)),l("button",{type:"button",class:"quiet","aria-pressed":String(e.allArcs),onclick:()=>{e.allArcs=!e.allArcs,e.allArcs&&(e.arcs=
!0),e.select(null,t)}},g("allArcs")),R.map(r=>de(g(r==="fr"?"french":"english"),l("p",null,`${g("force")}: `,Jt(e,t,r)),l("ul",null,t.spans[r].map(s=>l("li",null,
W(e,s,s.layer)))),!t.spans[r].length&&l("p",null,g("noAnnotation")))),Ne(e,S(e.model,"read",[t.article.id,t.id]),n))}function Jt(e,t,n){let{model:r}=e,s=t.spans[n].
filter(o=>["attributions","conditionals"].includes(o.layer)),i=o=>r.surface(o)??`${o.start}–${o.end}`;return l("span",{class:"forces"},s.length===0&&l("span",
{class:"mark"},g("asserts")),s.map(o=>{if(o.layer==="attributions")return l("span",{class:"mark attributions"},`${Xt(e,o)}: `,l("q",{lang:n,dir:"auto"},i(o)));let a=[
D(o),o.fields.rendering].filter(Boolean).join(" → ");return l("span",{class:"mark conditionals"},`${a}: `,l("q",{lang:n,dir:"auto"},i(o)))}))}function Xt(e,t){
return t.fields.source==="ANON"?g("anonymous"):pe(e.model.sourceName(t,e.lang),60)}var ke={mentions:["type","subtype","form","reading","relation","omitted"],amounts:["kind","unit","comparator","role","payer","payee","about","relation","omitted"],
attributions:["quotation","relation","omitted"],conditionals:["use","alternative","rendering","relation","omitted"],stances:["attitude","polarity","intensity","\
negated","factuality","holder_entity","target_entity","relation","omitted"],flaws:["category","severity","recoverable"]},me=["article","genre","story","split","\
origin"];function se(e,t,n){if(n==="holder_entity")return[e.holder(t)];if(n==="target_entity"){let r=e.targets(t);return r.length?r:[null]}return[t.fields[n]??null]}
function tn(e){let t=[];for(let n of e.matchAll(/(-?)(?:"([^"]*)"|(\S+))/gu)){let r=n[2]??n[3]??"",s=n[2]===void 0&&r.endsWith("*"),i=Me(r).match(/[\p{L}\p{N}]+/gu);
i&&t.push({words:i.join(" "),prefix:s,negative:n[1]==="-"})}return t}function yr(e){return`(?:^|[^\\p{L}\\p{N}])${e.words.replaceAll(" ","[^\\p{L}\\p{N}]+")}${e.
prefix?"":"(?:[^\\p{L}\\p{N}]|$)"}`}function mr(e){return tn(e).map(t=>{let n=t.words.replaceAll(" ","[^\\p{L}\\p{N}]+"),r=t.prefix?"":"(?![\\p{L}\\p{N}])",s=`(\
?<![\\p{L}\\p{N}])${n}${r}`,i=t.words.split(" "),{negative:o}=t;return{words:i,once:new RegExp(s,"u"),pattern:new RegExp(s,"gu"),negative:o}})}var hr=new WeakMap,
en=0;function br(){en+=1}function gt(e,t){let n=hr.get(t);if(n&&n.version===en)return n.sides;let r=i=>{let o=e.side(t,i);return o===null?null:Me(o)},s={fr:r("f\
r"),en:r("en")};return hr.set(t,{version:en,sides:s}),s}function nn(e,t=0){(r=>"requestIdleCallback"in window?requestIdleCallback(r):setTimeout(r,50))(()=>{for(let r of e.
beads.slice(t,t+100))gt(e,r);t+100<e.beads.length&&nn(e,t+100)})}function gr(e,t){return t.length?e===null?!1:t.every(({words:n,once:r,negative:s})=>s!==(n.every(
i=>e.includes(i))&&r.test(e))):!0}function Vi(e,t,n){if(e===null||t===null||!n.length)return[];let r=nr(e);return n.filter(s=>!s.negative).flatMap(({pattern:s})=>[
...t.matchAll(s)].map(i=>({start:r[i.index],end:r[i.index+i[0].length-1]+1})))}function Yi(e,t,n,r){let s,i=o=>Vi(e.side(t,o),gt(e,t)[o],r[o]);return{model:e,bead:t,
spans:n,get marks(){return s??={fr:i("fr"),en:i("en")},s},after(o){let a=r[o].find(u=>!u.negative),c=a?gt(e,t)[o]:null;return c===null?null:c.slice(Math.max(0,c.
search(a.once)))}}}function re(e){let t=/^\s*([+-]?[\d\s.,']+(?:e[+-]?\d+)?)\s*([\p{L}%]*)\.?\s*$/iu.exec(e??"");if(!t)return null;let n=t[1].replace(/[\s']/gu,
""),r=/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(n)?n.replaceAll(",",""):n.replace(",","."),s=Gi[Me(t[2])],i=Number(r)*(s??Number.NaN);return Number.isFinite(i)?i:
null}var Gi={"":1,"%":1,thousand:1e3,k:1e3,mille:1e3,m:1e6,million:1e6,millions:1e6,bn:1e9,b:1e9,billion:1e9,billions:1e9,md:1e9,milliard:1e9,milliards:1e9,trillion:1e12,
trillions:1e12,billiard:1e15};function zi(e,t,n,r){if(n.side&&n.side!==t.lang)return!1;for(let o of r){let a=se(e,t,o),c=n[o].split("|"),u=d=>c.includes(d===null?
"-":String(d));if(!a.some(u))return!1}let s=re(n.min),i=re(n.max);if(t.layer==="amounts"&&(s!==null||i!==null)){if(t.fields.value===null||t.fields.value===void 0)
return!1;let o=Number(t.fields.value);if(Number(t.fields.value_max??t.fields.value)<(s??-1/0)||o>(i??1/0))return!1}return!0}function ie(e,t){let n={fr:mr(t.fr??
""),en:mr(t.en??"")},r=k.find(a=>a===t.layer),s=r?ke[r].filter(a=>t[a]):[],i=me.filter(a=>t[a]),o=[];for(let a of e.beads){if(t.type_bead&&a.type!==t.type_bead||
!i.every(u=>Wi(a,u,t[u])))continue;let c=[];if(t.entity){let u=[...a.spans.fr,...a.spans.en].filter(d=>d.layer==="mentions"&&d.fields.entity===t.entity);if(!u.length)
continue;c=u}if(r){let u=R.flatMap(d=>a.spans[d]).filter(d=>d.layer===r&&zi(e,d,t,s));if(!u.length)continue;c=u}if(n.fr.length||n.en.length){let u=gt(e,a);if(!gr(
u.fr,n.fr)||!gr(u.en,n.en))continue}o.push(Yi(e,a,c,n))}return o}function Wi(e,t,n){let{fields:r}=e.article;return String(r[t==="article"?"id":t])===n}var wr=["\
order","fr","en","label","value","date"];function xr(e,t,n){let r=i=>{let o=i.spans[0];switch(n){case"fr":case"en":{let a=i.after(n);if(a!==null)return a.replace(
/^[^\p{L}\p{N}]+/u,"");let c=e.side(i.bead,n)??"",u=i.spans.find(p=>p.lang===n),d=i.bead.sides[n][0]?.start??0,f=u?u.start-d:0;return Me(Array.from(c).slice(f).
join("")).replace(/^[^\p{L}\p{N}]+/u,"")}case"label":return o?Object.values(o.fields).map(String).join(" "):"";case"value":return Number(o?.fields.value??Number.
POSITIVE_INFINITY);case"date":return i.bead.article.date;default:return 0}};if(n==="order"||!n)return t;let s=t.map((i,o)=>({hit:i,index:o,key:r(i)}));return s.
sort((i,o)=>i.key<o.key?-1:i.key>o.key?1:i.index-o.index),s.map(i=>i.hit)}function Ue(e,t,n){let r=new Map;for(let s of t){let i=me.includes(n)?[s.bead.article.
fields[n==="article"?"id":n]??null]:s.spans.flatMap(o=>se(e,o,n));for(let o of new Set(i.map(a=>a===null?"-":String(a))))r.set(o,(r.get(o)??0)+1)}return[...r].sort(
(s,i)=>i[1]-s[1]||(s[0]<i[0]?-1:1))}function vr(e){let{model:t}=e,r=[...t.entities.values()].map(i=>({one:i,count:Ce(t.mentionsOf.get(i.id)??[]).length})).sort((i,o)=>o.count-i.count).map(({one:i,
count:o})=>l("li",{"data-words":`${i.id} ${i.names.fr} ${i.names.en}`.toLowerCase()},l("a",{href:S(t,"entity",[i.id])},l("bdi",null,i.names[e.lang])),` ${i.type}\
 · ${o}`)),s=l("input",{type:"search",placeholder:g("filter"),"aria-label":g("filter"),oninput:()=>{for(let i of r)i.hidden=!i.dataset.words?.includes(s.value.
toLowerCase())}});return l("div",{class:"page"},l("h1",null,g("entities")),s,l("ul",{class:"list columns"},r))}function Ce(e){let t=new Map;for(let n of e){let r=`${n.
article}/${n.layer}:${n.id}`;(!t.has(r)||n.lang==="fr")&&t.set(r,n)}return[...t.values()]}function yt(e,t){return[...e.model.spans.values()].filter(n=>n.layer===
t)}function _r(e,t){let{model:n}=e,r=n.entities.get(t.parts[0]??"");if(!r)return l("p",{class:"notice",role:"alert"},`${g("missing")} ${t.parts[0]}`);let s=n.mentionsOf.
get(r.id)??[],i=new Map;for(let p of s){let m=n.surface(p);if(m===null)continue;let h=`${m} (${p.lang})`;i.set(h,(i.get(h)??0)+1)}let o=yt(e,"stances"),a=Ce(yt(
e,"amounts")),c=(p,m,h)=>m.length>0&&l("section",null,l("h2",null,`${p} (${m.length})`),l("ul",null,m.slice(0,200).map(y=>l("li",null,h(y))))),u=p=>m=>{let h=se(
n,m,`${p}_entity`).filter(y=>y!==null);return[l("span",{class:`polarity ${m.fields.polarity}`},Qi(m.fields.polarity)),` ${D(m)} `,h.map(y=>[Ar(e,y)," "]),W(e,m),
` ${m.article}:${m.bead}`]},d=p=>[l("strong",null,X(p.fields))," ",W(e,p),` ${p.fields.role} · ${p.article}:${p.bead}`],f=p=>a.filter(m=>m.fields[p]===r.id);return l(
"div",{class:"page entity"},l("p",null,l("a",{href:S(n,"entities")},g("entities"))),l("h1",null,l("bdi",null,r.names[e.lang])," ",l("small",null,`${r.type} · ${r.
id}${r.fields.qid?` · ${r.fields.qid}`:""}`)),l("p",null,R.map(p=>l("span",null,`${p} `,l("bdi",{lang:p},r.names[p])," "))),l("p",null,l("a",{href:S(n,"find",[],
{entity:r.id})},`${g("find")} →`)),l("section",null,l("h2",null,`${g("names")} (${s.length})`),l("p",{class:"tags"},[...i].sort((p,m)=>m[1]-p[1]).slice(0,40).
map(([p,m])=>l("span",{class:"tag mentions"},l("bdi",null,pe(p)),m>1&&` × ${m}`)))),c(g("held"),Ce(o.filter(p=>n.holder(p)===r.id)),u("target")),c(g("received"),
Ce(o.filter(p=>n.targets(p).includes(r.id))),u("holder")),c(g("paid"),f("payer"),d),c(g("got"),f("payee"),d),c(g("concerned"),f("about"),d),c(g("mentions"),Ce(s),
p=>[W(e,p),` ${p.article}:${p.bead}`]),Ne(e,S(n,"entity",[r.id]),`entity ${r.id}`))}function Ar(e,t){return t==="AUTHOR"?l("em",null,g("author")):l("a",{href:S(
e.model,"entity",[String(t)])},l("bdi",null,e.model.name(t,e.lang)))}function Qi(e){return e==="positive"?"+":e==="negative"?"−":"·"}var Ki=14;function Er(e,t){
let{model:n}=e,r=t.query.attitude??"",s=t.query.all?1/0:Ki,i=Ce(yt(e,"stances")).filter(h=>!r||D(h)===r),o=new Map,a={holder:new Map,target:new Map};for(let h of i){
let y=n.holder(h)??"-";a.holder.set(y,(a.holder.get(y)??0)+1);for(let w of se(n,h,"target_entity").map(b=>String(b??"-"))){let b=`${y}
${w}`;o.set(b,[...o.get(b)??[],h]),a.target.set(w,(a.target.get(w)??0)+1)}}let c=h=>[...a[h]].sort((y,w)=>+(y[0]==="-")-+(w[0]==="-")||w[1]-y[1]).map(([y])=>y),
u=c("holder").slice(0,s),d=c("target").slice(0,s),f=h=>h==="-"?l("em",null,g("other")):Ar(e,h),p=[...new Set(yt(e,"stances").map(D))].sort(),m=h=>l("a",{href:S(
n,"matrix",[],{attitude:h,all:t.query.all}),"aria-current":h===r?"true":null},h||g("all"));return l("div",{class:"page wide"},l("h1",null,g("matrix")),l("p",null,
g("matrixHelp")),l("nav",{class:"tabs","aria-label":g("attitude")},["",...p].map(m)),l("p",null,`${u.length} / ${a.holder.size} × ${d.length} / ${a.target.size}\
 ${g("shown")} `,s!==1/0&&l("a",{href:S(n,"matrix",[],{attitude:r,all:"1"})},g("all"))),l("div",{class:"scroll",tabindex:0,role:"region","aria-label":g("matrix")},
l("table",{class:"matrix"},l("thead",null,l("tr",null,l("td",null,`${g("holder")} ↓ ${g("target")} →`),d.map(h=>l("th",{scope:"col"},l("span",null,f(h)))))),
l("tbody",null,u.map(h=>l("tr",null,l("th",{scope:"row"},f(h)),d.map(y=>{let w=o.get(`${h}
${y}`);return l("td",null,w&&Zi(e,w,{layer:"stances",attitude:r,holder_entity:h,target_entity:y}))})))))))}function Zi(e,t,n){let r=d=>t.filter(f=>f.fields.polarity===
d).length,[s,i,o]=[r("positive"),r("negative"),r("neutral")],a=[s&&`+${s}`,i&&`−${i}`,o&&`·${o}`].filter(Boolean).join(" "),c=s>i?"positive":i>s?"negative":"\
even",u=Math.min(3,Math.ceil(Math.abs(s-i)/2));return l("a",{href:S(e.model,"find",[],n),class:`cell ${c} s${u}`,title:t.map(D).join(", ")},a)}function Ji(e,t){let{model:n}=e;return t.members.flatMap(({article:s,id:i},o)=>{let a=n.span(s,"amounts",i,"fr"),c=n.span(s,"amounts",i,"en"),u=a??c;if(!u)return[];
let d=n.articles.get(s)?.date??"",f=["gt","lt"].includes(String(u.fields.comparator));return[{member:o,span:u,pair:a?c:void 0,date:d,strict:f,...Xi(e,u)}]}).sort(
(s,i)=>s.date<i.date?-1:s.date>i.date?1:s.member-i.member)}function Xi(e,t){let{value:n,value_max:r,comparator:s}=t.fields;if(n==null)return{low:Number.NaN,high:Number.
NaN};let i=Number(n),o=e.model.data.approximation;switch(s){case"approx":return{low:i*(1-o),high:i*(1+o)};case"gt":case"ge":return{low:i,high:1/0};case"lt":case"\
le":return{low:-1/0,high:i};case"between":return{low:i,high:Number(r??n)};default:return{low:i,high:i}}}var rn=["contradict","compatible","agree","single"];function Lr(e,t){
let n=t.query.verdict??"",r=[...e.model.facts.values()].filter(o=>o.members.length>0),s=r.filter(o=>!n||o.verdict===n).sort((o,a)=>rn.indexOf(o.verdict)-rn.indexOf(
a.verdict)||a.members.length-o.members.length),i=o=>l("a",{href:S(e.model,"facts",[],{verdict:o}),"aria-current":n===o?"true":null},`${o||g("all")} (${r.filter(
a=>!o||a.verdict===o).length})`);return l("div",{class:"page"},l("h1",null,g("facts")),l("nav",{class:"tabs","aria-label":g("verdict")},["",...rn].map(i)),l("ul",
{class:"list"},s.map(o=>l("li",null,l("a",{href:S(e.model,"fact",[o.id])},String(o.fields.label))," ",l("span",{class:`verdict ${o.verdict}`},o.verdict),` ${o.members.
length} ${g("claimsN")}`))))}function Tr(e,t){let{model:n}=e,r=n.facts.get(t.parts[0]??"");if(!r)return l("p",{class:"notice",role:"alert"},`${g("missing")} ${t.
parts[0]}`);let s=Ji(e,r),i=n.data.clashes[r.id]??[],o=c=>s.flatMap((u,d)=>i.some(([f,p])=>f===c.member&&p===u.member||p===c.member&&f===u.member)?[d+1]:[]),a=[
"payer","payee","about"].flatMap(c=>r.fields[c]?[l("li",null,`${c}: `,l("a",{href:S(n,"entity",[String(r.fields[c])])},n.name(r.fields[c],e.lang)))]:[]);return l(
"div",{class:"page fact"},l("p",null,l("a",{href:S(n,"facts")},g("facts"))),l("h1",null,String(r.fields.label)),l("p",null,`${g("verdict")}: `,l("span",{class:`\
verdict ${r.verdict}`},r.verdict),` · ${s.length} ${g("claimsN")} · ${r.fields.role} · ${r.fields.kind} ${r.fields.unit??""}`),l("ul",{class:"inline"},a),to(
s,r.fields.unit,s.map(c=>o(c).length>0)),l("div",{class:"scroll",tabindex:0,role:"region","aria-label":g("claimsN")},l("table",{class:"claims"},l("thead",null,l(
"tr",null,["#",g("date"),g("claim"),g("source"),g("sentence"),g("contradicts")].map(c=>l("th",{scope:"col"},c)))),l("tbody",null,s.map((c,u)=>l("tr",{"data-memb\
er":`${c.span.article}:${c.span.id}`},l("th",{scope:"row"},u+1),l("td",null,c.date||"–"),l("td",{class:"value"},X(c.span.fields)),l("td",null,eo(e,c.span)),l(
"td",null,W(e,c.span),c.pair&&[l("br"),W(e,c.pair)],l("br"),l("a",{href:S(n,"read",[c.span.article,c.span.bead??"-"])},`${c.span.article}:${c.span.bead}`)),l("t\
d",null,o(c).map(d=>l("span",{class:"clash"},`⚡${d} `)))))))),Ne(e,S(n,"fact",[r.id]),`fact ${r.id}`))}function eo(e,t){let n=e.model.sources(t);return n.length?
n.map((r,s)=>l("span",null,s?" ← ":"",Xt(e,r)," ",l("q",{lang:r.lang},e.model.surface(r)??""))):[g("asserted")]}var sn=640,bt=34,$r=22;function to(e,t,n){let r=e.
flatMap(b=>[b.low,b.high]).filter(Number.isFinite);if(!r.length)return!1;let s=Math.min(...r),i=Math.max(...r),o=s>0&&i/s>50,a=b=>o?Math.log10(b):b,c=a(i)-a(s)||
Math.abs(a(i))||1,u=a(s)-c*.12,d=a(i)+c*.12,f=b=>bt+(a(b)-u)/(d-u)*(sn-bt-16),p=e.length*$r+40,m=e.map((b,x)=>{let v=16+x*$r,E=n[x]?"claim-line clash":"claim-li\
ne",A=H("text",{x:4,y:v+4,class:"tick"},`${x+1}`);if(Number.isNaN(b.low))return[A,H("text",{x:bt,y:v+4,class:"tick"},g("noValue"))];let _=Number.isFinite(b.low)?
f(b.low):bt,$=Number.isFinite(b.high)?f(b.high):sn-8,I=_===$?[H("circle",{cx:_,cy:v,r:5,class:E})]:[H("line",{x1:_,x2:$,y1:v,y2:v,class:E}),Sr(b.low,_,v,-1,E,b.
strict),Sr(b.high,$,v,1,E,b.strict)];return[A,...I,H("title",null,X(b.span.fields))]}),h=[...new Set(e.map(b=>Number(b.span.fields.value)).filter(b=>Number.isFinite(
b)&&b!==0))].sort((b,x)=>b-x),y=-1/0,w=h.flatMap(b=>f(b)-y<96?[]:(y=f(b),[H("line",{x1:f(b),x2:f(b),y1:6,y2:p-22,class:"grid"}),H("text",{x:f(b),y:p-8,class:"ti\
ck middle"},Qe(b,t==="USD"||t==="EUR"?t:null))]));return l("figure",{class:"numbers"},l("figcaption",null,g("numberLine")),H("svg",{viewBox:`0 0 ${sn} ${p}`,role:"\
img","aria-label":`${g("numberLine")}: ${e.map((b,x)=>`${x+1} ${X(b.span.fields)}`).join("; ")}`},w,m))}function Sr(e,t,n,r,s,i){return i&&Number.isFinite(e)?H(
"circle",{cx:t,cy:n,r:4.5,class:`${s} strict`}):Number.isFinite(e)?H("line",{x1:t,x2:t,y1:n-6,y2:n+6,class:s}):H("path",{d:`M${t-7*r},${n-5} L${t},${n} L${t-7*r}\
,${n+5}`,class:`${s} open`})}var wt=["id","article","bead","type","fr","en","spans","labels","values"];function Ir(e,t){return t.map(({bead:n,spans:r})=>({id:`${n.article.id}:${n.id}`,article:n.
article.id,bead:n.id,type:n.type,fr:e.side(n,"fr")??"",en:e.side(n,"en")??"",spans:r.map(s=>`${s.layer}:${s.id}:${s.lang}`).join(" "),labels:r.map(D).join(" "),
values:r.map(s=>String(s.fields.value??"")).filter(Boolean).join(" ")}))}function Mr(e){let t=n=>{let r=/^[=+@\t\r-]/u.test(n)?`'${n}`:n;return/[",\r\n]/u.test(
r)?`"${r.replaceAll('"','""')}"`:r};return[wt,...e.map(n=>wt.map(r=>n[r]))].map(n=>n.map(t).join(",")).join(`\r
`)+`\r
`}function an(e){let t=n=>n.replace(/[\t\r\n]+/gu," ");return[wt,...e.map(n=>wt.map(r=>n[r]))].map(n=>n.map(t).join("	")).join(`
`)+`
`}function Br(e){return`${JSON.stringify(e,null,1)}
`}function on(e){return e.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu,"�").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">",
"&gt;").replaceAll('"',"&quot;")}function Or(e,t){let n=r=>`<tu tuid="${on(r.id)}">${R.filter(s=>r[s]).map(s=>`<tuv xml:lang="${s}"><seg>${on(r[s])}</seg></tuv>`).
join("")}</tu>`;return`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="visavis" creationtoolversion="${on(e.visavis)}" segtype="sentence" o-tmf="visavis" adminlang="en" srclang="fr" datatype\
="plaintext"/><body>
${t.filter(r=>r.fr||r.en).map(n).join(`
`)}
</body></tmx>
`}var ln=e=>`${e.title}`;function Nr(e){return[`@misc{${e.name}-${e.version},`,`  title = {{${ln(e)}}},`,...e.authors.length?[`  author = {${e.authors.map(t=>`{${t}\
}`).join(" and ")}},`]:[],...e.date?[`  year = {${e.date.slice(0,4)}},`]:[],`  version = {${e.version}},`,...e.url?[`  url = {${e.url}},`]:[],"}"].join(`
`)}function kr(e){return["TY  - DATA",`TI  - ${ln(e)}`,...e.authors.map(t=>`AU  - ${t}`),...e.date?[`PY  - ${e.date.slice(0,4)}`,`DA  - ${e.date.replaceAll("-",
"/")}`]:[],`ET  - ${e.version}`,...e.url?[`UR  - ${e.url}`]:[],"ER  - "].join(`
`)}function Ur(e){let t=e.date?.split("-").map(Number);return JSON.stringify([{id:`${e.name}-${e.version}`,type:"dataset",title:ln(e),author:e.authors.map(n=>({
literal:n})),...t?{issued:{"date-parts":[t]}}:{},version:e.version,...e.url?{URL:e.url}:{}}],null,1)}var he=e=>JSON.stringify(e);function Ze(e,t){let n=e.kind===
"release"?`, version=${he(e.version)}`:"";return`visavis.load(SOURCE, ${he(t)}${n}, backend="polars")`}function Rr(e,t){let n=`pl.col("${e}").str.normalize("NFD\
").str.replace_all(r"\\p{M}", "").str.to_lowercase().str.replace_all("’", "'")`;return tn(t).map(r=>`${r.negative?"~":""}${n}.str.contains(r"${yr(r)}")`)}var no=[
'holders = mentions.select("article", "lang", holder="id", holder_entity="entity")','spans = spans.join(holders, on=["article", "lang", "holder"], how="left")',
'author = pl.when(pl.col("holder") == "AUTHOR").then(pl.lit("AUTHOR"))','spans = spans.with_columns(holder_entity=author.otherwise("holder_entity"))'],ro=['name\
d = mentions.select("article", "lang", m="id", first="start", last="end", target_entity="entity")','named = spans.join(named.drop_nulls("target_entity"), on=["a\
rticle", "lang"])','words = pl.col("target_span").struct','inside = (words.field("start") <= pl.col("first")) & (pl.col("last") <= words.field("end"))','named =\
 named.filter((pl.col("target") == pl.col("m")) | inside)','named = named.select("article", "lang", "id", "target_entity")','spans = spans.join(named, on=["arti\
cle", "lang", "id"], how="left")'];function xt(e,t){let{about:n}=e,r=k.find(a=>a===t.layer),s=["import polars as pl","import visavis","",`SOURCE = ${he(n.kind===
"corpus"?".":`${n.name}-${n.version}`)}  # the folder, or owner/name on the Hub`,`rows = ${Ze(n,"sentences")}`],i=[...me.filter(a=>t[a]&&a!=="origin").map(a=>`p\
l.col("${a}").cast(pl.String) == ${he(t[a])}`),...t.type_bead?[`pl.col("type") == ${he(t.type_bead)}`]:[],...Rr("fr",t.fr??""),...Rr("en",t.en??"")];for(let a of i)
s.push(`rows = rows.filter(${a})`);t.origin&&s.push(`articles = ${Ze(n,"articles")}.filter(pl.col("origin") == ${he(t.origin)})`,'rows = rows.join(articles, lef\
t_on="article", right_on="id", how="semi")');let o=a=>`rows = rows.join(${a}.select(id=pl.format("{}:{}", "article", "bead")), on="id", how="semi")`;if(t.entity&&
s.push(`named = ${Ze(n,"mentions")}.filter(pl.col("entity") == ${he(t.entity)})`,o("named")),r){s.push(`spans = ${Ze(n,r)}`),r==="stances"&&(t.holder_entity||t.
target_entity)&&s.push(`mentions = ${Ze(n,"mentions")}`),r==="stances"&&t.holder_entity&&s.push(...no),r==="stances"&&t.target_entity&&s.push(...ro);for(let c of ke[r].
filter(u=>t[u])){let u=t[c].split("|"),d=u.filter(m=>m!=="-"),f=`pl.col("${c}").cast(pl.String)`,p=[...d.length?[`${f}.is_in(${JSON.stringify(d)})`]:[],...u.includes(
"-")?[`pl.col("${c}").is_null()`]:[]];s.push(`spans = spans.filter(${p.join(" | ")})`)}t.side&&s.push(`spans = spans.filter(pl.col("lang").cast(pl.String) == ${he(
t.side)})`),r==="amounts"&&re(t.min)!==null&&s.push(`spans = spans.filter(pl.coalesce(pl.col("value_max").cast(pl.Float64), pl.col("value").cast(pl.Float64)) >=\
 ${re(t.min)})`),r==="amounts"&&re(t.max)!==null&&s.push(`spans = spans.filter(pl.col("value").cast(pl.Float64) <= ${re(t.max)})`),s.push(o("spans"))}return s.push(
"print(rows)"),s.join(`
`)}var Cr=100,so=20,io=[["presetHedge",{layer:"conditionals",use:"reportative",rendering:"none|past|present|infinitive"}],["presetSums",{layer:"amounts",kind:"mone\
y",unit:"USD",min:"13 billion",max:"14 billion"}],["presetBounds",{layer:"amounts",kind:"money",comparator:"le|lt",sort:"value"}],["presetDesire",{layer:"stance\
s",attitude:"desire",holder_entity:"openai",target_entity:"microsoft"}],["presetAccuse",{layer:"stances",attitude:"accusation"}],["presetOmitted",{layer:"mentio\
ns",relation:"-",omitted:"pronominalised|condensed|implicit"}]];function Dr(e,t,n){if(e.library)return e.library.index.choices[t]?.[n]??[];let r=new Map;for(let s of e.
model.spans.values())if(s.layer===t)for(let i of se(e.model,s,n))i!==null&&r.set(String(i),(r.get(String(i))??0)+1);return[...r].sort((s,i)=>i[1]-s[1]).map(([s])=>s)}
function oo(e){let t=io.flatMap(([n,r])=>{let s=n==="presetOmitted"?{layer:"mentions",omitted:Dr(e,"mentions","omitted").join("|")}:r;return Object.values(s).every(
Boolean)?[l("li",null,l("a",{href:S(e.model,"find",[],s)},g(n)))]:[]});return l("nav",{class:"presets","aria-label":g("presets")},l("span",null,`${g("presets")}\
: `),l("ul",null,t))}function Fr(e,t){let{query:n}=t,r=Object.keys(n).some(i=>!["sort","count"].includes(i)),s=l("div",{class:"results"});return r&&e.library?co(
e,e.library,n,s):r&&Hr(e,n,s),l("div",{class:"find"},l("h1",null,g("find")),ao(e,n),oo(e),s)}function vt(e,t){location.hash=S(e.model,"find",[],t)}function ao(e,t){
let n=(d,f,p)=>l("label",null,l("span",null,f),l("input",{name:d,type:"search",value:t[d]??"",title:p,autocomplete:"off",spellcheck:"false"})),r=(d,f,p,m)=>{let h=t[d]??
"",y=h&&!p.includes(h)?[h,...p]:p,w=l("select",{name:d},l("option",{value:""},g("any")),y.map(b=>l("option",{value:b,selected:b===h},m?m(b):b==="-"?g("none"):b)));
return l("label",null,l("span",null,f),w)},s=[...e.model.entities.values()].sort((d,f)=>d.names[e.lang]<f.names[e.lang]?-1:1).map(d=>d.id),i=d=>d==="-"?g("none"):
e.model.name(d,e.lang),o=k.find(d=>d===t.layer),a=o?ke[o].map(d=>{if(e.library&&!(d in(e.library.index.choices[o]??{})))return n(d,d,"");let f=["payer","payee",
"about","holder_entity","target_entity"].includes(d);return r(d,d,[...Dr(e,o,d),"-"],f?i:void 0)}):[],c=r("layer",g("layer"),[...k]),u=l("form",{class:"ask",onsubmit:d=>{
d.preventDefault(),vt(e,Pr(u))}},l("div",{class:"row"},n("fr",g("frenchWords"),g("wordsHelp")),n("en",g("englishWords"),g("wordsHelp"))),l("p",{class:"help"},g(
"wordsHelp")),l("div",{class:"row"},c,a,o&&r("side",g("side"),[...R]),o==="amounts"&&[n("min",g("from"),g("valueHelp")),n("max",g("to"),g("valueHelp"))],r("enti\
ty",g("entity"),s,i)),l("details",{open:me.some(d=>t[d])||!!t.type_bead},l("summary",null,g("more")),l("div",{class:"row"},me.map(d=>e.library&&d==="article"?n(
d,d,""):r(d,d,lo(e,d))),r("type_bead","bead",e.library?.index.choices.beads?.type??[...new Set(e.model.beads.map(d=>d.type))].sort()))),l("div",{class:"row butt\
ons"},l("button",{type:"submit",class:"primary"},g("ask")),l("button",{type:"button",onclick:()=>vt(e,{})},g("reset"))));return c.querySelector("select")?.addEventListener(
"change",()=>{let d=Pr(u),f=["fr","en","layer","entity",...me];vt(e,Object.fromEntries(Object.entries(d).filter(([p])=>f.includes(p))))}),u}function lo(e,t){if(e.
library)return e.library.index.choices.articles?.[t]??[];let n=[...e.model.articles.values()].map(r=>r.fields[t==="article"?"id":t]);return[...new Set(n.filter(
r=>r!==null).map(String))].sort()}function Pr(e){let t={};for(let[n,r]of new FormData(e))r&&(t[n]=String(r));return t}async function co(e,t,n,r){let s=!1,{ids:i}=t.
index,o=l("progress",{max:i.length,value:0,"aria-label":g("progress")}),a=l("p",{role:"status",class:"total"}),c=l("button",{type:"button",class:"stop",onclick:()=>{
s=!0,c.disabled=!0}},g("stop")),u=l("div");O(r,l("div",{class:"row progress"},o,c),a,u);let d=0,f=p=>(o.value=p.read,O(a,l("strong",null,q(p.ids.length)),` ${g(
"results")} · ${g("lookedThrough",q(p.read),q(i.length))}`),!d&&p.hits.length&&(d=p.hits.length,O(u,l("ol",{class:"hits"},p.hits.slice(0,so).map(m=>jr(e,m))))),
r.isConnected&&!s);try{let p=await t.search(n,f);if(!r.isConnected)return;Hr(e,n,r,p),p.done||r.prepend(l("p",{class:"notice",role:"status"},g("stopped",q(p.read),
q(i.length))))}catch(p){O(r,l("p",{class:"notice",role:"alert"},g("notLoaded",String(p))))}}function Hr(e,t,n,r){let s=xr(e.model,r?.hits??ie(e.model,t),t.sort??
"order"),i=r?.ids.length??s.length,o=k.find(v=>v===t.layer),a=v=>E=>vt(e,{...t,[v]:E.target.value}),c=(v,E,A,_)=>l("label",null,l("span",null,E),l("select",{onchange:a(
v),"data-name":v},A.map($=>l("option",{value:$,selected:$===(t[v]??A[0])},_($))))),u=l("ol",{class:"hits"}),d=l("button",{type:"button"},g("nextRows")),f=0,p=()=>{
u.append(...s.slice(f,f+Cr).map(v=>jr(e,v))),f=Math.min(s.length,f+Cr),d.hidden=f>=s.length};d.addEventListener("click",p),p();let m=t.count??"",{about:h}=e.model,
y=(v,E,A)=>l("button",{type:"button",class:"quiet","data-format":v,onclick:()=>ar(`${h.name}-${h.version}.${v}`,E,A())},v.toUpperCase()),w=()=>Ir(e.model,s),b=xt(
e.model,t),x=o==="amounts"?["min","max"].filter(v=>t[v]&&re(t[v])===null):[];O(n,x.length>0&&l("p",{class:"notice",role:"alert"},`${g("notNumber")} ${x.map(v=>t[v]).
join(", ")}`),l("div",{class:"row summary"},l("p",{role:"status",class:"total"},l("strong",null,i),` ${g("results")}`),c("sort",g("sort"),[...wr],v=>g(`sort_${v}`)),
c("count",g("count"),["","article","genre","story",...o?ke[o]:[]],v=>v||g("none")),l("div",{class:"saves"},y("csv","text/csv",()=>Mr(w())),y("tsv","text/tab-sep\
arated-values",()=>an(w())),y("json","application/json",()=>Br(w())),y("tmx","application/x-tmx+xml",()=>Or(h,w())),e.copyButton(`${g("copy")} TSV`,()=>an(w())),
e.linkButton(S(e.model,"find",[],t)))),i>s.length&&l("p",{class:"help"},g("firstHits",q(s.length))),m&&fo(e,t,r?.counts??Ue(e.model,s,m),m),u,d,l("details",{class:"\
snippet"},l("summary",null,g("snippet")),l("pre",{tabindex:0},l("code",null,b)),e.copyButton(g("copy"),()=>b)))}function fo(e,t,n,r){let s=n[0]?.[1]??1;return l(
"table",{class:"counts"},l("caption",null,`${g("count")} ${r}`),l("tbody",null,n.slice(0,40).map(([i,o])=>{let a=l("i",{class:"bar","aria-hidden":"true"});return a.
style.width=`${100*o/s}%`,l("tr",null,l("th",{scope:"row"},l("a",{href:S(e.model,"find",[],{...t,[r]:i,count:""})},i==="-"?g("none"):i)),l("td",null,o),l("td",{
class:"bars"},a))})))}function jr(e,t){let{bead:n,spans:r}=t;return l("li",{"data-id":`${n.article.id}:${n.id}`},l("div",{class:"where"},l("a",{href:r[0]?_e(e.model,
r[0]):S(e.model,"read",[n.article.id,n.id])},`${n.article.id}:${n.id}`),uo(r)),R.map(s=>cn(e,n,s,t)))}function uo(e){let t=new Set;return e.flatMap(n=>{let r=n.
layer==="amounts"?X(n.fields):n.layer==="conditionals"?[D(n),n.fields.rendering].filter(Boolean).join(" → "):D(n);return t.has(r)?[]:(t.add(r),[l("span",{class:`\
tag ${n.layer}`},r)])})}function cn(e,t,n,r){let s=ue(t,n),i=r.model??e.model,o=i.side(t,n);if(!s)return l("p",{class:"gap",lang:e.lang},g(n==="fr"?"noFrench":"\
noEnglish"));if(o===null)return l("p",{class:"closed text-off",lang:e.lang},`${g("textOff")} (${n} ${s.start}–${s.end})`);let a=Array.from(o),c=[...r.marks[n].
map(f=>({...f,name:"word"})),...r.spans.filter(f=>f.lang===n).map(f=>({start:f.start-s.start,end:f.end-s.start,name:f.layer})),...r.spans.map(f=>i.counterpart(f)).
filter(f=>f!==void 0&&f.lang===n&&!r.spans.includes(f)).map(f=>({start:f.start-s.start,end:f.end-s.start,name:"pair"}))].sort((f,p)=>f.start-p.start||p.end-f.end),
u=[],d=0;for(let f of c)f.start<d||(u.push(a.slice(d,f.start).join(""),l("mark",{class:f.name},a.slice(f.start,f.end).join(""))),d=f.end);return u.push(a.slice(
d).join("")),l("p",{lang:n,dir:"auto"},u)}function Vr(e,t,n,r){let s=lr(e.model,t,e.layers).filter(c=>!r||po(c,r)),i=n.getBoundingClientRect(),o=[],a=s.flatMap(c=>yo(n,c,i,o));return a.length?H("svg",{class:"\
arcs","aria-hidden":"true",width:i.width,height:i.height},a):null}function po(e,t){let n=r=>"key"in r&&mo(r,t);return n(e.from)||e.span!==void 0&&n(e.span)}function mo(e,t){
return e.key===t.key||e.layer===t.layer&&e.id===t.id&&e.lang===Oe(t.lang)}var ho=[.5,.65,.35,.8,.2];function go(e,t,n,r){let[s,i,o,a]=e,c=n.length*6+8,u=ho.map(
p=>{let[m,h,y,w]=[(1-p)**3,3*p*(1-p)**2,3*p**2*(1-p),p**3];return{x:(m+h)*s+(y+w)*o,y:m*i+(h+y)*t+w*a-2,width:c}}),d=p=>r.some(m=>Math.abs(p.x-m.x)<(p.width+m.width)/
2&&Math.abs(p.y-m.y)<11),f=u.find(p=>!d(p))??u[0];return r.push(f),f}function yo(e,t,n,r){let s=qr(e,t.lang,t.from),i=qr(e,t.lang,t.to);if(!s||!i)return[];let o=s.
left+s.width/2-n.left,a=i.left+i.width/2-n.left,c=s.top-n.top+2,u=i.top-n.top+2,d=Math.min(26,8+Math.abs(a-o)/12),f=Math.min(c,u)-d,p=`M${o},${c} C${o},${f} ${a}\
,${f} ${a},${u}`,m=go([o,c,a,u],f,t.name,r);return[H("path",{d:p,class:`arc ${t.layer}`}),H("path",{d:`M${a-3},${u-5} L${a},${u} L${a+3},${u-5}`,class:`arc ${t.
layer}`}),H("text",{x:m.x,y:m.y,class:"arc-name"},t.name)]}function qr(e,t,n){let r=e.querySelector(`.text[data-lang=${t}]`);if(!r)return null;let s=n.start-Number(
r.dataset.start),i=document.createTreeWalker(r,NodeFilter.SHOW_TEXT),o=0;for(let a=i.nextNode();a;a=i.nextNode()){let c=Array.from(a.data).length;if(s>=o&&s<o+c){
let u=document.createRange();return u.setStart(a,Vt(a.data,s-o)),u.setEnd(a,Vt(a.data,Math.min(c,s-o+n.end-n.start))),u.getClientRects()[0]??null}o+=c}return null}function fn(e){let t=[],n=[...e].sort((r,s)=>r.end-r.start-(s.end-s.start)||r.start-s.start);for(let r of n){let s=new Set(t.filter(([o])=>o.start<r.end&&r.start<
o.end).map(([,o])=>o)),i=0;for(;s.has(i);)i+=1;t.push([r,i])}return new Map(t)}function Yr(e,t,n){let r=n.filter(o=>o.start<t&&e<o.end&&o.start<o.end),s=new Set(
[e,t]);for(let o of r)s.add(Math.max(e,o.start)),s.add(Math.min(t,o.end));let i=[...s].sort((o,a)=>o-a);return i.slice(0,-1).map((o,a)=>{let c=i[a+1];return{start:o,
end:c,spans:r.filter(u=>u.start<=o&&c<=u.end)}})}var bo=e=>e/2**32|0,wo=e=>e>>>0;function Gr(e,t,n,r){let s=bo(n),i=wo(n);e.setUint32(t,r?i:s,r),e.setUint32(t+4,r?s:i,r)}function zr(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}var un=e=>e?
`"${e}" `:"";function xo(e,t=""){if(typeof e!="number")throw new TypeError(un(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(
un(t)+"expected integer >= 0, got "+e);return e}function _t(e,t,n=""){if(zr(e)&&(t===void 0||e.length===t))return e;t!==void 0&&xo(t,"length");let r=zr(e),s=t!==void 0?` of length ${t}`:"",i=r?`length=${e.length}`:
`type=${typeof e}`,o=un(n)+"expected Uint8Array"+s+", got "+i;throw r?new RangeError(o):new TypeError(o)}var vo=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},Wr=(e,t)=>{
vo(e,t);let n=Object.getPrototypeOf(e);if(n!==Object.prototype&&n!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(
`"${t}.__proto__" is not allowed`)};function dn(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was alre\
ady called")}function Qr(e,t){_t(e,void 0,"output");let n=t.outputLen;if(!(e.length>=n))throw new RangeError('"output" expected length >= '+n)}function pn(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function At(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Z(e,t){return e<<32-t|
e>>>t}var _o=typeof Uint8Array.from([]).toHex=="function"&&typeof Uint8Array.fromHex=="function",Ao=Array.from({length:256},(e,t)=>t.toString(16).padStart(2,"0"));function Kr(e){
if(_t(e),_o)return e.toHex();let t="";for(let n=0;n<e.length;n++)t+=Ao[e[n]];return t}function Eo(e,t,n="opts"){return Wr(e,"defaults"),t!==void 0&&Wr(t,n),Object.assign(Object.create(null),e,t)}function Zr(e,t={}){if(typeof e!="function")throw new TypeError(
'"hashCons" expected function, got type='+typeof e);t=Eo({},t,"info");let n=(s,i)=>e(i).update(s).digest(),r=e(void 0);return n.outputLen=r.outputLen,n.blockLen=
r.blockLen,n.canXOF=r.canXOF,n.create=s=>e(s),Object.assign(n,t),Object.freeze(n)}var Jr=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])});function Xr(e,t,n){return e&t^~e&n}function es(e,t,n){return e&t^e&n^t&n}var Et=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,n,r,s){
this.blockLen=t,this.outputLen=n,this.padOffset=r,this.isLE=s,this.buffer=new Uint8Array(t),this.view=At(this.buffer)}update(t){dn(this),_t(t);let{view:n,buffer:r,
blockLen:s}=this,i=t.length,o=!1;for(let a=0;a<i;){let c=Math.min(s-this.pos,i-a);if(c===s){let u=At(t);for(;s<=i-a;a+=s)this.process(u,a);o=!0;continue}r.set(a===
0&&c===i?t:t.subarray(a,a+c),this.pos),this.pos+=c,a+=c,this.pos===s&&(this.process(n,0),this.pos=0,o=!0)}return this.length+=t.length,o&&this.roundClean(),this}digestInto(t){
dn(this),Qr(t,this),this.finished=!0;let{buffer:n,view:r,blockLen:s,isLE:i}=this,{pos:o}=this;n[o++]=128,n.fill(0,o),this.padOffset>s-o&&(this.process(r,0),n.fill(
0)),Gr(r,s-8,this.length*8,i),this.process(r,0),this.roundClean();let a=t===n?r:At(t),c=this.outputLen,u=c/4,d=this.get();if(c%4||u>d.length)throw new Error("in\
valid outputLen");for(let f=0;f<u;f++)a.setUint32(4*f,d[f],i)}digest(){let{buffer:t,outputLen:n}=this;this.digestInto(t);let r=t.slice(0,n);return this.destroy(),
r}_cloneIntoMeta(t){let{buffer:n,length:r,finished:s,destroyed:i,pos:o}=this;return t.destroyed=i,t.finished=s,t.length=r,t.pos=o,o&&t.buffer.set(n),t}clone(){return this.
_cloneInto()}},ts=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]);var $o=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,
2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,
3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,
3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,
2361852424,2428436474,2756734187,3204031479,3329325298]),ge=new Uint32Array(64),mn=class extends Et{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,n){super(64,t,
8,!1),this.A=n[0]|0,this.B=n[1]|0,this.C=n[2]|0,this.D=n[3]|0,this.E=n[4]|0,this.F=n[5]|0,this.G=n[6]|0,this.H=n[7]|0}get(){let{A:t,B:n,C:r,D:s,E:i,F:o,G:a,H:c}=this;
return[t,n,r,s,i,o,a,c]}set(t,n,r,s,i,o,a,c){this.A=t|0,this.B=n|0,this.C=r|0,this.D=s|0,this.E=i|0,this.F=o|0,this.G=a|0,this.H=c|0}_cloneInto(t){return(t||=new this.
constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,n){for(let f=0;f<16;f++,n+=4)ge[f]=t.getUint32(n,!1);for(let f=16;f<64;f++){let p=ge[f-15],m=ge[f-
2],h=Z(p,7)^Z(p,18)^p>>>3,y=Z(m,17)^Z(m,19)^m>>>10;ge[f]=y+ge[f-7]+h+ge[f-16]|0}let{A:r,B:s,C:i,D:o,E:a,F:c,G:u,H:d}=this;for(let f=0;f<64;f++){let p=Z(a,6)^Z(a,
11)^Z(a,25),m=d+p+Xr(a,c,u)+$o[f]+ge[f]|0,y=(Z(r,2)^Z(r,13)^Z(r,22))+es(r,s,i)|0;d=u,u=c,c=a,a=o+m|0,o=i,i=s,s=r,r=m+y|0}r=r+this.A|0,s=s+this.B|0,i=i+this.C|0,
o=o+this.D|0,a=a+this.E|0,c=c+this.F|0,u=u+this.G|0,d=d+this.H|0,this.set(r,s,i,o,a,c,u,d)}roundClean(){pn(ge)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,
0,0),pn(this.buffer)}},hn=class extends mn{constructor(){super(32,ts)}};var ns=Zr(()=>new hn,Jr(1));var rs=()=>{};function ss(e){rs=e}function is(e,t){let n=l("input",{type:"file",multiple:!0,id:"own-text",onchange:()=>{os(e,[...n.files??[]])}}),r=R.filter(s=>t.
sha256[s]&&!t.texts[s]).map(s=>l("code",null,`${s} ${t.sha256[s]}`));return l("div",{class:"drop"},l("p",null,g("notHere")),l("p",null,g("drop")),l("p",null,l("\
label",{for:"own-text"},`${g("choose")} `),n),l("p",{class:"hashes"},r))}async function os(e,t){let n=[];for(let r of t){let s=new Uint8Array(await r.arrayBuffer()),
i=Kr(ns(s)),o=[...e.model.articles.values()].flatMap(a=>R.filter(c=>a.sha256[c]===i).map(c=>({article:a,lang:c})));if(!o.length){n.push(`${r.name} ${g("refused")}\
 ${i}`);continue}try{let a=new Ie(new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}).decode(s));for(let{article:c,lang:u}of o)c.texts[u]=a,n.push(`${r.name}: ${c.
id} ${u} ${g("accepted")}`)}catch{n.push(`${r.name} ${g("decoded")}`)}}br(),rs(n)}function as(e){addEventListener("dragover",t=>{t.dataTransfer?.types.includes(
"Files")&&(t.preventDefault(),document.body.classList.add("dragging"))}),addEventListener("dragleave",()=>document.body.classList.remove("dragging")),addEventListener(
"drop",t=>{t.preventDefault(),document.body.classList.remove("dragging"),os(e,[...t.dataTransfer?.files??[]])})}var gn=5;function yn(e,t){let{model:n}=e,r=t.parts[0],s=r?n.articles.get(r):n.articles.values().next().value;e.pieces.clear();let i=f=>l("p",{class:"notice",role:"\
alert"},`${g("missing")} ${f}`);if(!s)return l("div",{class:"reading"},$t(e,null),i(r??"–"));let o=s.beads.find(f=>f.id===t.parts[1]),a=t.parts[2]?n.spans.get(
`${s.id}/${t.parts[2]}`):void 0,c=s.beads.map(f=>cs(e,f)),u=[...t.parts[1]&&t.parts[1]!=="-"&&!o?[t.parts[1]]:[],...t.parts[2]&&!a?[t.parts[2]]:[]],d=l("div",{class:"\
reading"},$t(e,s),l("article",{class:"text-pair","data-article":s.id},u.map(i),Lo(e,s),To(e,f=>O(f,...s.beads.map(p=>cs(e,p)))),R.some(f=>s.sha256[f]&&!s.texts[f])&&
is(e,s),l("div",{class:"beads"},c),Ro(e,s)));return queueMicrotask(()=>{a?e.select(a,o??null):o?e.select(null,o):e.select(null,null);let f=o??s.beads.find(p=>p.
id===a?.bead);if(f){let p=document.getElementById(`bead-${f.id}`);p?.scrollIntoView({block:"center"}),p?.focus({preventScroll:!0})}}),d}var ls=200;function So(e,t,n){
let{ids:r,titles:s}=t.index,i=r.map((f,p)=>`${f} ${s[p]??""}`.toLowerCase()),o=l("ul"),a=l("p",{class:"help",role:"status"}),c=f=>{let p=[...r.keys()].filter(h=>i[h].
includes(f)),m=n&&!f?Math.max(0,r.indexOf(n.id)-20):0;O(o,p.slice(m,m+ls).map(h=>l("li",null,l("a",{href:S(e.model,"read",[r[h]]),"aria-current":r[h]===n?.id?"p\
age":null},l("bdi",null,s[h]??r[h]),s[h]?l("small",null,r[h]):null)))),O(a,g("listed",q(Math.min(ls,p.length-m)),q(p.length)))},u=l("input",{type:"search",placeholder:g(
"filter"),"aria-label":g("filter"),oninput:()=>c(u.value.toLowerCase())});c("");let d=matchMedia("(min-width: 85rem)").matches;return l("nav",{class:"articles",
"aria-label":g("articles")},l("details",{open:d},l("summary",null,`${g("articles")} (${q(r.length)})`),u,a,o))}function $t(e,t){if(e.library)return So(e,e.library,
t);let n=[...e.model.articles.values()].map(o=>{let a=o.title??o.id,c=R.some(u=>o.sha256[u]&&!o.texts[u]);return l("li",{"data-words":`${o.id} ${a}`.toLowerCase()},
l("a",{href:S(e.model,"read",[o.id]),"aria-current":o===t?"page":null},l("bdi",null,a),l("small",null,o.id,c&&" · ∅")))}),r=l("ul",null,n),s=l("input",{type:"\
search",placeholder:g("filter"),"aria-label":g("filter"),oninput:()=>{for(let o of n)o.hidden=!o.dataset.words?.includes(s.value.toLowerCase())}}),i=matchMedia(
"(min-width: 85rem)").matches;return l("nav",{class:"articles","aria-label":g("articles")},l("details",{open:i},l("summary",null,`${g("articles")} (${n.length})`),
s,r))}function Lo(e,t){let{fields:n}=t,r=[t.date,n.genre,n.story,n.publisher,`fr ${n.rights_fr??"–"}`,`en ${n.rights_en??"–"}`,n.translation&&`en: ${n.translation}`].
filter(Boolean);return l("header",null,l("h1",null,l("bdi",null,t.title??t.id)),l("p",{class:"meta"},r.join(" · ")),l("p",null,e.linkButton(S(e.model,"read",[t.
id]))))}function To(e,t){let n=()=>{let s=document.querySelector(".beads");e.pieces.clear(),s&&t(s),e.select(e.selected,e.bead)},r=(s,i,o,a="")=>{let c=l("input",
{type:"checkbox",onchange:()=>{o(c.checked),n()}});return c.checked=i,l("label",{class:"switch"},c,a&&l("i",{class:`swatch ${a}`,"aria-hidden":"true"}),s)};return l(
"fieldset",{class:"controls"},l("legend",null,g("layers")),k.map(s=>r(s,e.layers.has(s),i=>{i?e.layers.add(s):e.layers.delete(s)},s)),r(g("arcs"),e.arcs,s=>{e.arcs=
s}),r(g("force"),e.force,s=>{e.force=s}))}function Ro(e,t){let n=e.library?.index.ids??[...e.model.articles.keys()],r=n.indexOf(t.id),s=(i,o)=>{let a=n[i],c=a&&
(e.library?.index.titles[i]??e.model.articles.get(a)?.title??a);return a&&l("a",{href:S(e.model,"read",[a])},`${g(o)}: `,l("bdi",null,c))};return l("nav",{class:"\
neighbours","aria-label":g("next")},s(r-1,"previous"),s(r+1,"next"))}function cs(e,t){let n=t.spans.fr.length+t.spans.en.length;return l("div",{class:`bead ${t.
region??""}`,id:`bead-${t.id}`,role:"group",tabindex:0,"aria-label":`${g("sentence")} ${t.id}`,"data-bead":t.id},l("div",{class:"gutter"},l("a",{href:S(e.model,
"read",[t.article.id,t.id]),class:"number"},t.id),t.type!=="1-1"&&l("span",{class:"type",title:t.type},t.type),l("button",{type:"button",class:"count","aria-lab\
el":`${g("annotationsOf")} ${t.id}: ${n}`,onclick:()=>e.select(null,t)},n)),R.map(s=>Io(e,t,s)),e.force&&R.map(s=>l("div",{class:`force ${s}`,lang:e.lang},Jt(e,
t,s))))}function Io(e,t,n){let r=ue(t,n);if(!r)return l("div",{class:`side gap ${n}`,lang:e.lang},l("span",null,g(n==="fr"?"noFrench":"noEnglish")));let s=t.spans[n].
filter(h=>e.layers.has(h.layer)),i=t.article.texts[n];if(!i)return l("div",{class:`side closed ${n}`},ko(e,t,n,s));let o=r.start+Array.from(e.model.side(t,n)??"").
length,a=fn(s),c=h=>Math.max(0,...[...h.values()].map(y=>y+1)),u=fn(t.spans[Oe(n)].filter(h=>e.layers.has(h.layer))),d=c(a),f=Math.max(2,d,c(u)),p=Yr(r.start,o,
s).map(h=>{let y=l("span",{class:h.spans.length?"piece":null},i.slice(h.start,h.end));h.spans.length&&Mo(y,h,a,d);for(let w of h.spans){let b=e.pieces.get(w.key);
b?b.push(y):e.pieces.set(w.key,[y])}return h.spans.length&&No(e,y,t,h.spans),y}),m=l("p",{class:"text",lang:n,dir:"auto","data-start":r.start,"data-lang":n},p);
return m.style.lineHeight=`calc(1.28em + ${f*gn}px)`,l("div",{class:`side ${n}`},m)}function Mo(e,t,n,r){let s=t.spans.map(i=>({image:Oo[i.layer],size:`${i.end===
t.end?"calc(100% - 2px)":"100%"} 3px`,position:`0 calc(100% - ${(r-1-n.get(i))*gn}px)`}));e.style.backgroundImage=s.map(i=>i.image).join(", "),e.style.backgroundSize=
s.map(i=>i.size).join(", "),e.style.backgroundPosition=s.map(i=>i.position).join(", "),e.style.paddingBottom=`${r*gn}px`}var Bo=e=>`linear-gradient(var(--${e}),\
 var(--${e}))`,Je=(e,t,n)=>`repeating-linear-gradient(90deg, var(--${e}) 0 ${t}px, transparent ${t}px ${t+n}px)`,Oo={mentions:Bo("mentions"),amounts:Je("amounts",
8,2),attributions:Je("attributions",3,2),conditionals:Je("conditionals",1,2),stances:Je("stances",12,4),flaws:Je("flaws",2,5)};function No(e,t,n,r){let s=r.reduce(
(i,o)=>o.end-o.start<i.end-i.start?o:i);t.title=r.map(i=>`${i.layer}: ${D(i)}`).join(`
`),t.addEventListener("pointerenter",i=>{i.pointerType==="mouse"&&e.hover(s)}),t.addEventListener("pointerleave",i=>{i.pointerType==="mouse"&&e.hover(null)}),t.
addEventListener("click",()=>{if(!getSelection()?.isCollapsed)return;let i=e.selected?r.indexOf(e.selected):-1;e.select(i<0?s:r[(i+1)%r.length],n)})}function ko(e,t,n,r){
let s=ue(t,n);return l("p",{class:"chips"},l("span",{class:"place"},`${n} ${s.start}–${s.end} `),r.map(i=>{let o=l("button",{type:"button",class:`chip ${i.layer}`,
onclick:()=>e.select(i,t)},`${D(i)} ${i.start}–${i.end}`);return e.pieces.set(i.key,[o]),o}))}function Uo(e,t){return R.flatMap(n=>t.spans[n].filter(r=>e.layers.
has(r.layer)).sort((r,s)=>r.start-s.start||s.end-r.end))}function fs(e,t){let n=[...document.querySelectorAll(".bead")];if(!n.length)return!1;let r=document.activeElement?.
closest(".bead")??null,s=r?n.indexOf(r):-1,i=e.model.articles.get(document.querySelector(".text-pair")?.dataset.article??""),o=f=>i?.beads.find(p=>p.id===n[f]?.
dataset.bead),a=["j","ArrowDown"].includes(t),c=["k","ArrowUp"].includes(t);if(a||c){if(s<0&&t.startsWith("Arrow"))return!1;let f=Math.max(0,Math.min(n.length-1,
s+(a?1:-1)));return n[f].focus(),n[f].scrollIntoView({block:"nearest"}),e.select(null,o(f)??null),!0}let u=s<0?void 0:o(s);if(!u)return!1;let d=Uo(e,u);if(["Arr\
owRight","ArrowLeft"].includes(t)&&d.length){let f=e.selected?d.indexOf(e.selected):-1,p=t==="ArrowRight"?f+1:f<0?d.length-1:f-1;return e.select(d[(p+d.length)%
d.length],u),!0}if(t==="o"){let f=e.selected&&e.model.span(e.selected.article,e.selected.layer,e.selected.id,Oe(e.selected.lang));return f&&e.select(f,u),!!f}return!1}
function bn(e,t,n){for(let i of document.querySelectorAll(".arcs"))i.remove();for(let i of document.querySelectorAll(".roomy"))i.classList.remove("roomy");if(!t&&
!e.allArcs)return;let r=n??(t&&e.model.articles.get(t.article)?.beads.find(i=>i.id===t.bead)),s=r&&document.getElementById(`bead-${r.id}`);if(e.arcs&&r&&s){t||s.
classList.add("roomy");let i=Vr(e,r,s,t);i&&s.append(i)}}var Co=new Set(["find","about","changes"]);function us(e,t,n,r,s){if(location.protocol==="file:")return l("div",{class:"page"},l("p",{class:"notice",role:"alert"},
g("needsServer")),l("pre",{tabindex:0},l("code",null,`visavis page ${t.index.base.replace(/\/$/u,"")} --serve`)));if(Co.has(n.view))return r(e,n);if(n.view!=="r\
ead")return l("div",{class:"page"},l("h1",null,g("smallOnly")),l("p",null,g("smallOnlyText",q(t.index.pairs))));let i=n.parts[0]??t.index.ids[0];if(i===void 0||
e.model.articles.has(i)||!t.index.ids.includes(i))return r(e,{...n,parts:i===void 0?[]:[i,...n.parts.slice(1)]});let o=l("p",{class:"notice",role:"status"},g("l\
oading",i)),a=l("div",{class:"reading"},$t(e,null),o);return t.open(i).then(c=>{e.model=c,a.isConnected&&s()},c=>{o.replaceChildren(g("notLoaded",String(c)))}),
a}var ds=100;function ps(e,t){let{model:n}=e,r=t.query.layer??"",s=n.rulings.filter(a=>!r||a.layer===r),i=[...new Set(n.rulings.map(a=>a.layer))],o=a=>l("a",{href:S(
n,"disagreements",[],{layer:a}),"aria-current":a===r?"true":null},`${a||g("all")} (${n.rulings.filter(c=>!a||c.layer===a).length})`);return l("div",{class:"page\
 wide"},l("h1",null,g("disagreements")),n.rulings.length?[l("nav",{class:"tabs","aria-label":g("layer")},["",...i].map(o)),Po(e,s)]:l("p",null,g("noRulings")),l(
"h2",null,g("lowBeads")),Fo(e))}function Po(e,t){let n=l("tbody"),r=l("button",{type:"button"},g("nextRows")),s=0,i=()=>{n.append(...t.slice(s,s+ds).map(o=>Do(e,
o))),s+=ds,r.hidden=s>=t.length};return r.addEventListener("click",i),i(),l("div",null,l("div",{class:"scroll",tabindex:0,role:"region","aria-label":g("disagree\
ments")},l("table",null,l("thead",null,l("tr",null,[g("span"),g("layer"),g("passes"),g("differs"),g("kept"),g("rule")].map(o=>l("th",{scope:"col"},o)))),n)),r)}
function Do(e,t){let{model:n}=e,r=n.articles.get(t.article),s=r?.beads.find(c=>c.sides[t.lang].some(u=>u.start<=t.start&&t.start<u.end)),i=r?.spans.find(c=>c.layer===
t.layer&&c.lang===t.lang&&c.start===t.start&&c.end===t.end),o=n.surface(t)??`${t.start}–${t.end}`,a=[t.article,s?.id??"-",...i?[`${i.layer}:${i.id}:${i.lang}`]:
[]];return l("tr",null,l("td",null,l("a",{href:S(n,"read",a)},l("q",{lang:t.lang,dir:"auto"},pe(o))),l("small",null,` ${t.article}:${s?.id??""} ${t.lang}`)),l("\
td",null,t.layer),l("td",null,t.passes.join(", ")),l("td",null,t.only?`${g("onlyIn")} ${t.passes[t.only==="first"?0:1]}`:t.differs.join(", ")),l("td",null,t.kept??
"–"),l("td",null,t.rule?l("span",{title:n.rules[t.rule]?.title??""},t.rule):"",t.reason?` ${t.reason}`:""))}function Fo(e){let t=e.model.beads.filter(r=>r.confidence!==
null).sort((r,s)=>r.confidence-s.confidence).slice(0,50),n=r=>l("li",null,l("div",{class:"where"},l("a",{href:S(e.model,"read",[r.article.id,r.id])},`${r.article.
id}:${r.id}`),l("span",{class:"tag"},`${r.type} · ${g("confidence")} ${r.confidence.toFixed(3)} · ${r.verified?g("verified"):g("unverified")}`)),R.map(s=>cn(e,
r,s,{spans:[],marks:{fr:[],en:[]}})));return l("ol",{class:"hits"},t.map(n))}var Ho=[...k.map(e=>[e,Gt[e]]),["conditionals","rendering"],["amounts","comparator"],
["amounts","role"],["stances","factuality"],["mentions","relation"]];function ms(e){let{model:t}=e,n=([s,i])=>{let o=ie(t,{layer:s});if(!o.length)return!1;let u=[
...t.spans.values()].filter(f=>f.layer===s).some(f=>se(t,f,i).some(p=>p!==null))?Ue(t,o,i).slice(0,14):[];if(!u.length)return!1;let d=u[0][1];return l("table",{
class:"counts"},l("caption",null,`${s}: ${i}`),l("tbody",null,u.map(([f,p])=>{let m=l("i",{class:`bar ${s}`,"aria-hidden":"true"});return m.style.width=`${100*p/
d}%`,l("tr",null,l("th",{scope:"row"},l("a",{href:S(t,"find",[],{layer:s,[i]:f})},f==="-"?g("none"):f)),l("td",null,p),l("td",{class:"bars"},m))})))},r=(s,i)=>l(
"div",null,l("dt",null,s),l("dd",null,i));return l("div",{class:"page wide"},l("h1",null,g("figures")),l("dl",{class:"totals"},r(g("articles"),t.articles.size),
r(g("results"),t.beads.length),k.map(s=>r(s,[...t.spans.values()].filter(i=>i.layer===s).length)),r(g("facts"),t.facts.size),r(g("entities"),t.entities.size)),l(
"p",null,g("figuresHelp")),l("div",{class:"plots"},Ho.map(n)))}function hs(e){let{model:t}=e,{about:n}=t,r=[["BibTeX",Nr(n)],["RIS",kr(n)],["CSL-JSON",Ur(n)]],s=l(
"pre",{tabindex:0,class:"citation"}),i=r[0][1],o=r.map(([f,p])=>l("button",{type:"button","aria-pressed":String(p===i),onclick:m=>{i=p,O(s,p);for(let h of o)h.setAttribute(
"aria-pressed",String(h===m.currentTarget))}},f));O(s,i);let a=/^https:\/\/huggingface\.co\/datasets\/([^/]+\/[^/]+)/u.exec(n.url??"")?.[1],u=["from datasets im\
port load_dataset",`sentences = load_dataset("${a??(n.kind==="corpus"?`dist/${n.name}-${n.version}`:`${n.name}-${n.version}`)}", "sentences"${a?`, revision="v${n.
version}"`:""})`].join(`
`),d=xt(t,{layer:"amounts",kind:"money"});return l("div",{class:"page"},l("h1",null,l("bdi",null,n.title)),l("p",null,`${n.name} ${n.version}${n.kind==="corpus"?
" (corpus)":""} · ${n.licence??""} · ${n.date??""}`),n.digest&&l("p",null,"SHA-256 ",l("code",{class:"digest"},n.digest)),l("section",null,l("h2",null,g("cita\
tion")),l("p",{class:"buttons"},o),s,e.copyButton(g("copy"),()=>i)),l("section",null,l("h2",null,g("load")),l("pre",{tabindex:0},u),e.copyButton(g("copy"),()=>u),
l("pre",{tabindex:0},d),e.copyButton(g("copy"),()=>d)),l("section",null,l("h2",null,g("thisPage")),l("p",null,g("pageIs")),l("p",null,g("keys")),l("p",null,`vis\
avis ${n.visavis}`)),t.data.changes&&l("section",null,l("h2",null,`${g("changes")}: ${t.data.changes.version} → ${n.version}`),l("p",null,l("a",{href:S(t,"cha\
nges")},`${t.data.changes.count} ${g("rowsChanged")}`))),n.changelog&&l("section",null,l("h2",null,g("changes")),l("pre",{tabindex:0,class:"changes"},n.changelog)),
l("section",null,l("h2",null,g("rules")),Object.entries(t.rules).map(([f,p])=>l("details",{id:`rule-${f}`},l("summary",null,`${f} ${p.title}`),l("p",null,p.text)))))}function ys(e,t){document.addEventListener("selectionchange",()=>{let n=jo();if(t.hidden=!n,!n)return;let r=`${n.article} ${n.lang} ${n.start}–${n.end}`,s=`${n.
article}	${n.lang}	${n.start}	${n.end}`;O(t,l("output",null,`${r} (${n.end-n.start} ${g("selection")})`),e.copyButton(g("copyOffsets"),()=>s))})}function jo(){let e=getSelection();
if(!e||e.isCollapsed||!e.rangeCount)return null;let t=e.getRangeAt(0),n=gs(t.startContainer,t.startOffset),r=gs(t.endContainer,t.endOffset);return!n||!r||n.lang!==
r.lang||n.at>=r.at?null:{article:n.article,lang:n.lang,start:n.at,end:r.at}}function gs(e,t){let r=(e instanceof Element?e:e.parentElement)?.closest(".text[data\
-start]"),s=r?.closest("[data-article]")?.dataset.article;if(!r||!s)return null;let i=document.createRange();i.setStart(r,0),i.setEnd(e,t);let o=Number(r.dataset.
start)+tr(i.toString());return{article:s,lang:r.dataset.lang??"",at:o}}var qo={read:yn,find:Fr,facts:Lr,fact:Tr,entities:vr,entity:_r,matrix:Er,disagreements:ps,figures:ms,about:hs,changes:fr},Vo=["read","find","facts","entities","\
matrix","disagreements","figures","about"],Yo={fact:"facts",entity:"entities",changes:"about"};function xs(e){let t=JSON.parse(document.getElementById("data")?.
textContent??"{}"),n=l("p",{class:"unseen","aria-live":"polite",id:"live"}),r=new ht(new ve(t),n,e(t));Zt(bs("language")??(navigator.language.startsWith("fr")?"\
fr":"en"));let s=bs("theme");s&&(document.documentElement.style.colorScheme=s);let i=l("header",{class:"top"}),o=l("main",{id:"content",tabindex:-1}),a=l("aside",
{class:"panel"}),c=l("div",{class:"offsets",hidden:!0});document.body.append(i,o,a,c,n);let u=matchMedia("(min-width: 60rem)");r.onSelect=(m,h,y)=>{if(!y&&!u.matches)
return;let w=m?ur(r,m):h?pr(r,h):null;if(a.hidden=!w&&!u.matches,document.body.classList.toggle("with-panel",!!w),w){let b=l("button",{type:"button",class:"clos\
e","aria-label":g("close"),onclick:()=>r.select(null,null)},"×");O(a,b,w)}else O(a,l("p",{class:"empty"},g("empty")),l("p",{class:"help"},g("keys")));y&&bn(r,m,
h)};let d=()=>{let m=Wt(location.hash);document.documentElement.lang=Ae(),document.title=`${r.model.about.title} ${r.model.about.version}`,a.setAttribute("aria-\
label",g("details")),Go(r,i,m,d),r.selected=null,r.bead=null,a.hidden=!0,O(a),document.body.classList.remove("with-panel");let y=m.version&&m.version!==r.model.
about.version&&l("p",{class:"notice",role:"status"},g("otherVersion",m.version,r.model.about.version)),w=qo[m.view]??yn;O(o,y,r.library?us(r,r.library,m,w,d):w(
r,m)),document.body.dataset.view=m.view},f="",p=!1;addEventListener("hashchange",()=>{d();let{view:m,parts:h}=Wt(location.hash),y=`${m}/${h[0]??""}`;y!==f&&h.length<
2&&scrollTo(0,0),f=y,p&&o.querySelector("form.ask input")?.focus(),p=!1}),ss(m=>{d();let h=l("div",{class:"notice",role:"status"},m.map(y=>l("p",null,l("bdi",null,
y))));o.prepend(h)}),addEventListener("resize",()=>bn(r,r.selected,r.bead)),addEventListener("keydown",m=>{let h=m.target,y=h.matches("input, select, textarea");
if(!(m.ctrlKey||m.metaKey||m.altKey)){if(m.key==="Escape"){r.select(null,null);return}if(!y)if(m.key==="/")m.preventDefault(),p=!o.querySelector("form.ask"),p?location.
hash=S(r.model,"find"):o.querySelector("form.ask input")?.focus();else if(m.key==="Enter"&&h.classList.contains("bead")){if(!r.selected&&!r.bead){let w=r.model.
articles.get(o.querySelector(".text-pair")?.dataset.article??"");r.select(null,w?.beads.find(b=>b.id===h.dataset.bead)??null)}a.querySelector("a, button:not(.cl\
ose)")?.focus()}else fs(r,m.key)&&m.preventDefault()}}),ys(r,c),as(r),d(),r.library||nn(r.model),Object.assign(window,{visavis:{get model(){return r.model},library:r.
library,ask:m=>ie(r.model,m).map(({bead:h})=>`${h.article.id}:${h.id}`)}})}function Go(e,t,n,r){let{about:s}=e.model,i=Yo[n.view]??n.view,o=Vo.map(a=>l("li",null,
l("a",{href:S(e.model,a),"aria-current":a===i?"page":null},g(a))));O(t,l("a",{href:"#content",class:"skip",onclick:a=>{a.preventDefault(),document.getElementById(
"content")?.focus()}},g("skip")),l("p",{class:"name"},l("a",{href:S(e.model,"about")},l("bdi",null,s.name)),l("small",null,` ${s.version}`)),l("nav",{"aria-labe\
l":g("views"),class:"views"},l("ul",null,o)),l("p",{class:"tools"},l("button",{type:"button",class:"quiet",id:"language",lang:Ae()==="fr"?"en":"fr",onclick:()=>{
Zt(Ae()==="fr"?"en":"fr"),ws("language",Ae()),r()}},g("language")),l("button",{type:"button",class:"quiet",id:"theme",title:g("theme"),"aria-label":g("theme"),onclick:()=>{
let a=getComputedStyle(document.documentElement).getPropertyValue("color-scheme")==="dark"||document.documentElement.style.colorScheme!=="light"&&matchMedia("(p\
refers-color-scheme: dark)").matches;document.documentElement.style.colorScheme=a?"light":"dark",ws("theme",a?"light":"dark")}},"◐")))}function bs(e){try{return localStorage.
getItem(`visavis-${e}`)}catch{return null}}function ws(e,t){try{localStorage.setItem(`visavis-${e}`,t)}catch{}}var zo=ArrayBuffer,U=Uint8Array,St=Uint16Array,Wo=Int16Array;var Lt=Int32Array,wn=function(e,t,n){if(U.prototype.slice)return U.prototype.slice.call(e,t,n);(t==null||t<0)&&(t=0),(n==null||n>e.length)&&(n=e.length);var r=new U(
n-t);return r.set(e.subarray(t,n)),r},et=function(e,t,n,r){if(U.prototype.fill)return U.prototype.fill.call(e,t,n,r);for((n==null||n<0)&&(n=0),(r==null||r>e.length)&&
(r=e.length);n<r;++n)e[n]=t;return e},Qo=function(e,t,n,r){if(U.prototype.copyWithin)return U.prototype.copyWithin.call(e,t,n,r);for((n==null||n<0)&&(n=0),(r==null||
r>e.length)&&(r=e.length);n<r;)e[t++]=e[n++]};var Ko=["invalid zstd data","window size too large (>2046MB)","invalid block type","FSE accuracy too high","match distance too far back","unexpected EOF"],C=function(e,t,n){
var r=new Error(t||Ko[e]);if(r.code=e,Error.captureStackTrace&&Error.captureStackTrace(r,C),!n)throw r;return r},vs=function(e,t,n){for(var r=0,s=0;r<n;++r)s|=e[t++]<<
(r<<3);return s},Zo=function(e,t){return(e[t]|e[t+1]<<8|e[t+2]<<16|e[t+3]<<24)>>>0},Jo=function(e,t){var n=e[0]|e[1]<<8|e[2]<<16;if(n==3126568&&e[3]==253){var r=e[4],
s=r>>5&1,i=r>>2&1,o=r&3,a=r>>6;r&8&&C(0);var c=6-s,u=o==3?4:o,d=vs(e,c,u);c+=u;var f=a?1<<a:s,p=vs(e,c,f)+(a==1&&256),m=p;if(!s){var h=1<<10+(e[5]>>3);m=h+(h>>3)*
(e[5]&7)}m>2145386496&&C(1);var y=new U((t==1?p||m:t?0:m)+12);return y[0]=1,y[4]=4,y[8]=8,{b:c+f,y:0,l:0,d,w:t&&t!=1?t:y.subarray(12),e:m,o:new Lt(y.buffer,0,3),
u:p,c:i,m:Math.min(131072,m)}}else if((n>>4|e[3]<<20)==25481893)return Zo(e,4)+8;C(0)},Ee=function(e){for(var t=0;1<<t<=e;++t);return t-1},tt=function(e,t,n){var r=(t<<
3)+4,s=(e[t]&15)+5;s>n&&C(3);for(var i=1<<s,o=i,a=-1,c=-1,u=-1,d=i,f=new zo(512+(i<<2)),p=new Wo(f,0,256),m=new St(f,0,256),h=new St(f,512,i),y=512+(i<<1),w=new U(
f,y,i),b=new U(f,y+i);a<255&&o>0;){var x=Ee(o+1),v=r>>3,E=(1<<x+1)-1,A=(e[v]|e[v+1]<<8|e[v+2]<<16)>>(r&7)&E,_=(1<<x)-1,$=E-o-1,I=A&_;if(I<$?(r+=x,A=I):(r+=x+1,A>
_&&(A-=$)),p[++a]=--A,A==-1?(o+=A,w[--d]=a):o-=A,!A)do{var M=r>>3;c=(e[M]|e[M+1]<<8)>>(r&7)&3,r+=2,a+=c}while(c==3)}(a>255||o)&&C(0);for(var N=0,F=(i>>1)+(i>>3)+
3,V=i-1,B=0;B<=a;++B){var T=p[B];if(T<1){m[B]=-T;continue}for(u=0;u<T;++u){w[N]=B;do N=N+F&V;while(N>=d)}}for(N&&C(0),u=0;u<i;++u){var L=m[w[u]]++,P=b[u]=s-Ee(L);
h[u]=(L<<P)-i}return[r+7>>3,{b:s,s:w,n:b,t:h}]},Xo=function(e,t){var n=0,r=-1,s=new U(292),i=e[t],o=s.subarray(0,256),a=s.subarray(256,268),c=new St(s.buffer,268);
if(i<128){var u=tt(e,t+1,6),d=u[0],f=u[1];t+=i;var p=d<<3,m=e[t];m||C(0);for(var h=0,y=0,w=f.b,b=w,x=(++t<<3)-8+Ee(m);x-=w,!(x<p);){var v=x>>3;if(h+=(e[v]|e[v+1]<<
8)>>(x&7)&(1<<w)-1,o[++r]=f.s[h],x-=b,x<p)break;v=x>>3,y+=(e[v]|e[v+1]<<8)>>(x&7)&(1<<b)-1,o[++r]=f.s[y],w=f.n[h],h=f.t[h],b=f.n[y],y=f.t[y]}++r>255&&C(0)}else{
for(r=i-127;n<r;n+=2){var E=e[++t];o[n]=E>>4,o[n+1]=E&15}++t}var A=0;for(n=0;n<r;++n){var _=o[n];_>11&&C(0),A+=_&&1<<_-1}var $=Ee(A)+1,I=1<<$,M=I-A;for(M&M-1&&C(
0),o[r++]=Ee(M)+1,n=0;n<r;++n){var _=o[n];++a[o[n]=_&&$+1-_]}var N=new U(I<<1),F=N.subarray(0,I),V=N.subarray(I);for(c[$]=0,n=$;n>0;--n){var B=c[n];et(V,n,B,c[n-
1]=B+a[n]*(1<<$-n))}for(c[0]!=I&&C(0),n=0;n<r;++n){var T=o[n];if(T){var L=c[T];et(F,n,L,c[T]=L+(1<<$-T))}}return[t,{n:V,b:$,s:F}]},ea=tt(new U([81,16,99,140,49,
198,24,99,12,33,196,24,99,102,102,134,70,146,4]),0,6)[1],ta=tt(new U([33,20,196,24,99,140,33,132,16,66,8,33,132,16,66,8,33,68,68,68,68,68,68,68,68,36,9]),0,6)[1],
na=tt(new U([32,132,16,66,102,70,68,68,68,68,36,73,2]),0,5)[1],_s=function(e,t){for(var n=e.length,r=new Lt(n),s=0;s<n;++s)r[s]=t,t+=1<<e[s];return r},xn=new U(
new Lt([0,0,0,0,16843009,50528770,134678020,202050057,269422093]).buffer,0,36),ra=_s(xn,0),vn=new U(new Lt([0,0,0,0,0,0,0,0,16843009,50528770,117769220,185207048,
252579084,16]).buffer,0,53),sa=_s(vn,3),Xe=function(e,t,n){var r=e.length,s=t.length,i=e[r-1],o=(1<<n.b)-1,a=-n.b;i||C(0);for(var c=0,u=n.b,d=(r<<3)-8+Ee(i)-u,f=-1;d>
a&&f<s;){var p=d>>3,m=(e[p]|e[p+1]<<8|e[p+2]<<16)>>(d&7);c=(c<<u|m)&o,t[++f]=n.s[c],d-=u=n.n[c]}(d!=a||f+1!=s)&&C(0)},ia=function(e,t,n){var r=6,s=t.length,i=s+
3>>2,o=i<<1,a=i+o;Xe(e.subarray(r,r+=e[0]|e[1]<<8),t.subarray(0,i),n),Xe(e.subarray(r,r+=e[2]|e[3]<<8),t.subarray(i,o),n),Xe(e.subarray(r,r+=e[4]|e[5]<<8),t.subarray(
o,a),n),Xe(e.subarray(r),t.subarray(a),n)},oa=function(e,t,n){var r,s=t.b,i=e[s],o=i>>1&3;t.l=i&1;var a=i>>3|e[s+1]<<5|e[s+2]<<13,c=(s+=3)+a;if(o==1)return s>=e.
length?void 0:(t.b=s+1,n?(et(n,e[s],t.y,t.y+=a),n):et(new U(a),e[s]));if(!(c>e.length)){if(o==0)return t.b=c,n?(n.set(e.subarray(s,c),t.y),t.y+=a,n):wn(e,s,c);if(o==
2){var u=e[s],d=u&3,f=u>>2&3,p=u>>4,m=0,h=0;d<2?f&1?p|=e[++s]<<4|(f&2&&e[++s]<<12):p=u>>3:(h=f,f<2?(p|=(e[++s]&63)<<4,m=e[s]>>6|e[++s]<<2):f==2?(p|=e[++s]<<4|(e[++s]&
3)<<12,m=e[s]>>2|e[++s]<<6):(p|=e[++s]<<4|(e[++s]&63)<<12,m=e[s]>>6|e[++s]<<2|e[++s]<<10)),++s;var y=n?n.subarray(t.y,t.y+t.m):new U(t.m),w=y.length-p;if(d==0)y.
set(e.subarray(s,s+=p),w);else if(d==1)et(y,e[s++],w);else{var b=t.h;if(d==2){var x=Xo(e,s);m+=s-(s=x[0]),t.h=b=x[1]}else b||C(0);(h?ia:Xe)(e.subarray(s,s+=m),y.
subarray(w),b)}var v=e[s++];if(v){v==255?v=(e[s++]|e[s++]<<8)+32512:v>127&&(v=v-128<<8|e[s++]);var E=e[s++];E&3&&C(0);for(var A=[ta,na,ea],_=2;_>-1;--_){var $=E>>
(_<<1)+2&3;if($==1){var I=new U([0,0,e[s++]]);A[_]={s:I.subarray(2,3),n:I.subarray(0,1),t:new St(I.buffer,0,1),b:0}}else $==2?(r=tt(e,s,9-(_&1)),s=r[0],A[_]=r[1]):
$==3&&(t.t||C(0),A[_]=t.t[_])}var M=t.t=A,N=M[0],F=M[1],V=M[2],B=e[c-1];B||C(0);var T=(c<<3)-8+Ee(B)-V.b,L=T>>3,P=0,z=(e[L]|e[L+1]<<8)>>(T&7)&(1<<V.b)-1;L=(T-=F.
b)>>3;var K=(e[L]|e[L+1]<<8)>>(T&7)&(1<<F.b)-1;L=(T-=N.b)>>3;var J=(e[L]|e[L+1]<<8)>>(T&7)&(1<<N.b)-1;for(++v;--v;){var fe=V.s[z],we=V.n[z],Re=N.s[J],lt=N.n[J],
ct=F.s[K],xe=F.n[K];L=(T-=ct)>>3;var Ve=1<<ct,ne=Ve+((e[L]|e[L+1]<<8|e[L+2]<<16|e[L+3]<<24)>>>(T&7)&Ve-1);L=(T-=vn[Re])>>3;var Ye=sa[Re]+((e[L]|e[L+1]<<8|e[L+2]<<
16)>>(T&7)&(1<<vn[Re])-1);L=(T-=xn[fe])>>3;var ft=ra[fe]+((e[L]|e[L+1]<<8|e[L+2]<<16)>>(T&7)&(1<<xn[fe])-1);if(L=(T-=we)>>3,z=V.t[z]+((e[L]|e[L+1]<<8)>>(T&7)&(1<<
we)-1),L=(T-=lt)>>3,J=N.t[J]+((e[L]|e[L+1]<<8)>>(T&7)&(1<<lt)-1),L=(T-=xe)>>3,K=F.t[K]+((e[L]|e[L+1]<<8)>>(T&7)&(1<<xe)-1),ne>3)t.o[2]=t.o[1],t.o[1]=t.o[0],t.o[0]=
ne-=3;else{var ut=ne-(ft!=0);ut?(ne=ut==3?t.o[0]-1:t.o[ut],ut>1&&(t.o[2]=t.o[1]),t.o[1]=t.o[0],t.o[0]=ne):ne=t.o[0]}for(var _=0;_<ft;++_)y[P+_]=y[w+_];P+=ft,w+=
ft;var Ge=P-ne;if(Ge<0){var ze=-Ge,$i=t.e+Ge;ze>Ye&&(ze=Ye);for(var _=0;_<ze;++_)y[P+_]=t.w[$i+_];P+=ze,Ye-=ze,Ge=0}for(var _=0;_<Ye;++_)y[P+_]=y[Ge+_];P+=Ye}if(P!=
w)for(;w<y.length;)y[P++]=y[w++];else P=y.length;n?t.y+=P:y=wn(y,0,P)}else if(n){if(t.y+=p,w)for(var _=0;_<p;++_)y[_]=y[w+_]}else w&&(y=wn(y,w));return t.b=c,y}
C(2)}},aa=function(e,t){if(e.length==1)return e[0];for(var n=new U(t),r=0,s=0;r<e.length;++r){var i=e[r];n.set(i,s),s+=i.length}return n};function As(e,t){for(var n=[],
r=+!t,s=0,i=0;e.length;){var o=Jo(e,r||t);if(typeof o=="object"){for(r?(t=null,o.w.length==o.u&&(n.push(t=o.w),i+=o.u)):(n.push(t),o.e=0);!o.l;){var a=oa(e,o,t);
a||C(5),t?o.e=o.y:(n.push(a),i+=a.length,Qo(o.w,0,a.length),o.w.set(a,o.w.length-a.length))}s=o.b+o.c*4}else s=o;e=e.subarray(s)}return aa(n,i)}var _n=["BOOLEAN","INT32","INT64","INT96","FLOAT","DOUBLE","BYTE_ARRAY","FIXED_LEN_BYTE_ARRAY"],oe=["PLAIN","GROUP_VAR_INT","PLAIN_DICTIONARY","RLE","BIT_PACKED",
"DELTA_BINARY_PACKED","DELTA_LENGTH_BYTE_ARRAY","DELTA_BYTE_ARRAY","RLE_DICTIONARY","BYTE_STREAM_SPLIT","ALP"],Es=["REQUIRED","OPTIONAL","REPEATED"],$s=["UTF8",
"MAP","MAP_KEY_VALUE","LIST","ENUM","DECIMAL","DATE","TIME_MILLIS","TIME_MICROS","TIMESTAMP_MILLIS","TIMESTAMP_MICROS","UINT_8","UINT_16","UINT_32","UINT_64","I\
NT_8","INT_16","INT_32","INT_64","JSON","BSON","INTERVAL"],Ss=["UNCOMPRESSED","SNAPPY","GZIP","LZO","BROTLI","LZ4","ZSTD","LZ4_RAW"],Tt=["DATA_PAGE","INDEX_PAGE",
"DICTIONARY_PAGE","DATA_PAGE_V2"],Ls=["UNORDERED","ASCENDING","DESCENDING"],Ts=["SPHERICAL","VINCENTY","THOMAS","ANDOYER","KARNEY"];function It(e){let t=Rt(e);if(t.type===1)return{type:"Point",coordinates:An(e,t)};if(t.type===2)return{type:"LineString",coordinates:En(e,t)};if(t.type===3)return{
type:"Polygon",coordinates:Rs(e,t)};if(t.type===4){let n=[];for(let r=0;r<t.count;r++)n.push(An(e,Rt(e)));return{type:"MultiPoint",coordinates:n}}else if(t.type===
5){let n=[];for(let r=0;r<t.count;r++)n.push(En(e,Rt(e)));return{type:"MultiLineString",coordinates:n}}else if(t.type===6){let n=[];for(let r=0;r<t.count;r++)n.
push(Rs(e,Rt(e)));return{type:"MultiPolygon",coordinates:n}}else if(t.type===7){let n=[];for(let r=0;r<t.count;r++)n.push(It(e));return{type:"GeometryCollection",
geometries:n}}else throw new Error(`Unsupported geometry type: ${t.type}`)}function Rt(e){let{view:t}=e,n=t.getUint8(e.offset++)===1,r=t.getUint32(e.offset,n);e.
offset+=4;let s=r%1e3,i=Math.floor(r/1e3),o=0;s>1&&s<=7&&(o=t.getUint32(e.offset,n),e.offset+=4);let a=2;return i&&a++,i===3&&a++,{littleEndian:n,type:s,dim:a,count:o}}
function An(e,t){let n=[];for(let r=0;r<t.dim;r++){let s=e.view.getFloat64(e.offset,t.littleEndian);e.offset+=8,n.push(s)}return n}function En(e,t){let n=[];for(let r=0;r<
t.count;r++)n.push(An(e,t));return n}function Rs(e,t){let{view:n}=e,r=[];for(let s=0;s<t.count;s++){let i=n.getUint32(e.offset,t.littleEndian);e.offset+=4,r.push(
En(e,{...t,count:i}))}return r}var Is=new TextDecoder,ae={timestampFromMilliseconds(e){return new Date(Number(e))},timestampFromMicroseconds(e){return new Date(Number(e/1000n))},timestampFromNanoseconds(e){
return new Date(Number(e/1000000n))},dateFromDays(e){return new Date(e*864e5)},stringFromBytes(e){return e&&Is.decode(e)},jsonFromBytes(e){return e&&JSON.parse(
Is.decode(e))},geometryFromBytes(e){return e&&It({view:new DataView(e.buffer,e.byteOffset,e.byteLength),offset:0})},geographyFromBytes(e){return e&&It({view:new DataView(
e.buffer,e.byteOffset,e.byteLength),offset:0})},uuidFromBytes(e){if(!e)return;let t=Array.from(e,n=>n.toString(16).padStart(2,"0")).join("");return t.slice(0,8)+
"-"+t.slice(8,12)+"-"+t.slice(12,16)+"-"+t.slice(16,20)+"-"+t.slice(20,32)}};function $n(e,t,n,r){if(t&&n.endsWith("_DICTIONARY")){let s=e;e instanceof Uint8Array&&
!(t instanceof Uint8Array)&&(s=new t.constructor(e.length));for(let i=0;i<e.length;i++)s[i]=t[e[i]];return s}else return Sn(e,r)}function Sn(e,t){let{element:n,
parsers:r,utf8:s=!0,schemaPath:i}=t,{type:o,converted_type:a,logical_type:c}=n,u=n.repetition_type!=="REQUIRED";if(o==="BYTE_ARRAY"&&n.name==="inline"&&i?.at(-2)?.
element.logical_type?.type==="FILE"||i?.some(f=>f.element.logical_type?.type==="VARIANT")&&o==="BYTE_ARRAY"&&a!=="UTF8"&&c?.type!=="STRING")return e;if(a==="DEC\
IMAL"){let f=n.scale||0,p=10**f,m=new Array(e.length);for(let h=0;h<m.length;h++)e[h]instanceof Uint8Array?m[h]=f>308?nt(e[h])*10**-f:nt(e[h])/p:m[h]=Number(e[h])/
p;return m}if(!a&&o==="INT96")return Array.from(e).map(f=>r.timestampFromNanoseconds(la(f)));if(a==="DATE")return Array.from(e).map(f=>r.dateFromDays(f));if(a===
"TIMESTAMP_MILLIS")return Array.from(e).map(f=>r.timestampFromMilliseconds(f));if(a==="TIMESTAMP_MICROS")return Array.from(e).map(f=>r.timestampFromMicroseconds(
f));if(a==="JSON")return e.map(f=>r.jsonFromBytes(f));if(a==="BSON")throw new Error("parquet bson not supported");if(a==="INTERVAL")throw new Error("parquet int\
erval not supported");if(c?.type==="GEOMETRY")return e.map(f=>r.geometryFromBytes(f));if(c?.type==="GEOGRAPHY")return e.map(f=>r.geographyFromBytes(f));if(c?.type===
"UUID")return e.map(f=>r.uuidFromBytes(f));if(a==="UTF8"||c?.type==="STRING"||s&&o==="BYTE_ARRAY")return e.map(f=>r.stringFromBytes(f));if(a==="UINT_64"||c?.type===
"INTEGER"&&c.bitWidth===64&&!c.isSigned){if(e instanceof BigInt64Array)return new BigUint64Array(e.buffer,e.byteOffset,e.length);let f=u?new Array(e.length):new BigUint64Array(
e.length);for(let p=0;p<f.length;p++)f[p]=e[p];return f}if(a==="UINT_32"||c?.type==="INTEGER"&&c.bitWidth===32&&!c.isSigned){if(e instanceof Int32Array)return new Uint32Array(
e.buffer,e.byteOffset,e.length);let f=u?new Array(e.length):new Uint32Array(e.length);for(let p=0;p<f.length;p++)f[p]=e[p]<0?4294967296+e[p]:e[p];return f}if(c?.
type==="FLOAT16")return Array.from(e).map(Ln);if(c?.type==="TIMESTAMP"){let{unit:f}=c,p=r.timestampFromMilliseconds;f==="MICROS"&&(p=r.timestampFromMicroseconds),
f==="NANOS"&&(p=r.timestampFromNanoseconds);let m=new Array(e.length);for(let h=0;h<m.length;h++)m[h]=p(e[h]);return m}return e}function nt(e){if(!e.length)return 0;
let t=0n;for(let r of e)t=t*256n+BigInt(r);let n=e.length*8;return t>=2n**BigInt(n-1)&&(t-=2n**BigInt(n)),Number(t)}function la(e){let t=(e>>64n)-2440588n,n=e&0xffffffffffffffffn;
return t*86400000000000n+n}function Ln(e){if(!e)return;let t=e[1]<<8|e[0],n=t>>15?-1:1,r=t>>10&31,s=t&1023;return r===0?n*2**-14*(s/1024):r===31?s?NaN:n*(1/0):n*
2**(r-15)*(1+s/1024)}function Ms(e,t,n){let r=e[t],s=[],i=1;if(r.num_children)for(;s.length<r.num_children;){let o=e[t+i],a=Ms(e,t+i,[...n,o.name]);i+=a.count,s.push(a)}return{count:i,
element:r,children:s,path:n}}function Bs(e,t){return Tn(Ms(e,0,[]),t)}function Tn(e,t){let n=[e];for(let r of t){let s=e.children.find(i=>i.element.name===r);if(!s)
throw new Error(`parquet schema element not found: ${t}`);n.push(s),e=s}return n}function Mt(e){let t=[];function n(r){if(r.children.length)for(let s of r.children)
n(s);else t.push(r.path.join("."))}return n(e),t}function Rn(e){let t=0;for(let{element:n}of e)n.repetition_type==="REPEATED"&&t++;return t}function rt(e){let t=0;
for(let{element:n}of e.slice(1))n.repetition_type!=="REQUIRED"&&t++;return t}function Os(e){if(!e||e.element.converted_type!=="LIST"||e.children.length>1)return!1;
let t=e.children[0];return!(t.children.length>1||t.element.repetition_type!=="REPEATED")}function Ns(e){if(!e||e.element.converted_type!=="MAP"||e.children.length>
1)return!1;let t=e.children[0];return!(t.children.length!==2||t.element.repetition_type!=="REPEATED"||t.children.find(s=>s.element.name==="key")?.element.repetition_type===
"REPEATED"||t.children.find(s=>s.element.name==="value")?.element.repetition_type==="REPEATED")}function In(e){if(e.length!==2)return!1;let[,t]=e;return!(t.element.
repetition_type==="REPEATED"||t.children.length)}function ee(e){let t={},n=0;for(;;){if(e.offset>=e.view.byteLength)throw new Error("thrift struct ended without STOP");let r=e.view.getUint8(e.offset++),s=r&15;
if(s===0)break;let i=r>>4;n=i?n+i:Bt(e),t[`field_${n}`]=Mn(e,s)}return t}function Mn(e,t){switch(t){case 1:return!0;case 2:return!1;case 3:return e.view.getInt8(
e.offset++);case 4:case 5:return Bt(e);case 6:return Ot(e);case 7:{let n=e.view.getFloat64(e.offset,!0);return e.offset+=8,n}case 8:{let n=Y(e);if(e.offset+n>e.
view.byteLength)throw new Error(`thrift binary length ${n} exceeds remaining ${e.view.byteLength-e.offset} bytes`);let r=new Uint8Array(e.view.buffer,e.view.byteOffset+
e.offset,n);return e.offset+=n,r}case 9:{let n=e.view.getUint8(e.offset++),r=n&15,s=n>>4;s===15&&(s=Y(e));let i=r===1||r===2,o=new Array(s);for(let a=0;a<s;a++)
o[a]=i?Mn(e,3)===1:Mn(e,r);return o}case 12:return ee(e);default:throw new Error(`thrift unhandled type: ${t}`)}}function Y(e){let t=0,n=0;for(;;){let r=e.view.
getUint8(e.offset++);if(t|=(r&127)<<n,!(r&128))return t;n+=7}}function ca(e){let t=0n,n=0n;for(;;){let r=e.view.getUint8(e.offset++);if(t|=BigInt(r&127)<<n,!(r&
128))return t;n+=7n}}function Bt(e){let t=Y(e);return t>>>1^-(t&1)}function Ot(e){let t=ca(e);return t>>1n^-(t&1n)}function ks(e,t){let n=new Map,r=t?.find(({key:i})=>i==="geo")?.value,s=(r&&JSON.parse(r)?.columns)??{};for(let[i,o]of Object.entries(s)){if(o.encoding!=="WKB")
continue;let a=o.edges==="spherical"?"GEOGRAPHY":"GEOMETRY",c=o.crs?.id??o.crs?.ids?.[0],u=c?`${c.authority}:${c.code.toString()}`:void 0;n.set(i,{type:a,crs:u})}
for(let i=1;i<e.length;i++){let{logical_type:o,name:a,num_children:c,type:u}=e[i];if(c){i+=c;continue}u==="BYTE_ARRAY"&&!o&&(e[i].logical_type=n.get(a))}}var fa=1<<19,ua=new TextDecoder;function te(e){return e&&ua.decode(e)}async function Se(e,{parsers:t,initialFetchSize:n=fa,geoparquet:r=!0}={}){if(!e||!(e.byteLength>=
0))throw new Error("parquet expected AsyncBuffer");let s=Math.max(0,e.byteLength-n),i=await e.slice(s,e.byteLength),o=new DataView(i);if(o.getUint32(i.byteLength-
4,!0)!==827474256)throw new Error("parquet file invalid (footer != PAR1)");let a=o.getUint32(i.byteLength-8,!0);if(a>e.byteLength-8)throw new Error(`parquet met\
adata length ${a} exceeds available buffer ${e.byteLength-8}`);if(a+8>n){let c=e.byteLength-a-8,u=await e.slice(c,s),d=new ArrayBuffer(a+8),f=new Uint8Array(d);
return f.set(new Uint8Array(u)),f.set(new Uint8Array(i),s-c),Bn(d,{parsers:t,geoparquet:r})}else return Bn(i,{parsers:t,geoparquet:r})}function Bn(e,{parsers:t,
geoparquet:n=!0}={}){let r;if(e instanceof ArrayBuffer)r=new DataView(e);else if(e instanceof Uint8Array)r=new DataView(e.buffer,e.byteOffset,e.byteLength);else
throw new Error("parquet expected ArrayBuffer or Uint8Array");let s={...ae,...t};if(r.byteLength<8)throw new Error("parquet file is too short");if(r.getUint32(r.
byteLength-4,!0)!==827474256)throw new Error("parquet file invalid (footer != PAR1)");let i=r.byteLength-8,o=r.getUint32(i,!0);if(o>r.byteLength-8)throw new Error(
`parquet metadata length ${o} exceeds available buffer ${r.byteLength-8}`);let a=i-o,u=ee({view:r,offset:a}),d=u.field_1,f=u.field_2.map(b=>({type:_n[b.field_1],
type_length:b.field_2,repetition_type:Es[b.field_3],name:te(b.field_4),num_children:b.field_5,converted_type:$s[b.field_6],scale:b.field_7,precision:b.field_8,field_id:b.
field_9,logical_type:da(b.field_10)})),p=f.filter(b=>b.type),m=u.field_3,h=u.field_4.map(b=>({columns:b.field_1.map((x,v)=>({file_path:te(x.field_1),file_offset:x.
field_2,meta_data:x.field_3&&{type:_n[x.field_3.field_1],encodings:x.field_3.field_2?.map(E=>oe[E]),path_in_schema:x.field_3.field_3.map(te),codec:Ss[x.field_3.
field_4],num_values:x.field_3.field_5,total_uncompressed_size:x.field_3.field_6,total_compressed_size:x.field_3.field_7,key_value_metadata:x.field_3.field_8?.map(
E=>({key:te(E.field_1),value:te(E.field_2)})),data_page_offset:x.field_3.field_9,index_page_offset:x.field_3.field_10,dictionary_page_offset:x.field_3.field_11,
statistics:pa(x.field_3.field_12,p[v],s),encoding_stats:x.field_3.field_13?.map(E=>({page_type:Tt[E.field_1],encoding:oe[E.field_2],count:E.field_3})),bloom_filter_offset:x.
field_3.field_14,bloom_filter_length:x.field_3.field_15,size_statistics:x.field_3.field_16&&{unencoded_byte_array_data_bytes:x.field_3.field_16.field_1,repetition_level_histogram:x.
field_3.field_16.field_2,definition_level_histogram:x.field_3.field_16.field_3},geospatial_statistics:x.field_3.field_17&&{bbox:x.field_3.field_17.field_1&&{xmin:x.
field_3.field_17.field_1.field_1,xmax:x.field_3.field_17.field_1.field_2,ymin:x.field_3.field_17.field_1.field_3,ymax:x.field_3.field_17.field_1.field_4,zmin:x.
field_3.field_17.field_1.field_5,zmax:x.field_3.field_17.field_1.field_6,mmin:x.field_3.field_17.field_1.field_7,mmax:x.field_3.field_17.field_1.field_8},geospatial_types:x.
field_3.field_17.field_2}},offset_index_offset:x.field_4,offset_index_length:x.field_5,column_index_offset:x.field_6,column_index_length:x.field_7,crypto_metadata:x.
field_8,encrypted_column_metadata:x.field_9})),total_byte_size:b.field_2,num_rows:b.field_3,sorting_columns:b.field_4?.map(x=>({column_idx:x.field_1,descending:x.
field_2,nulls_first:x.field_3})),file_offset:b.field_5,total_compressed_size:b.field_6,ordinal:b.field_7})),y=u.field_5?.map(b=>({key:te(b.field_1),value:te(b.field_2)})),
w=te(u.field_6);return n&&ks(f,y),{version:d,schema:f,num_rows:m,row_groups:h,key_value_metadata:y,created_by:w,metadata_length:o}}function Q({schema:e}){return Bs(
e,[])[0]}function da(e){return e?.field_1?{type:"STRING"}:e?.field_2?{type:"MAP"}:e?.field_3?{type:"LIST"}:e?.field_4?{type:"ENUM"}:e?.field_5?{type:"DECIMAL",scale:e.
field_5.field_1,precision:e.field_5.field_2}:e?.field_6?{type:"DATE"}:e?.field_7?{type:"TIME",isAdjustedToUTC:e.field_7.field_1,unit:Us(e.field_7.field_2)}:e?.field_8?
{type:"TIMESTAMP",isAdjustedToUTC:e.field_8.field_1,unit:Us(e.field_8.field_2)}:e?.field_10?{type:"INTEGER",bitWidth:e.field_10.field_1,isSigned:e.field_10.field_2}:
e?.field_11?{type:"NULL"}:e?.field_12?{type:"JSON"}:e?.field_13?{type:"BSON"}:e?.field_14?{type:"UUID"}:e?.field_15?{type:"FLOAT16"}:e?.field_16?{type:"VARIANT",
specification_version:e.field_16.field_1}:e?.field_17?{type:"GEOMETRY",crs:te(e.field_17.field_1)}:e?.field_18?{type:"GEOGRAPHY",crs:te(e.field_18.field_1),algorithm:Ts[e.
field_18.field_2]}:e?.field_19?{type:"FILE"}:e}function Us(e){if(e.field_1)return"MILLIS";if(e.field_2)return"MICROS";if(e.field_3)return"NANOS";throw new Error(
"parquet time unit required")}function pa(e,t,n){return e&&{max:$e(e.field_1,t,n),min:$e(e.field_2,t,n),null_count:e.field_3,distinct_count:e.field_4,max_value:$e(
e.field_5,t,n),min_value:$e(e.field_6,t,n),is_max_value_exact:e.field_7,is_min_value_exact:e.field_8}}function $e(e,t,n){let{type:r,converted_type:s,logical_type:i}=t;
if(e===void 0)return e;if(r==="BOOLEAN")return e[0]===1;if(r==="BYTE_ARRAY")return n.stringFromBytes(e);let o=new DataView(e.buffer,e.byteOffset,e.byteLength);if(r===
"FLOAT"&&o.byteLength===4)return o.getFloat32(0,!0);if(r==="DOUBLE"&&o.byteLength===8)return o.getFloat64(0,!0);if(r==="INT32"&&s==="DECIMAL"&&o.byteLength===4)
return o.getInt32(0,!0)/10**(t.scale||0);if(r==="INT64"&&s==="DECIMAL"&&o.byteLength===8)return Number(o.getBigInt64(0,!0))/10**(t.scale||0);if(r==="INT32"&&s===
"DATE")return n.dateFromDays(o.getInt32(0,!0));if(r==="INT64"&&s==="TIMESTAMP_MILLIS")return n.timestampFromMilliseconds(o.getBigInt64(0,!0));if(r==="INT64"&&s===
"TIMESTAMP_MICROS")return n.timestampFromMicroseconds(o.getBigInt64(0,!0));if(r==="INT64"&&i?.type==="TIMESTAMP"&&i?.unit==="NANOS")return n.timestampFromNanoseconds(
o.getBigInt64(0,!0));if(r==="INT64"&&i?.type==="TIMESTAMP"&&i?.unit==="MICROS")return n.timestampFromMicroseconds(o.getBigInt64(0,!0));if(r==="INT64"&&i?.type===
"TIMESTAMP")return n.timestampFromMilliseconds(o.getBigInt64(0,!0));let a=s?.startsWith("UINT_")||i?.type==="INTEGER"&&!i.isSigned;if(r==="INT32"&&a&&o.byteLength===
4)return o.getUint32(0,!0);if(r==="INT64"&&a&&o.byteLength===8)return o.getBigUint64(0,!0);if(r==="INT32"&&o.byteLength===4)return o.getInt32(0,!0);if(r==="INT6\
4"&&o.byteLength===8)return o.getBigInt64(0,!0);if(s==="DECIMAL"){let c=t.scale||0;return c>308?nt(e)*10**-c:nt(e)/10**c}return i?.type==="FLOAT16"?Ln(e):i?.type===
"UUID"?n.uuidFromBytes(e):e}function Cs(e,t,n=void 0){let r={...ae,...n},s=ee(e);return{null_pages:s.field_1,min_values:s.field_2.map(i=>$e(i,t,r)),max_values:s.field_3.map(i=>$e(i,t,r)),boundary_order:Ls[s.
field_4],null_counts:s.field_5,repetition_level_histograms:s.field_6,definition_level_histograms:s.field_7}}function st(e){let t=ee(e);return{page_locations:t.field_1.
map(n=>({offset:n.field_1,compressed_page_size:n.field_2,first_row_index:n.field_3})),unencoded_byte_array_data_bytes:t.field_2}}var j=0xffffffffffffffffn,Le=0x9e3779b185ebca87n,it=0xc2b2ae3d27d4eb4fn,Ps=0x165667b19e3779f9n,Fs=0x85ebca77c2b2ae63n,Ds=0x27d4eb2f165667c5n;function ye(e,t){return(e<<
t|e>>64n-t)&j}function Pe(e,t){return e=e+t*it&j,e=ye(e,31n),e*Le&j}function Nt(e,t){return e^=Pe(0n,t),e*Le+Fs&j}function le(e,t=0n){let n=new DataView(e.buffer,
e.byteOffset,e.byteLength),r=e.byteLength,s=0,i;if(r>=32){let o=t+Le+it&j,a=t+it&j,c=t,u=t-Le&j;for(;s+32<=r;)o=Pe(o,n.getBigUint64(s,!0)),s+=8,a=Pe(a,n.getBigUint64(
s,!0)),s+=8,c=Pe(c,n.getBigUint64(s,!0)),s+=8,u=Pe(u,n.getBigUint64(s,!0)),s+=8;i=ye(o,1n)+ye(a,7n)+ye(c,12n)+ye(u,18n)&j,i=Nt(i,o),i=Nt(i,a),i=Nt(i,c),i=Nt(i,u)}else
i=t+Ds&j;for(i=i+BigInt(r)&j;s+8<=r;)i^=Pe(0n,n.getBigUint64(s,!0)),i=ye(i,27n)*Le+Fs&j,s+=8;for(s+4<=r&&(i^=BigInt(n.getUint32(s,!0))*Le&j,i=ye(i,23n)*it+Ps&j,
s+=4);s<r;)i^=BigInt(n.getUint8(s))*Ds&j,i=ye(i,11n)*Le&j,s+=1;return i^=i>>33n,i=i*it&j,i^=i>>29n,i=i*Ps&j,i^=i>>32n,i}var ma=new TextEncoder,ha=new Uint32Array([1203114875,1150766481,2284105051,2729912477,1884591559,770785867,2667333959,1550580529]);function ga(e,t){return Number(
(e>>32n)*BigInt(t)>>32n)}function ya(e){let t=new Uint32Array(8),n=Number(e&0xffffffffn)|0;for(let r=0;r<8;r++)t[r]=1<<(Math.imul(n,ha[r])>>>27);return t}function Nn(e,t){let n=ga(t,e.length>>3)<<3,r=ya(t);for(let s=0;s<8;s++)if((e[n+s]&r[s])===0)return!1;return!0}function Hs(e){let t=ee(e),n=t.field_1;if(typeof n!=
"number"||n<=0||n%32!==0||!t.field_2?.field_1||!t.field_3?.field_1||!t.field_4?.field_1)return;let{view:r,offset:s}=e;if(s+n>r.byteLength)throw new Error(`parqu\
et bloom filter truncated: need ${n} bytes, have ${r.byteLength-s}`);let i=new Uint32Array(n>>2);for(let o=0;o<i.length;o++)i[o]=r.getUint32(s+o*4,!0);return e.
offset=s+n,{numBytes:n,blocks:i}}function kn(e,t){if(e==null)return;let{type:n,converted_type:r,logical_type:s}=t;if(n==="BOOLEAN")return typeof e!="boolean"?void 0:
le(new Uint8Array([e?1:0]));if(n==="FLOAT"){if(typeof e!="number")return;let i=new ArrayBuffer(4);return new DataView(i).setFloat32(0,e,!0),le(new Uint8Array(i))}
if(n==="DOUBLE"){if(typeof e!="number")return;let i=new ArrayBuffer(8);return new DataView(i).setFloat64(0,e,!0),le(new Uint8Array(i))}if(n==="INT32"){if(r==="D\
ATE"||r==="DECIMAL"||r==="TIME_MILLIS"||s?.type==="DATE"||s?.type==="TIME"||s?.type==="DECIMAL"||typeof e!="number"||!Number.isInteger(e))return;let i=new ArrayBuffer(
4);return new DataView(i).setInt32(0,e|0,!0),le(new Uint8Array(i))}if(n==="INT64"){if(r==="TIMESTAMP_MILLIS"||r==="TIMESTAMP_MICROS"||r==="TIME_MICROS"||r==="DE\
CIMAL"||s?.type==="TIMESTAMP"||s?.type==="TIME"||s?.type==="DECIMAL")return;let i;if(typeof e=="bigint")i=e;else if(typeof e=="number"&&Number.isSafeInteger(e))
i=BigInt(e);else return;let o=new ArrayBuffer(8);return new DataView(o).setBigUint64(0,BigInt.asUintN(64,i),!0),le(new Uint8Array(o))}if(n==="BYTE_ARRAY")return r===
"JSON"||r==="BSON"||r==="DECIMAL"||s?.type==="JSON"||s?.type==="BSON"||s?.type==="VARIANT"||s?.type==="GEOMETRY"||s?.type==="GEOGRAPHY"?void 0:typeof e=="string"?
le(ma.encode(e)):e instanceof Uint8Array?le(e):void 0;if(n==="FIXED_LEN_BYTE_ARRAY")return r==="DECIMAL"||r==="INTERVAL"||s?.type==="DECIMAL"||s?.type==="UUID"||
s?.type==="FLOAT16"||s?.type==="GEOMETRY"||s?.type==="GEOGRAPHY"?void 0:e instanceof Uint8Array?le(e):void 0}function js(e){let t=new Set;return On(e,t),t}function On(e,t){
if(e){if("$and"in e&&Array.isArray(e.$and)){for(let n of e.$and)On(n,t);return}if("$or"in e&&Array.isArray(e.$or)){for(let n of e.$or)On(n,t);return}if(!("$nor"in
e))for(let[n,r]of Object.entries(e))n.startsWith("$")||(typeof r=="object"&&r!==null&&!Array.isArray(r)?("$eq"in r||"$in"in r)&&t.add(n):t.add(n))}}function Un(e,t){for(let r=0;r<t.length;r+=1e4)e.push(...t.slice(r,r+1e4))}function G(e,t,n=!0){if(n?e===t:e==t)return!0;if(!e||!t||typeof e!="object"||typeof t!=
"object")return!1;if(e instanceof Uint8Array&&t instanceof Uint8Array){if(e.length!==t.length)return!1;for(let s=0;s<e.length;s++)if(e[s]!==t[s])return!1;return!0}
if(e instanceof Date||t instanceof Date)return e instanceof Date&&t instanceof Date&&e.getTime()===t.getTime();if(Array.isArray(e)&&Array.isArray(t)){if(e.length!==
t.length)return!1;for(let s=0;s<e.length;s++)if(!G(e[s],t[s],n))return!1;return!0}let r=Object.keys(e);if(r.length!==Object.keys(t).length)return!1;for(let s of r)
if(!G(e[s],t[s],n))return!1;return!0}function Cn(e){if(!e)return[];if(e.length===1)return e[0];let t=[];for(let n of e)Un(t,n);return t}var qs=new TextEncoder;function Fe(e){if(!e)return[];let t=[];return"$and"in e&&Array.isArray(e.$and)?t.push(...e.$and.flatMap(Fe)):"$or"in e&&Array.isArray(e.$or)?
t.push(...e.$or.flatMap(Fe)):"$nor"in e&&Array.isArray(e.$nor)?t.push(...e.$nor.flatMap(Fe)):t.push(...Object.keys(e)),[...new Set(t)]}function Ut(e){return[...new Set(
Fe(e).map(t=>t.split(".")[0]))]}function be(e,t,n=!0){return"$and"in t&&Array.isArray(t.$and)?t.$and.every(r=>be(e,r,n)):"$or"in t&&Array.isArray(t.$or)?t.$or.some(
r=>be(e,r,n)):"$nor"in t&&Array.isArray(t.$nor)?!t.$nor.some(r=>be(e,r,n)):Object.entries(t).every(([r,s])=>{let i=xa(e,r);return typeof s!="object"||s===null||
Array.isArray(s)?G(i,s,n):Object.entries(s||{}).every(([o,a])=>o==="$gt"?i!=null&&i>a:o==="$gte"?i!=null&&i>=a:o==="$lt"?i!=null&&i<a:o==="$lte"?i!=null&&i<=a:o===
"$eq"?G(i,a,n):o==="$ne"?!G(i,a,n):o==="$in"?Array.isArray(a)&&Vs(i,a,n):o==="$nin"?Array.isArray(a)&&!Vs(i,a,n):o==="$not"?!be({value:i},{value:a},n):!0)})}function Vs(e,t,n){
return t.some(r=>G(e,r,n)||Array.isArray(e)&&e.some(s=>G(s,r,n)))}function He({rowGroup:e,physicalColumns:t,filter:n,strict:r=!0,bloomFilters:s,schemaElements:i}){
if(!n)return!1;if("$and"in n&&Array.isArray(n.$and))return n.$and.some(o=>He({rowGroup:e,physicalColumns:t,filter:o,strict:r,bloomFilters:s,schemaElements:i}));
if("$or"in n&&Array.isArray(n.$or))return n.$or.every(o=>He({rowGroup:e,physicalColumns:t,filter:o,strict:r,bloomFilters:s,schemaElements:i}));if("$nor"in n&&Array.
isArray(n.$nor))return!1;for(let[o,a]of Object.entries(n)){let c=t.indexOf(o);if(c===-1)continue;let u=e.columns[c].meta_data?.statistics,{min:d,max:f,min_value:p,
max_value:m,null_count:h}=u||{},y=p!==void 0?p:d,w=m!==void 0?m:f,b=y!==void 0&&w!==void 0,x=s?.[o],v=i?.[o],E=be({value:null},{value:a},r)&&(h===void 0||h>0);if(b&&
!E&&zs(a,y,w,r,v))return!0;for(let[A,_]of Object.entries(a||{}))if(x&&v){if(A==="$eq"){let $=kn(_,v);if($!==void 0&&!Nn(x.blocks,$))return!0}if(A==="$in"&&Array.
isArray(_)&&_.length>0){let $=!0;for(let I of _){let M=kn(I,v);if(M===void 0||Nn(x.blocks,M)){$=!1;break}}if($)return!0}}}return!1}function zs(e,t,n,r,s){if(t===
void 0||n===void 0)return!1;let i=s?.type==="FLOAT"||s?.type==="DOUBLE"||s?.logical_type?.type==="FLOAT16";for(let[o,a]of Object.entries(e||{})){let c=De(t,a,r,
s),u=De(n,a,r,s),f=!(t instanceof Uint8Array||n instanceof Uint8Array)&&(s?.type!=="BYTE_ARRAY"||typeof a=="string"&&[...a].every(p=>p.charCodeAt(0)<=127));if(o===
"$gt"&&f&&u!==void 0&&u<=0||o==="$gte"&&f&&u!==void 0&&u<0||o==="$lt"&&f&&c!==void 0&&c>=0||o==="$lte"&&f&&c!==void 0&&c>0)return!0;if(o==="$eq"){let p=De(a,t,r,
s),m=De(a,n,r,s);if(p!==void 0&&p<0||m!==void 0&&m>0)return!0}if(o==="$ne"&&!i&&G(t,n,r)&&G(t,a,r)||o==="$in"&&Array.isArray(a)&&a.every(p=>{let m=De(p,t,r,s),h=De(
p,n,r,s);return m!==void 0&&m<0||h!==void 0&&h>0})||o==="$nin"&&!i&&Array.isArray(a)&&G(t,n,r)&&a.some(p=>G(t,p,r)))return!0}return!1}function De(e,t,n,r){if(r?.
type==="BYTE_ARRAY")return typeof e!="string"||typeof t!="string"?void 0:Ys(qs.encode(e),qs.encode(t));if(e instanceof Uint8Array||t instanceof Uint8Array)return!(e instanceof
Uint8Array)||!(t instanceof Uint8Array)?void 0:Ys(e,t);if(e<t)return-1;if(e>t)return 1;if(G(e,t,n))return 0}function Ys(e,t){let n=Math.min(e.length,t.length);for(let r=0;r<
n;r++){if(e[r]<t[r])return-1;if(e[r]>t[r])return 1}return e.length<t.length?-1:e.length>t.length?1:0}function ba(e,t){return be({value:null},{value:e},t)}function kt(e,t,n,r=!0){
if(!e)return;if("$and"in e&&Array.isArray(e.$and)){let i;for(let o of e.$and)i=Gs(i,kt(o,t,n,r));return i}if("$or"in e&&Array.isArray(e.$or)){let i=[];for(let o of e.
$or){let a=kt(o,t,n,r);if(!a)return;i=wa(i,a)}return i}if("$nor"in e&&Array.isArray(e.$nor))return;let s;for(let[i,o]of Object.entries(e)){let a=t[i];if(!a)continue;
let c=ba(o,r),u=[];for(let d=0;d<a.pageStarts.length;d++){let f=a.pageStarts[d],p=d+1<a.pageStarts.length?a.pageStarts[d+1]:n,m=a.nullCounts?.[d],h=c&&(m===void 0||
m>0);if(!(!a.nullPages[d]&&!h&&zs(o,a.minValues[d],a.maxValues[d],r,a.element))){let w=u[u.length-1];w&&w[1]===f?w[1]=p:u.push([f,p])}}s=Gs(s,u)}return s}function Gs(e,t){
if(!e)return t;if(!t)return e;let n=[],r=0,s=0;for(;r<e.length&&s<t.length;){let i=Math.max(e[r][0],t[s][0]),o=Math.min(e[r][1],t[s][1]);i<o&&n.push([i,o]),e[r][1]<
t[s][1]?r++:s++}return n}function wa(e,t){let n=[],r=0,s=0;for(;r<e.length||s<t.length;){let i=s>=t.length||r<e.length&&e[r][0]<=t[s][0]?e[r++]:t[s++],o=n[n.length-
1];o&&i[0]<=o[1]?o[1]=Math.max(o[1],i[1]):n.push([i[0],i[1]])}return n}function xa(e,t){let n=e;for(let r of t.split("."))n=n?.[r];return n}var Ws=1<<21,va=8192;function Ks(e){let{metadata:t,rowStart:n=0,columns:r,useOffsetIndex:s=!1}=e;if(!t)throw new Error("parquetPlan requires metadata");let i=[],
o=[],a=[],c=Zs(e);for(let u of c.groups){let d=Js({...u,columns:r,useOffsetIndex:s});i.push(...d.groups),o.push(...d.fetches),a.push(...d.indexes)}return o.push(
...a),{metadata:t,rowStart:n,rowEnd:c.rowEnd,columns:r,fetches:o,groups:i}}function Zs({metadata:e,rowStart:t=0,rowEnd:n=1/0,columns:r,filter:s,filterStrict:i=!0,
bloomFiltersByGroup:o,schemaElements:a,pageRangesByGroup:c,pageLocationsByGroup:u}){if(!e)throw new Error("parquetPlan requires metadata");let d=Q(e),f=Mt(d),p=s?
{...ni(d),...a}:a,m=[],h=0;for(let y=0;y<e.row_groups.length;y++){let w=e.row_groups[y],b=Number(w.num_rows),x=h+b;if(b>0&&x>t&&h<n&&!He({rowGroup:w,physicalColumns:f,
filter:s,strict:i,bloomFilters:o?.[y],schemaElements:p})){let v=Math.max(t-h,0),E=Math.min(n-h,b),A=c?.[y],_=u?.[y],$=A?A.map(([I,M])=>[Math.max(I,v),Math.min(M,
E)]).filter(([I,M])=>I<M):[[v,E]];$.length>1&&($=w.columns.every(M=>{let N=M.meta_data?.path_in_schema[0],F=M.meta_data?.path_in_schema.join(".");return r&&N&&!r.
includes(N)?!0:!!(M.offset_index_offset&&M.offset_index_length)||!!(F&&_?.[F])})?_a($,w,r,_):[[$[0][0],$[$.length-1][1]]]),$.length&&m.push({rowGroup:w,groupIndex:y,
groupStart:h,groupRows:b,ranges:$,pageRanges:A,pageLocations:_})}h=x}return{groups:m,rowEnd:isFinite(n)?n:h}}function Js({rowGroup:e,groupStart:t,groupRows:n,ranges:r,
columns:s,useOffsetIndex:i=!1,pageRanges:o,pageLocations:a}){let c=[],u=[],d=[],f=r.length>1||r[0][0]>0||r[0][1]<n;for(let y of e.columns){let w=y.meta_data;if(y.
file_path)throw new Error("parquet file_path not supported");if(!w)throw new Error("parquet column metadata is undefined");if(s&&!s.includes(w.path_in_schema[0]))
continue;let b=w.dictionary_page_offset||w.data_page_offset,x=Number(b),v=Number(b+w.total_compressed_size),E=a?.[w.path_in_schema.join(".")];if(E&&f)c.push({columnMetadata:w,
pageLocations:E,range:{startByte:x,endByte:v}});else if((i||o)&&y.offset_index_offset&&y.offset_index_length&&f){let A=Number(y.offset_index_offset);c.push({columnMetadata:w,
offsetIndex:{startByte:A,endByte:A+y.offset_index_length},range:{startByte:Number(b),endByte:v}})}else c.push({columnMetadata:w,range:{startByte:x,endByte:v}})}
let p=[],m;for(let y of c)"pageLocations"in y||("offsetIndex"in y?d.push(y.offsetIndex):s?p.push(y.range):m&&y.range.endByte-m.startByte<=Ws?m.endByte=y.range.endByte:
(m&&u.push(m),m={...y.range}));return m&&u.push(m),u.push(...ti(p,va,Ws)),{groups:r.map(([y,w])=>({chunks:c,rowGroup:e,groupStart:t,groupRows:n,selectStart:y,selectEnd:w})),
fetches:u,indexes:d}}function _a(e,t,n,r){let s=t.columns.filter(o=>!n||n.includes(o.meta_data?.path_in_schema[0]||"")).map(o=>r?.[o.meta_data?.path_in_schema.join(
".")||""]),i=[];for(let o of e){let a=i[i.length-1],c=a&&s.some(u=>{if(!u)return!0;let d=Qs(a,u,Number(t.num_rows)),f=Qs(o,u,Number(t.num_rows));return d[0]<=f[1]&&
f[0]<=d[1]});a&&c?a[1]=o[1]:i.push([...o])}return i}function Qs([e,t],n,r){let s=1/0,i=-1/0;for(let o=0;o<n.length;o++){let a=Number(n[o].first_row_index);(o+1<
n.length?Number(n[o+1].first_row_index):r)>e&&a<t&&(s=Math.min(s,o),i=o)}return[s,i]}async function Xs({file:e,metadata:t,filter:n,filterStrict:r=!0}){let s=t.row_groups.
map(()=>({})),i=js(n);if(i.size===0)return s;let o=Mt(Q(t)),a=[];return t.row_groups.forEach((c,u)=>{if(!He({rowGroup:c,physicalColumns:o,filter:n,strict:r}))for(let d of i){
let f=o.indexOf(d);if(f===-1)continue;let p=c.columns[f]?.meta_data;if(!p?.bloom_filter_offset||!p.bloom_filter_length)continue;let m=Number(p.bloom_filter_offset),
h=m+p.bloom_filter_length;a.push((async()=>{let y=await e.slice(m,h),w=Hs({view:new DataView(y),offset:0});w&&(s[u][d]=w)})())}}),a.length&&await Promise.all(a),
s}async function ei({file:e,metadata:t,filter:n,filterStrict:r=!0,rowStart:s=0,rowEnd:i=1/0,columns:o,bloomFiltersByGroup:a,schemaElements:c,parsers:u}){let d=t.
row_groups.map(()=>{}),f=t.row_groups.map(()=>({}));if(n&&"$nor"in n&&Array.isArray(n.$nor))return{pageRangesByGroup:d,pageLocationsByGroup:f};let p=Fe(n);if(!p.
length)return{pageRangesByGroup:d,pageLocationsByGroup:f};let m=Q(t),h=Mt(m),y={...ni(m),...c},w=[],b=[],x=[],v=0;if(t.row_groups.forEach((E,A)=>{let _=Number(E.
num_rows),$=v+_,I=_>0&&$>s&&v<i;if(v=$,!I||He({rowGroup:E,physicalColumns:h,filter:n,strict:r,bloomFilters:a?.[A],schemaElements:y}))return;let M={},N=0,F=new Set,
V=!1;for(let B of p){let T=h.indexOf(B);if(T===-1)continue;let L=E.columns[T];if(!L?.meta_data||!L.column_index_offset||!L.column_index_length||!L.offset_index_offset||
!L.offset_index_length)continue;let z=y[B];if(!z)continue;V=!0,F.add(B);let K=Number(L.column_index_offset),J=Number(L.offset_index_offset),fe=K+L.column_index_length,
we=J+L.offset_index_length;w.push({startByte:K,endByte:fe},{startByte:J,endByte:we}),N++,b.push(async Re=>{let[lt,ct]=await Promise.all([Re.slice(K,fe),Re.slice(
J,we)]),xe=Cs({view:new DataView(lt),offset:0},z,u),Ve=st({view:new DataView(ct),offset:0});f[A][B]=Ve.page_locations,M[B]={minValues:xe.min_values,maxValues:xe.
max_values,nullPages:xe.null_pages,nullCounts:xe.null_counts,pageStarts:Ve.page_locations.map(ne=>Number(ne.first_row_index)),element:z}})}if(V)for(let B of E.columns){
let T=B.meta_data;if(!T)continue;let L=T.path_in_schema[0],P=T.path_in_schema.join(".");if(o&&!o.includes(L)||F.has(P)||!B.offset_index_offset||!B.offset_index_length)
continue;F.add(P);let z=Number(B.offset_index_offset),K=z+B.offset_index_length;w.push({startByte:z,endByte:K}),N++,b.push(async J=>{let fe=await J.slice(z,K),we=st(
{view:new DataView(fe),offset:0});f[A][P]=we.page_locations})}N&&x.push({rgIdx:A,groupRows:_,columnPages:M})}),b.length){let E=Pn(e,{fetches:ti(w)});await Promise.
all(b.map(A=>A(E)));for(let{rgIdx:A,groupRows:_,columnPages:$}of x)d[A]=kt(n,$,_,r)}return{pageRangesByGroup:d,pageLocationsByGroup:f}}function ti(e,t=0,n=1/0){
let r=e.map(i=>({...i})).sort((i,o)=>i.startByte-o.startByte||i.endByte-o.endByte),s=[];for(let i of r){let o=s[s.length-1];o&&i.startByte<=o.endByte+t&&Math.max(
o.endByte,i.endByte)-o.startByte<=n?o.endByte=Math.max(o.endByte,i.endByte):s.push(i)}return s}function ni(e){let t={};function n(r){if(r.children.length)for(let s of r.
children)n(s);else t[r.path.join(".")]=r.element}return n(e),t}function Pn(e,{fetches:t}){let n=t.map(({startByte:r,endByte:s})=>e.slice(r,s));return{byteLength:e.
byteLength,slice(r,s=e.byteLength){let i=t.findIndex(({startByte:o,endByte:a})=>o<=r&&s<=a);if(i<0)return e.slice(r,s);if(t[i].startByte!==r||t[i].endByte!==s){
let o=r-t[i].startByte,a=s-t[i].startByte;return n[i]instanceof Promise?n[i].then(c=>c.slice(o,a)):n[i].slice(o,a)}else return n[i]}}}var Fn=new TextDecoder,ri=new WeakMap;function Hn(e,t=ae){if(Array.isArray(e))return e.map(n=>Hn(n,t));if(typeof e!="object")return e;if("metadata"in e){let n=Aa(
e.metadata),r=e.typed_value&&Ct(e.typed_value,n,t),s=e.value&&ot(Pt(e.value),n,t);return r&&s?{...s,...r}:r??s}return e}function Ct(e,t,n){if(e instanceof Date)
return e;if(e&&typeof e=="object"&&!Array.isArray(e)&&!(e instanceof Uint8Array)){if("typed_value"in e&&e.typed_value!==null&&e.typed_value!==void 0)return Ct(e.
typed_value,t,n);if("value"in e&&e.value instanceof Uint8Array)return ot(Pt(e.value),t,n);if("typed_value"in e||"value"in e)return null;let r={};for(let[s,i]of Object.
entries(e))t.dictionary.includes(s)&&(r[s]=Ct(i,t,n));return r}return e instanceof Uint8Array?ot(Pt(e),t,n):Array.isArray(e)?e.map(r=>Ct(r,t,n)):e}function Pt(e){
return{view:new DataView(e.buffer,e.byteOffset,e.byteLength),offset:0}}function Aa(e){let t=ri.get(e.buffer);t||(t=new Map,ri.set(e.buffer,t));let n=`${e.byteOffset}\
:${e.byteLength}`,r=t.get(n);if(r)return r;let s=Pt(e),i=s.view.getUint8(s.offset++),o=i&15;if(o!==1)throw new Error(`parquet unsupported variant metadata versi\
on: ${o}`);let a=(i>>4&1)===1,c=(i>>6&3)+1,u=Te(s,c),d=new Array(u+1);for(let h=0;h<d.length;h++)d[h]=Te(s,c);let f=s.offset,p=new Array(u);for(let h=0;h<u;h++){
let y=d[h],w=d[h+1],b=new Uint8Array(e.buffer,e.byteOffset+f+y,w-y);p[h]=Fn.decode(b)}let m={dictionary:p,sorted:a};return t.set(n,m),m}function Te(e,t){let n=0;
for(let r=0;r<t;r++)n|=e.view.getUint8(e.offset+r)<<r*8;return e.offset+=t,n}function ot(e,t,n){let r=e.view.getUint8(e.offset++),s=r&3,i=r>>2;if(s===0)return Ea(
e,i,n);if(s===2)return $a(e,i,t,n);if(s===3)return Sa(e,i,t,n);let o=new Uint8Array(e.view.buffer,e.view.byteOffset+e.offset,i);return e.offset+=i,Fn.decode(o)}
function Ea(e,t,n){switch(t){case 0:return null;case 1:return!0;case 2:return!1;case 3:{let r=e.view.getInt8(e.offset);return e.offset+=1,r}case 4:{let r=e.view.
getInt16(e.offset,!0);return e.offset+=2,r}case 5:{let r=e.view.getInt32(e.offset,!0);return e.offset+=4,r}case 6:{let r=e.view.getBigInt64(e.offset,!0);return e.
offset+=8,r}case 7:{let r=e.view.getFloat64(e.offset,!0);return e.offset+=8,r}case 8:return Dn(e,4);case 9:return Dn(e,8);case 10:return Dn(e,16);case 11:{let r=e.
view.getInt32(e.offset,!0);return e.offset+=4,n.dateFromDays(r)}case 12:case 13:{let r=e.view.getBigInt64(e.offset,!0);return e.offset+=8,n.timestampFromMicroseconds(
r)}case 14:{let r=e.view.getFloat32(e.offset,!0);return e.offset+=4,r}case 15:return si(e);case 16:{let r=si(e);return Fn.decode(r)}case 17:{let r=e.view.getBigInt64(
e.offset,!0);return e.offset+=8,r}case 18:case 19:{let r=e.view.getBigInt64(e.offset,!0);return e.offset+=8,n.timestampFromNanoseconds(r)}case 20:{let r=new Uint8Array(
e.view.buffer,e.view.byteOffset+e.offset,16);e.offset+=16;let s=Array.from(r,i=>i.toString(16).padStart(2,"0")).join("");return`${s.slice(0,8)}-${s.slice(8,12)}\
-${s.slice(12,16)}-${s.slice(16,20)}-${s.slice(20)}`}default:throw new Error(`parquet unsupported variant primitive type: ${t}`)}}function $a(e,t,n,r){let s=(t&
3)+1,i=(t>>2&3)+1,a=t>>4&1?Te(e,4):e.view.getUint8(e.offset++),c=new Array(a);for(let f=0;f<a;f++)c[f]=Te(e,i);let u=new Array(a+1);for(let f=0;f<u.length;f++)u[f]=
Te(e,s);let d={};for(let f=0;f<a;f++){let p=n.dictionary[c[f]],m={view:e.view,offset:e.offset+u[f]};d[p]=ot(m,n,r)}return e.offset+=u[u.length-1],d}function Sa(e,t,n,r){
let s=t&3,i=t>>2&1,o=s+1,a=Te(e,i?4:1),c=new Array(a+1);for(let f=0;f<c.length;f++)c[f]=Te(e,o);let u=e.offset,d=new Array(a);for(let f=0;f<a;f++){let p={view:e.
view,offset:u+c[f]};d[f]=ot(p,n,r)}return e.offset=u+c[c.length-1],d}function Dn(e,t){let n=e.view.getUint8(e.offset);e.offset+=1;let r;if(t===4)r=BigInt(e.view.
getInt32(e.offset,!0)),e.offset+=4;else if(t===8)r=e.view.getBigInt64(e.offset,!0),e.offset+=8;else{let s=e.view.getBigUint64(e.offset,!0);r=e.view.getBigInt64(
e.offset+8,!0)<<64n|s,e.offset+=16}return Number(r)/10**n}function si(e){let t=e.view.getUint32(e.offset,!0);e.offset+=4;let n=new Uint8Array(e.view.buffer,e.view.
byteOffset+e.offset,t);return e.offset+=t,n}function jn(e,t,n,r,s){let i=rt(s);if(!t?.length&&!n.length){if(!i||!r.length)return r;t=new Array(r.length).fill(i)}let o=t?.length||n.length,a=s.map(({element:h})=>h.
repetition_type),c=0,u=[e],d=e,f=0,p=0,m=0;if(n[0])for(;f<a.length-2&&m<n[0];)f++,a[f]!=="REQUIRED"&&(d=d.at(-1),u.push(d),p++),a[f]==="REPEATED"&&m++;for(let h=0;h<
o;h++){let y=t?.length?t[h]:i,w=n[h];for(;f&&(w<m||a[f]!=="REPEATED");)a[f]!=="REQUIRED"&&(u.pop(),p--),a[f]==="REPEATED"&&m--,f--;for(d=u.at(-1);(f<a.length-2||
a[f+1]==="REPEATED")&&(p<y||a[f+1]==="REQUIRED");){if(f++,a[f]!=="REQUIRED"){let b=[];d.push(b),d=b,u.push(b),p++}a[f]==="REPEATED"&&m++}y===i?d.push(r[c++]):f===
a.length-2?d.push(a[f+1]==="REPEATED"?[]:null):d.push([])}if(!e.length)for(let h=0;h<i;h++){let y=[];d.push(y),d=y}return e}function je(e,t,n,r=0){let s=t.path.
join("."),i=t.element.repetition_type==="OPTIONAL",o=i?r+1:r;if(Os(t)){let a=t.children[0],c=o;a.children.length===1&&(a=a.children[0],c++),je(e,a,n,c);let u=a.
path.join("."),d=e.get(u);if(!d)throw new Error("parquet list column missing values");i&&Dt(d,r),e.set(s,d),e.delete(u);return}if(Ns(t)){let a=t.children[0].element.
name;je(e,t.children[0].children[0],n,o+1),je(e,t.children[0].children[1],n,o+1);let c=e.get(`${s}.${a}.key`),u=e.get(`${s}.${a}.value`);if(!c)throw new Error("\
parquet map column missing keys");if(!u)throw new Error("parquet map column missing values");if(c.length!==u.length)throw new Error("parquet map column key/valu\
e length mismatch");let d=ii(c,u,o);i&&Dt(d,r),e.delete(`${s}.${a}.key`),e.delete(`${s}.${a}.value`),e.set(s,d);return}if(t.children.length){let a=t.element.repetition_type===
"REQUIRED"?r:r+1,c={};for(let d of t.children){je(e,d,n,a);let f=e.get(d.path.join("."));if(!f)throw new Error("parquet struct missing child data");c[d.element.
name]=f}for(let d of t.children)e.delete(d.path.join("."));let u=oi(c,a);t.element.logical_type?.type==="VARIANT"&&(u=Hn(u,n)),i&&Dt(u,r),e.set(s,u)}}function Dt(e,t){
for(let n=0;n<e.length;n++)t?Dt(e[n],t-1):e[n]=e[n].length?e[n][0]:null}function ii(e,t,n){let r=[];for(let s=0;s<e.length;s++)if(n)r.push(ii(e[s],t[s],n-1));else if(e[s]){
let i={};for(let o=0;o<e[s].length;o++){let a=t[s][o];i[e[s][o]]=a===void 0?null:a}r.push(i)}else r.push(void 0);return r}function oi(e,t){let n=Object.keys(e),
r=e[n[0]]?.length,s=[];for(let i=0;i<r;i++){let o={};for(let a of n){if(e[a].length!==r)throw new Error("parquet struct parsing error");o[a]=e[a][i]}t?s.push(oi(
o,t-1)):s.push(o)}return s}var ai=[1,10,100,1e3,1e4,1e5,1e6,1e7,1e8,1e9,1e10,1e11,1e12,1e13,1e14,1e15,1e16,1e17,1e18],li=[1,.1,.01,.001,1e-4,1e-5,1e-6,1e-7,1e-8,1e-9,1e-10,1e-11,1e-12,1e-13,
1e-14,1e-15,1e-16,1e-17,1e-18],La=ai.slice(0,11).map(Math.fround),Ta=li.slice(0,11).map(Math.fround);function qn(e,t,n){if(n==="FLOAT")return Ra(e,t);if(n==="DO\
UBLE")return Ia(e,t);throw new Error(`ALP encoding unsupported type: ${n}`)}function ci(e){let{view:t}=e,n=t.getUint8(e.offset++);if(n!==0)throw new Error(`ALP \
unsupported compression mode: ${n}`);let r=t.getUint8(e.offset++);if(r!==0)throw new Error(`ALP unsupported integer encoding: ${r}`);let s=t.getUint8(e.offset++);
if(s<3||s>15)throw new Error(`ALP invalid log_vector_size: ${s}`);let i=1<<s,o=t.getInt32(e.offset,!0);e.offset+=4;let a=Math.ceil(o/i),c=e.offset;return e.offset+=
a*4,{vectorSize:i,numElements:o,numVectors:a,offsetArrayStart:c}}function Ra(e,t){let{view:n}=e,{vectorSize:r,numElements:s,numVectors:i,offsetArrayStart:o}=ci(
e);if(s!==t)throw new Error(`ALP num_elements ${s} does not match expected ${t}`);let a=new Float32Array(t),c=new Uint8Array(a.buffer);for(let u=0;u<i;u++){e.offset=
o+n.getUint32(o+u*4,!0);let d=u*r,f=Math.min(r,s-d),p=n.getUint8(e.offset++),m=n.getUint8(e.offset++),h=n.getUint16(e.offset,!0);e.offset+=2;let y=n.getInt32(e.
offset,!0);e.offset+=4;let w=n.getUint8(e.offset++),b=ui(e,f,w),x=La[m],v=Ta[p];for(let E=0;E<f;E++){let A=b[E]+y|0;a[d+E]=Math.fround(Math.fround(A)*x)*v}fi(e,
h,4,c,d)}return a}function Ia(e,t){let{view:n}=e,{vectorSize:r,numElements:s,numVectors:i,offsetArrayStart:o}=ci(e);if(s!==t)throw new Error(`ALP num_elements ${s}\
 does not match expected ${t}`);let a=new Float64Array(t),c=new Uint8Array(a.buffer);for(let u=0;u<i;u++){e.offset=o+n.getUint32(o+u*4,!0);let d=u*r,f=Math.min(
r,s-d),p=n.getUint8(e.offset++),m=n.getUint8(e.offset++),h=n.getUint16(e.offset,!0);e.offset+=2;let y=n.getBigInt64(e.offset,!0);e.offset+=8;let w=n.getUint8(e.
offset++),b=ai[m],x=li[p],v=Number(y);if(w<=32&&Number.isSafeInteger(v)){let E=ui(e,f,w);for(let A=0;A<f;A++)a[d+A]=(E[A]+v)*b*x}else{let E=Ma(e,f,w);for(let A=0;A<
f;A++){let _=BigInt.asIntN(64,E[A]+y);a[d+A]=Number(_)*b*x}}fi(e,h,8,c,d)}return a}function fi(e,t,n,r,s){if(!t)return;let{view:i}=e,o=e.offset,a=o+t*2,c=new Uint8Array(
i.buffer,i.byteOffset+a,t*n);for(let u=0;u<t;u++){let d=i.getUint16(o+u*2,!0),f=(s+d)*n;r.set(c.subarray(u*n,(u+1)*n),f)}e.offset=a+t*n}function ui(e,t,n){let r=new Uint32Array(
t);if(!n)return r;let{view:s}=e,i=e.offset,o=2**n,a=0;for(let c=0;c<t;c++){let u=i+(a>>>3),d=a&7,f=s.getUint8(u++)>>>d,p=8-d;for(;p<n;)f+=s.getUint8(u++)*2**p,p+=
8;r[c]=f%o,a+=n}return e.offset=i+Math.ceil(t*n/8),r}function Ma(e,t,n){let r=new BigUint64Array(t);if(!n)return r;let{view:s}=e,i=e.offset,o=(1n<<BigInt(n))-1n,
a=0n,c=0,u=i;for(let d=0;d<t;d++){for(;c<n;)a|=BigInt(s.getUint8(u++))<<BigInt(c),c+=8;r[d]=a&o,a>>=BigInt(n),c-=n}return e.offset=i+Math.ceil(t*n/8),r}function qe(e,t,n){if(n instanceof Int32Array){Ba(e,t,n);return}let r=Y(e),s=Y(e);Y(e);let i=Ot(e),o=0;n[o++]=i;let a=r/s;for(;o<t;){let c=Ot(e),u=new Uint8Array(
s);for(let d=0;d<s;d++)u[d]=e.view.getUint8(e.offset++);for(let d=0;d<s&&o<t;d++){let f=u[d];if(f){let p=0,m=a,h=(1n<<BigInt(f))-1n;for(;m&&o<t;){let y=BigInt(e.
view.getUint32(e.offset,!0)>>>p)&h;for(p+=f;p>=32;)p-=32,e.offset+=4,p&&(y|=BigInt(e.view.getUint32(e.offset,!0))<<BigInt(f-p)&h);let w=c+y;i+=w,n[o++]=i,m--}m&&
(e.offset+=Math.ceil((m*f+p)/8))}else for(let p=0;p<a&&o<t;p++)i+=c,n[o++]=i}}}function Ba(e,t,n){let r=Y(e),s=Y(e);Y(e);let i=Bt(e),o=0;n[o++]=i;let a=r/s,{view:c}=e;
for(;o<t;){let u=Oa(e),d=e.offset,f=d+s;for(let p=0;p<s&&o<t;p++){let m=c.getUint8(d+p),h=f+a*m/8,y=0;for(let w=0;w<a&&o<t;w++){let b=0,x=0;for(;x<m;){let v=Math.
min(8-y,m-x);x<32&&(b|=(c.getUint8(f)>>>y&(1<<v)-1)<<x),x+=v,y+=v,y===8&&(y=0,f++)}i=i+u+b|0,n[o++]=i}f=h}e.offset=f}}function Oa(e){let t=e.offset,n=Y(e),r=e.offset-
t===5?e.view.getUint8(t+4)>>>4&1:0;return(n>>>1|r<<31)^-(n&1)}function Vn(e,t,n){let r=new Int32Array(t);qe(e,t,r);for(let s=0;s<t;s++)n[s]=new Uint8Array(e.view.
buffer,e.view.byteOffset+e.offset,r[s]),e.offset+=r[s]}function Yn(e,t,n){let r=new Int32Array(t);qe(e,t,r);let s=new Int32Array(t);qe(e,t,s);for(let i=0;i<t;i++){
let o=new Uint8Array(e.view.buffer,e.view.byteOffset+e.offset,s[i]);r[i]?(n[i]=new Uint8Array(r[i]+s[i]),n[i].set(n[i-1].subarray(0,r[i])),n[i].set(o,r[i])):n[i]=
o,e.offset+=s[i]}}function ce(e,t,n,r){r===void 0&&(r=e.view.getUint32(e.offset,!0),e.offset+=4);let s=e.offset,i=0;for(;i<n.length;){let o=Y(e);if(o&1)i=ka(e,o,t,n,i);else{let a=o>>>
1;Na(e,a,t,n,i),i+=a}}e.offset=s+r}function Na(e,t,n,r,s){let i=n+7>>3,o=0;for(let a=0;a<i;a++)o|=e.view.getUint8(e.offset++)<<(a<<3);for(let a=0;a<t;a++)r[s+a]=
o}function ka(e,t,n,r,s){let i=t>>1<<3,o=(1<<n)-1,a=0;if(e.offset<e.view.byteLength)a=e.view.getUint8(e.offset++);else if(o)throw new Error(`parquet bitpack off\
set ${e.offset} out of range`);let c=8,u=0;for(;i;)u>8?(u-=8,c-=8,a>>>=8):c-u<n?(a|=e.view.getUint8(e.offset)<<c,e.offset++,c+=8):(s<r.length&&(r[s++]=a>>u&o),i--,
u+=n);return s}function Gn(e,t,n,r){let s=Ua(n,r),i=new Uint8Array(t*s);for(let o=0;o<s;o++)for(let a=0;a<t;a++)i[a*s+o]=e.view.getUint8(e.offset++);if(n==="FLO\
AT")return new Float32Array(i.buffer);if(n==="DOUBLE")return new Float64Array(i.buffer);if(n==="INT32")return new Int32Array(i.buffer);if(n==="INT64")return new BigInt64Array(
i.buffer);if(n==="FIXED_LEN_BYTE_ARRAY"){let o=new Array(t);for(let a=0;a<t;a++)o[a]=i.subarray(a*s,(a+1)*s);return o}throw new Error(`parquet byte_stream_split\
 unsupported type: ${n}`)}function Ua(e,t){switch(e){case"INT32":case"FLOAT":return 4;case"INT64":case"DOUBLE":return 8;case"FIXED_LEN_BYTE_ARRAY":if(!t)throw new Error(
"parquet byteWidth missing type_length");return t;default:throw new Error(`parquet unsupported type: ${e}`)}}function at(e,t,n,r){if(n===0)return[];if(t==="BOOLEAN")return Ca(e,n);if(t==="INT32")return Pa(e,n);if(t==="INT64")return Da(e,n);if(t==="INT96")return Fa(e,n);
if(t==="FLOAT")return Ha(e,n);if(t==="DOUBLE")return ja(e,n);if(t==="BYTE_ARRAY")return qa(e,n);if(t==="FIXED_LEN_BYTE_ARRAY"){if(!r)throw new Error("parquet mi\
ssing fixed length");return Va(e,n,r)}else throw new Error(`parquet unhandled type: ${t}`)}function Ca(e,t){let n=new Array(t);for(let r=0;r<t;r++){let s=e.offset+
(r/8|0),i=r%8,o=e.view.getUint8(s);n[r]=(o&1<<i)!==0}return e.offset+=Math.ceil(t/8),n}function Pa(e,t){let n=(e.view.byteOffset+e.offset)%4?new Int32Array(Ft(e.
view.buffer,e.view.byteOffset+e.offset,t*4)):new Int32Array(e.view.buffer,e.view.byteOffset+e.offset,t);return e.offset+=t*4,n}function Da(e,t){let n=(e.view.byteOffset+
e.offset)%8?new BigInt64Array(Ft(e.view.buffer,e.view.byteOffset+e.offset,t*8)):new BigInt64Array(e.view.buffer,e.view.byteOffset+e.offset,t);return e.offset+=t*
8,n}function Fa(e,t){let n=new Array(t);for(let r=0;r<t;r++){let s=e.view.getBigInt64(e.offset+r*12,!0),i=e.view.getInt32(e.offset+r*12+8,!0);n[r]=BigInt(i)<<64n|
s}return e.offset+=t*12,n}function Ha(e,t){let n=(e.view.byteOffset+e.offset)%4?new Float32Array(Ft(e.view.buffer,e.view.byteOffset+e.offset,t*4)):new Float32Array(
e.view.buffer,e.view.byteOffset+e.offset,t);return e.offset+=t*4,n}function ja(e,t){let n=(e.view.byteOffset+e.offset)%8?new Float64Array(Ft(e.view.buffer,e.view.
byteOffset+e.offset,t*8)):new Float64Array(e.view.buffer,e.view.byteOffset+e.offset,t);return e.offset+=t*8,n}function qa(e,t){let n=new Array(t);for(let r=0;r<
t;r++){let s=e.view.getUint32(e.offset,!0);e.offset+=4,n[r]=new Uint8Array(e.view.buffer,e.view.byteOffset+e.offset,s),e.offset+=s}return n}function Va(e,t,n){let r=new Array(
t);for(let s=0;s<t;s++)r[s]=new Uint8Array(e.view.buffer,e.view.byteOffset+e.offset,n),e.offset+=n;return r}function Ft(e,t,n){let r=new ArrayBuffer(n);return new Uint8Array(
r).set(new Uint8Array(e,t,n)),r}var Ya=[0,255,65535,16777215,4294967295];function di(e,t,n,r,s){for(let i=0;i<s;i++)n[r+i]=e[t+i]}function pi(e,t){let n=e.byteLength,r=t.byteLength,s=0,i=0;for(;s<
n;){let o=e[s];if(s++,o<128)break}if(r&&s>=n)throw new Error("invalid snappy length header");for(;s<n;){let o=e[s],a=0;if(s++,s>=n)throw new Error("missing eof \
marker");if((o&3)===0){let c=(o>>>2)+1;if(c>60){if(s+3>=n)throw new Error("snappy error literal pos + 3 >= inputLength");let u=c-60;c=e[s]+(e[s+1]<<8)+(e[s+2]<<
16)+(e[s+3]<<24),c=(c&Ya[u])+1,s+=u}if(s+c>n)throw new Error("snappy error literal exceeds input length");di(e,s,t,i,c),s+=c,i+=c}else{let c=0;switch(o&3){case 1:
a=(o>>>2&7)+4,c=e[s]+(o>>>5<<8),s++;break;case 2:if(n<=s+1)throw new Error("snappy error end of input");a=(o>>>2)+1,c=e[s]+(e[s+1]<<8),s+=2;break;case 3:if(n<=s+
3)throw new Error("snappy error end of input");a=(o>>>2)+1,c=e[s]+(e[s+1]<<8)+(e[s+2]<<16)+(e[s+3]<<24),s+=4;break;default:break}if(c===0||isNaN(c))throw new Error(
`invalid offset ${c} pos ${s} inputLength ${n}`);if(c>i)throw new Error("cannot copy from before start of buffer");di(t,i-c,t,i,a),i+=a}}if(i!==r)throw new Error(
"premature end of input")}function mi(e,t,{type:n,element:r,schemaPath:s}){let i=new DataView(e.buffer,e.byteOffset,e.byteLength),o={view:i,offset:0},a,c=Ga(o,t,s),{definitionLevels:u,numNulls:d}=za(
o,t,s),f=t.num_values-d;if(t.encoding==="PLAIN")a=at(o,n,f,r.type_length);else if(t.encoding==="PLAIN_DICTIONARY"||t.encoding==="RLE_DICTIONARY"||t.encoding==="\
RLE"){let p=n==="BOOLEAN"?1:i.getUint8(o.offset++);p?(a=new Array(f),n==="BOOLEAN"?(ce(o,p,a),a=a.map(m=>!!m)):ce(o,p,a,i.byteLength-o.offset)):a=new Uint8Array(
f)}else if(t.encoding==="BYTE_STREAM_SPLIT")a=Gn(o,f,n,r.type_length);else if(t.encoding==="ALP")a=qn(o,f,n);else if(t.encoding==="DELTA_BINARY_PACKED")a=n==="I\
NT32"?new Int32Array(f):new BigInt64Array(f),qe(o,f,a);else if(t.encoding==="DELTA_LENGTH_BYTE_ARRAY")a=new Array(f),Vn(o,f,a);else if(t.encoding==="DELTA_BYTE_\
ARRAY")a=new Array(f),Yn(o,f,a);else throw new Error(`parquet unsupported encoding: ${t.encoding}`);return{definitionLevels:u,repetitionLevels:c,dataPage:a}}function Ga(e,t,n){
if(n.length>1){let r=Rn(n);if(r){let s=new Array(t.num_values);return ce(e,jt(r),s),s}}return[]}function za(e,t,n){let r=rt(n);if(!r)return{definitionLevels:[],
numNulls:0};let s=new Array(t.num_values);ce(e,jt(r),s);let i=t.num_values;for(let o of s)o===r&&i--;return i===0&&(s.length=0),{definitionLevels:s,numNulls:i}}
function Ht(e,t,n,r){let s,i=r?.[n];if(n==="UNCOMPRESSED")s=e;else if(i)s=i(e,t);else if(n==="SNAPPY")s=new Uint8Array(t),pi(e,s);else throw new Error(`parquet \
unsupported compression codec: ${n}`);if(s?.length!==t)throw new Error(`parquet decompressed page length ${s?.length} does not match header ${t}`);return s}function hi(e,t,n){
let s={view:new DataView(e.buffer,e.byteOffset,e.byteLength),offset:0},{type:i,element:o,schemaPath:a,codec:c,compressors:u}=n,d=t.data_page_header_v2;if(!d)throw new Error(
"parquet data page header v2 is undefined");let f=Wa(s,d,a);s.offset=d.repetition_levels_byte_length;let p=Qa(s,d,a),m=t.uncompressed_page_size-d.definition_levels_byte_length-
d.repetition_levels_byte_length,h=e.subarray(s.offset);d.is_compressed!==!1&&m&&(h=Ht(h,m,c,u));let y=new DataView(h.buffer,h.byteOffset,h.byteLength),w={view:y,
offset:0},b,x=d.num_values-d.num_nulls;if(d.encoding==="PLAIN")b=at(w,i,x,o.type_length);else if(d.encoding==="RLE")b=new Array(x),ce(w,1,b),b=b.map(v=>!!v);else if(d.
encoding==="PLAIN_DICTIONARY"||d.encoding==="RLE_DICTIONARY"){let v=y.getUint8(w.offset++);b=new Array(x),ce(w,v,b,m-1)}else if(d.encoding==="DELTA_BINARY_PACKE\
D")b=i==="INT32"?new Int32Array(x):new BigInt64Array(x),qe(w,x,b);else if(d.encoding==="DELTA_LENGTH_BYTE_ARRAY")b=new Array(x),Vn(w,x,b);else if(d.encoding==="\
DELTA_BYTE_ARRAY")b=new Array(x),Yn(w,x,b);else if(d.encoding==="BYTE_STREAM_SPLIT")b=Gn(w,x,i,o.type_length);else if(d.encoding==="ALP")b=qn(w,x,i);else throw new Error(
`parquet unsupported encoding: ${d.encoding}`);return{definitionLevels:p,repetitionLevels:f,dataPage:b}}function Wa(e,t,n){let r=Rn(n);if(!r)return[];let s=new Array(
t.num_values);return ce(e,jt(r),s,t.repetition_levels_byte_length),s}function Qa(e,t,n){let r=rt(n);if(r){let s=new Array(t.num_values);return ce(e,jt(r),s,t.definition_levels_byte_length),
s}}function jt(e){return 32-Math.clz32(e)}function zn(e,{groupStart:t,selectStart:n,selectEnd:r},s,i){let{pathInSchema:o,schemaPath:a}=s,c=In(a),u=[],d,f,p=0,m=0,h=i&&(()=>{f&&i({pathInSchema:o,columnData:f,
rowStart:t+p-f.length,rowEnd:t+p})});for(;(c?p<r:e.offset<e.view.byteLength-1)&&!(e.offset>=e.view.byteLength-1);){let y=Ka(e);if(y.type==="DICTIONARY_PAGE"){let{
data:w}=gi(e,y,s,d,void 0,0);w&&(d=Sn(w,s))}else{let w=f?.length||0,b=gi(e,y,s,d,f,n-p);b.skipped?(u.length||(m+=b.skipped),p+=b.skipped):b.data&&f===b.data?p+=
b.data.length-w:b.data&&b.data.length&&(h?.(),u.push(b.data),p+=b.data.length,f=b.data)}}return h?.(),{data:u,skipped:m}}function gi(e,t,n,r,s,i){let{type:o,element:a,
schemaPath:c,codec:u,compressors:d}=n,f=new Uint8Array(e.view.buffer,e.view.byteOffset+e.offset,t.compressed_page_size);if(e.offset+=t.compressed_page_size,t.type===
"DATA_PAGE"){let p=t.data_page_header;if(!p)throw new Error("parquet data page header is undefined");if(i>p.num_values&&In(c))return{skipped:p.num_values};let m=Ht(
f,Number(t.uncompressed_page_size),u,d),{definitionLevels:h,repetitionLevels:y,dataPage:w}=mi(m,p,n),b=$n(w,r,p.encoding,n),x=Array.isArray(s)?s:[];return{skipped:0,
data:jn(x,h,y,b,c)}}else if(t.type==="DATA_PAGE_V2"){let p=t.data_page_header_v2;if(!p)throw new Error("parquet data page header v2 is undefined");if(i>p.num_rows)
return{skipped:p.num_rows};let{definitionLevels:m,repetitionLevels:h,dataPage:y}=hi(f,t,n),w=$n(y,r,p.encoding,n),b=Array.isArray(s)?s:[];return{skipped:0,data:jn(
b,m,h,w,c)}}else if(t.type==="DICTIONARY_PAGE"){let p=t.dictionary_page_header;if(!p)throw new Error("parquet dictionary page header is undefined");let m=Ht(f,Number(
t.uncompressed_page_size),u,d),h={view:new DataView(m.buffer,m.byteOffset,m.byteLength),offset:0};return{skipped:0,data:at(h,o,p.num_values,a.type_length)}}else
throw new Error(`parquet unsupported page type: ${t.type}`)}function Ka(e){let t=ee(e),n=Tt[t.field_1],r=t.field_2,s=t.field_3,i=t.field_4,o=t.field_5&&{num_values:t.
field_5.field_1,encoding:oe[t.field_5.field_2],definition_level_encoding:oe[t.field_5.field_3],repetition_level_encoding:oe[t.field_5.field_4],statistics:yi(t.field_5.
field_5)},a=t.field_6,c=t.field_7&&{num_values:t.field_7.field_1,encoding:oe[t.field_7.field_2],is_sorted:t.field_7.field_3},u=t.field_8&&{num_values:t.field_8.
field_1,num_nulls:t.field_8.field_2,num_rows:t.field_8.field_3,encoding:oe[t.field_8.field_4],definition_levels_byte_length:t.field_8.field_5,repetition_levels_byte_length:t.
field_8.field_6,is_compressed:t.field_8.field_7===void 0?!0:t.field_8.field_7,statistics:yi(t.field_8.field_8)};return{type:n,uncompressed_page_size:r,compressed_page_size:s,
crc:i,data_page_header:o,index_page_header:a,dictionary_page_header:c,data_page_header_v2:u}}function yi(e){return e&&{max:e.field_1,min:e.field_2,null_count:e.
field_3,distinct_count:e.field_4,max_value:e.field_5,min_value:e.field_6,is_max_value_exact:e.field_7,is_min_value_exact:e.field_8}}function wi(e,{metadata:t},n){let r=[],s=Q(t);for(let i of n.chunks){let{path_in_schema:o}=i.columnMetadata,a=Tn(s,o),c={pathInSchema:o,element:a[a.length-1].element,
schemaPath:a,...e,...i.columnMetadata,parsers:{...ae,...e.parsers}},{startByte:u,endByte:d}=i.range;"pageLocations"in i?r.push({pathInSchema:o,data:bi(e,n,i,i.pageLocations,
c)}):"offsetIndex"in i?r.push({pathInSchema:o,data:Promise.resolve(e.file.slice(i.offsetIndex.startByte,i.offsetIndex.endByte)).then(f=>{let p=st({view:new DataView(
f),offset:0}).page_locations;return bi(e,n,i,p,c)})}):r.push({pathInSchema:o,data:Promise.resolve(e.file.slice(u,d)).then(f=>{let p={view:new DataView(f),offset:0};
return zn(p,n,c,e.onPage)})})}return{groupStart:n.groupStart,groupRows:n.groupRows,selectStart:n.selectStart,selectEnd:n.selectEnd,asyncColumns:r}}async function bi(e,t,n,r,s){
let{data_page_offset:i,dictionary_page_offset:o}=n.columnMetadata,{selectStart:a,selectEnd:c}=t,{startByte:u,endByte:d}=n.range,f=-1,p=o||i<r[0].offset;for(let x=0;x<
r.length;x++){let v=r[x],E=Number(v.first_row_index),A=x+1<r.length?Number(r[x+1].first_row_index):t.groupRows;f<0&&A>a&&(u=Number(v.offset),f=E),E<c&&(d=Number(
v.offset)+v.compressed_page_size)}f<0&&(f=0);let m;if(p&&f){let x=Number(r[0].offset)-n.range.startByte,[v,E]=await Promise.all([e.file.slice(n.range.startByte,
Number(r[0].offset)),e.file.slice(u,d)]),A=new Uint8Array(x+E.byteLength);A.set(new Uint8Array(v,0,x)),A.set(new Uint8Array(E),x),m=new DataView(A.buffer)}else p?
m=new DataView(await e.file.slice(n.range.startByte,d)):m=new DataView(await e.file.slice(u,d));let h={view:m,offset:0},y=f?{...t,groupStart:t.groupStart+f,selectStart:t.
selectStart-f,selectEnd:t.selectEnd-f}:t,{data:w,skipped:b}=zn(h,y,s,e.onPage);return{data:w,skipped:f+b}}async function Wn({asyncColumns:e},t,n,r,s){let i=await Promise.
all(e.map(f=>f.data.then(({skipped:p,data:m})=>({skipped:p,data:Cn(m)})))),o=n-t;if(s==="object"){let f=Array(o);for(let p=0;p<o;p++){let m={};for(let h=0;h<e.length;h++){
let{data:y,skipped:w}=i[h];m[e[h].pathInSchema[0]]=y[t+p-w]}f[p]=m}return f}let a=e.map(f=>f.pathInSchema[0]).filter(f=>!r||r.includes(f)),c=r??a,u=c.map(f=>e.findIndex(
p=>p.pathInSchema[0]===f)),d=Array(o);for(let f=0;f<o;f++){let p=Array(e.length);for(let m=0;m<c.length;m++){let h=u[m];if(h<0)throw new Error(`parquet column n\
ot found: ${c[m]}`);let{data:y,skipped:w}=i[h];p[m]=y[t+f-w]}d[f]=p}return d}function Qn(e,t,n){let{asyncColumns:r}=e,s={...ae,...n},i=[];for(let o of t.children)
if(o.children.length){let a=r.filter(c=>c.pathInSchema[0]===o.element.name);if(!a.length)continue;i.push({pathInSchema:o.path,data:(async()=>{let c=await Promise.
all(a.map(h=>h.data)),u=new Map,d=c.map(({data:h})=>Cn(h)),f=Math.max(e.selectStart??0,...c.map(h=>h.skipped)),p=Math.min(e.selectEnd??1/0,...c.map((h,y)=>h.skipped+
d[y].length));for(let h=0;h<a.length;h++){let y=f-c[h].skipped,w=Math.max(0,p-f);u.set(a[h].pathInSchema.join("."),d[h].slice(y,y+w))}je(u,o,s);let m=u.get(o.element.
name);if(!m)throw new Error("parquet column data not assembled");return{data:[m],skipped:f}})()})}else{let a=r.find(c=>c.pathInSchema[0]===o.element.name);a&&i.
push(a)}return{...e,asyncColumns:i}}async function xi(e){let t=await Za(e);return{options:t,plan:Ks(t)}}async function Za(e){let t=e.metadata??await Se(e.file,e),n=Q(t).children.map(o=>o.element.name),
s=Ut(e.filter).filter(o=>!n.includes(o));if(s.length)throw new Error(`parquet filter columns not found: ${s.join(", ")}`);if(e.columns){let o=e.columns.filter(a=>!n.
includes(a));if(o.length)throw new Error(`parquet column not found: ${o[0]}`)}let i={...e,metadata:t};return i=await Ja(i),i=await Xa(i),i}function vi(e,t){let n={
...e,file:Pn(e.file,t)};return t.groups.map(r=>wi(n,t,r))}async function Ja(e){if(!e.useBloomFilters||!e.filter||!e.metadata)return e;let t=Q(e.metadata),n={};for(let s of t.children)n[s.element.name]=s.element;let r=await Xs(
{file:e.file,metadata:e.metadata,filter:e.filter,filterStrict:e.filterStrict});return{...e,bloomFiltersByGroup:r,schemaElements:n}}async function Xa(e){if(!e.usePageIndex||
!e.filter||!e.metadata)return e;let{pageRangesByGroup:t,pageLocationsByGroup:n}=await ei({file:e.file,metadata:e.metadata,filter:e.filter,filterStrict:e.filterStrict,
rowStart:e.rowStart,rowEnd:e.rowEnd,columns:e.columns,bloomFiltersByGroup:e.bloomFiltersByGroup,schemaElements:e.schemaElements,parsers:e.parsers});return{...e,
pageRangesByGroup:t,pageLocationsByGroup:n}}var _i=Symbol("rowIndex");async function Ai(e){e.metadata??=await Se(e.file,e);let{rowStart:t=0,rowEnd:n,columns:r,onChunk:s,onComplete:i,rowFormat:o,filter:a,filterStrict:c=!0}=e;
if(a&&o!=="object")throw new Error('parquet filter requires rowFormat: "object"');if(e.includeRowIndex&&o!=="object")throw new Error('parquet includeRowIndex re\
quires rowFormat: "object"');let u=Ut(a),d=r;if(r&&u.length){let x=new Set(r),v=u.filter(E=>!x.has(E));v.length&&(d=[...r,...v])}let f=d===r?e:{...e,columns:d},
p=await xi(f),m=p.options,h=d!==r,y=vi(m,p.plan);if(!i&&!s){await Kn(y);return}if(!m.metadata)throw new Error("parquet requires metadata");let w=Q(m.metadata),b=y.
map(x=>Qn(x,w,e.parsers));if(s)for(let x of b)for(let v of x.asyncColumns)v.data.then(({data:E,skipped:A})=>{let _=x.groupStart+A;for(let $ of E)s({columnName:v.
pathInSchema[0],columnData:$,rowStart:_,rowEnd:_+$.length}),_+=$.length},()=>{});if(i){await Kn(b);let x=[];for(let v of b){let E=v.selectStart??Math.max(t-v.groupStart,
0),A=v.selectEnd??Math.min((n??1/0)-v.groupStart,v.groupRows),_=o==="object"?await Wn(v,E,A,d,"object"):await Wn(v,E,A,r,"array");if(e.includeRowIndex)for(let $=0;$<
_.length;$++)Object.defineProperty(_[$],_i,{value:v.groupStart+E+$});if(a){for(let $ of _)if(be($,a,c)){if(h&&r)for(let I of u)r.includes(I)||delete $[I];x.push(
$)}}else Un(x,_)}i(x)}else await Kn(b)}async function Kn(e){let t=e.flatMap(s=>s.asyncColumns.map(i=>i.data)),r=(await Promise.allSettled(t)).find(s=>s.status===
"rejected");if(r)throw r.reason}function Zn(e){return new Promise((t,n)=>{Ai({...e,rowFormat:"object",onComplete:t}).catch(n)})}var el=1e4,tl=500,nl=16,rl=new Set(["text","story","split"]),sl=["fr","en"],Jn=class{constructor(t,n){this.url=t;this.byteLength=n}url;byteLength;whole=null;first=null;ranges=new Map;async slice(t,n=this.
byteLength){if(this.first&&await this.first.catch(()=>{}),this.whole)return this.whole.slice(t,n);let r=`${t}-${n}`,s=this.ranges.get(r);if(s)return s;let i=this.
ask(t,n);return this.first??=i,this.ranges.set(r,i),i.catch(()=>{this.ranges.delete(r),this.first=null}),this.ranges.size>nl&&this.ranges.delete(this.ranges.keys().
next().value),i}async ask(t,n){let r=await fetch(this.url,{headers:{Range:`bytes=${t}-${n-1}`}});if(!r.ok)throw new Error(`${this.url}: ${r.status}`);let s=await r.
arrayBuffer();if(r.status===206){let i=/\/(\d+)$/u.exec(r.headers.get("Content-Range")??"")?.[1];if(s.byteLength!==n-t||i&&Number(i)!==this.byteLength)throw new Error(
`${this.url}: not the file that this page was made for`);return s}if(s.byteLength!==this.byteLength)throw new Error(`${this.url}: not the file that this page wa\
s made for`);return this.whole=s,this.ranges.clear(),s.slice(t,n)}},qt=class{constructor(t){this.data=t;this.index=t.library,this.places=new Map(this.index.ids.
map((n,r)=>[n,r]));for(let[n,r]of Object.entries(this.index.tables))this.starts.set(n,il(r))}data;index;places;files=new Map;starts=new Map;async open(t){let n=this.
places.get(t);if(n===void 0)throw new Error(t);return this.model(n,n+1,k,!0,!0)}async search(t,n){let{ids:r,pairs:s}=this.index,i=Math.max(1,Math.floor(el*r.length/
Math.max(1,s))),o=!!(t.fr||t.en),a=k.filter(d=>d===t.layer||d==="mentions"&&(t.entity||t.layer==="stances")),c=new Map,u={ids:[],counts:[],hits:[],read:0,done:!1};
for(let d=0;d<r.length;d+=i){let f=Math.min(r.length,d+i),p=await this.model(d,f,a,o,!1),m=ie(p,t);for(let{bead:y}of m)u.ids.push(`${y.article.id}:${y.id}`);if(t.
count)for(let[y,w]of Ue(p,m,t.count))c.set(y,(c.get(y)??0)+w);let h=tl-u.hits.length;if(h>0&&m.length&&u.hits.push(...await this.shown(p,m.slice(0,h),t,o)),u.counts=
[...c].sort((y,w)=>w[1]-y[1]||(y[0]<w[0]?-1:1)),u.read=f,u.done=f===r.length,!n(u))return u}return u.done=!0,u}async shown(t,n,r,s){let i=new Set(n.map(({bead:c})=>c.
article.id)),o={...t.data.tables};for(let[c,u]of Object.entries(o))o[c]=u.filter(d=>i.has(String(d[c==="articles"?"id":"article"])));if(!s){let c=[...i].map(p=>this.
places.get(p)),[u,d]=[Math.min(...c),Math.max(...c)+1],f=await this.rows("articles",u,d,this.columns("articles",!0));o.articles=f.filter(p=>i.has(String(p.id)))}
let a=new ve({...this.data,tables:o});return ie(a,r).slice(0,n.length)}async model(t,n,r,s,i){let o=["articles","beads",...r].filter(u=>this.index.tables[u]),a=await Promise.
all(o.map(u=>this.rows(u,t,n,this.columns(u,s)))),c=Object.fromEntries(o.map((u,d)=>[u,a[d]]));return this.withhold(c),new ve({...this.data,tables:i?{...this.data.
tables,...c}:c})}withhold(t){let n=new Set(t.articles?.filter(r=>this.index.open.includes(String(r.rights_en))).map(r=>r.id));for(let r of t.flaws??[])n.has(r.article??
null)||(r.intended=null)}columns(t,n){let r=Object.keys(this.index.tables[t].columns);return t!=="articles"?r.filter(s=>!rl.has(s)):r.filter(s=>!s.endsWith("_re\
gions")&&(n||!sl.includes(s)))}async rows(t,n,r,s){let i=this.index.tables[t],o=this.starts.get(t),a=i.files.map(async c=>{let u=Math.max(n,c.first),d=Math.min(
r,c.first+c.articles);if(u>=d)return[];let f=o[u],p=o[d-1]+i.counts[d-1];if(f>=p)return[];let{remote:m,metadata:h}=this.file(c);return(await Zn({file:m,metadata:await h,
columns:s,rowStart:f,rowEnd:p,useOffsetIndex:!0,compressors:{ZSTD:ol}})).map(w=>this.plain(t,i,c,w))});return(await Promise.all(a)).flat()}file(t){let n=this.files.
get(t.path);if(!n){let r=new Jn(this.index.base+t.path,t.bytes);n={remote:r,metadata:Se(r)},n.metadata.catch(()=>this.files.delete(t.path)),this.files.set(t.path,
n)}return n}plain(t,n,r,s){let i={};for(let[o,a]of Object.entries(s)){let c=n.columns[o];i[o]=c==="decimal"?al(a):Array.isArray(c)?Ei(c,a):Xn(a)}if(t==="article\
s"){i.split=r.split;for(let o of R)this.index.open.includes(String(i[`rights_${o}`]))||(i[o]=null);this.index.open.includes(String(i.rights_fr))||(i.title=null)}
return i}};function il(e){let t=new Uint32Array(e.counts.length);for(let n of e.files){let r=0;for(let s=n.first;s<n.first+n.articles;s+=1)t[s]=r,r+=e.counts[s]}
return t}function ol(e,t){return t?As(e,new Uint8Array(t)):new Uint8Array}function al(e){if(e==null)return null;let t=Number(e).toFixed(6);return t.includes(".")?
t.replace(/\.?0+$/u,""):t}function Ei(e,t){return t==null?null:Array.isArray(t)?t.map(n=>Ei(e,n)):e[Number(t)]??null}function Xn(e){if(e==null)return null;if(typeof e==
"bigint")return Number(e);if(Array.isArray(e))return e.map(Xn);if(typeof e=="object"){let t=Object.entries(e),{start:n,end:r}=e;return t.length===2&&n!==void 0&&
r!==void 0?[Number(n),Number(r)]:Object.fromEntries(t.map(([s,i])=>[s,Xn(i)]))}return e}xs(e=>e.library?new qt(e):null);})();
