"""How the languages of the world spell their sounds, and what Persian writes for them.

Each row is a Latin spelling, a colon, and the Persian letters that it may be, between commas; a digit behind them tells
in tenths how far they are from the usual. «<» begins a word and «>» ends it, so that what is silent there may be told.
Persian letters are folded ones: «ئ» is «ی». What is not told here is as in every language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

Written = Mapping[str, Mapping[str, float]]

_TENTHS = "123456789"
_LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"

_FRENCH = """
<le>:لو,ل,له1,لی1 <les>:له,لی1 <de>:د,دو1,ده1,دی2 <des>:ده,د,دو1,دی1 <du>:دو,د2 eau:و au:و,او1 aux>:و eaux>:و
ault>:و,ولت2 aud>:و,ود1 aut>:و,وت1 ou:و oi:وا oy:وای,وی1 oin:وین,وان oie>:وا,واه1 oix>:وا,واکس2 ois>:وا oue:ویه,وه
oux>:و,وکس2 ouen:وین,وان oua:وا u:و,ی2 eu:و,یو,ی2,1 eux>:و,یو oeu:و oeur>:ور ai:1,ه1,ی1,ا3 ei:1,ه1,ی1 ay>:ه,ی1,ای1,1
aye>:ای,ه ey>:ه,ی1,1 ain:ن,ین1,ان ein:ن,ین1,ان aim:ن,م,ین1 in:ن,ین,ان im:م,یم1,ام,ان ien:ین,یان,ن1 an:ان am:ام,ان
em:ام,م1,ان en:ان,ن on:ون om:وم,ون1 un:ون,ان1,ن2 ns>:ن,نس ng>:ن,نگ ill:ی,یل1 ille>:یل,ی aill:ای,ایل1 ailles>:ای,ایل
eil>:ی,ای eill:ی,ای euil>:وی,ی,ول2 euille:وی,ی ouill:وی ueil>:وی,ی ieu:یو,ییو uy:ویی,وی gn:نی,ن1 ch:ش,چ2,ک2,س2
j:ژ,ج1 g:گ,ژ1,ج2 ge:ژ,ژه1,ج1 gi:ژی,جی1 gy:ژی,جی1 geo:ژو gue>:گ,گه1 gu:گ,گو1 qu:ک c:ک,س c>:ک,1 t>:,ت1 d>:,د1 s>:,س1
x>:,کس1,س1 z>:,ز1 p>:,پ1 ts>:,تس3 ds>:,دز3 rs>:ر,رس1,2 st>:ست,2 rt>:ر,رت1 rd>:ر,رد1 ert>:ر,رت1 ard>:ار,ارد1
art>:ار,ارت1 ort>:ور,ورت1 ourt>:ور,ورت1 bourg>:بورگ,بور1 lt>:,لت2 er>:ه,ر1,1,یه1 ers>:ه,ر1,رس1,1 ez>:ه,ز1,1
et>:ه,ت1,1 e>:,ه1 es>:,ه1,س2 ee>:ه,1 mps>:ن,م1,مپس3 mp>:ن,م1,مپ2 mb:مب,نب th:ت h:,ه1 y:ی,1 sc:س,سک1 ss:س ii:ی
il>:یل,ی s:س,ز x:کس,گز,س1,ز2 eu>:و,یو o:و w:و
"""
_GERMAN = """
ei:ای,ی1,ایی ey:ای,ی1 ai:ای ay:ای eu:وی,ای2,یو1,و2 aeu:وی au:او,و1 ie:ی,یه1 ee:ی,1 oo:و aa:ا ue:و,ی2 oe:و,1,یو
ae:1,ا,ه1,ی2 u:و,ی2,2 o:و,2,یو2 sch:ش,اش <sch:ش,اش,اسک3 tsch:چ ch:خ,ش,ک1,چ3,ه2 chs:کس,خس1 ck:ک z:تس,ز,تز tz:تس,تز,ز1
w:و,ف2 v:ف,و s:س,ز <st:اشت,شت,است,ست <sp:اشپ,شپ,اسپ h:ه,1 hl:ل hm:م hn:ن hr:ر h>:,ه1 j:ی,ج2 pf:پف,ف1 dt:ت,دت1
ow>:و,وو1 er>:ر,ا3 d>:د,ت1 g>:گ,ک1,خ2 ig>:یگ,یش1,یخ1,یک2 b>:ب,پ1 qu:کو th:ت c:ک x:کس y:ی,و1 e:,ه2 e>:ه,2 a:ا,ه2,2
ss:س heim>:هایم,هیم2,ایم1 stein>:اشتاین,شتاین,ستاین1 stadt>:اشتات,شتات,ستات1,اشتاد,شتاد,ستاد1,شتادت1,اشتادت1
stedt>:اشتت,شتت,ستت1 berg>:برگ burg>:بورگ
"""
_ENGLISH = """
<des>:د,دی,ده1,دس1 oines>:وین borough>:برو,بورو,بارو1,بورا2 brough>:برو,بورا2 burgh>:بورگ,بورو,برو,برا1
bury>:بری,بوری lough:لاف,لو1,لاگ2 gh:,گ1,غ1,ف1,خ2 ough:اف1,و1,او1 ou:و,ا1,او ow:و,او,ا2 ew:یو,و oo:و,ا2 ee:ی
ea:ی,1,یا2,ه2 ay:ی1,ای ai:ی1,ای,1 ey>:ی oy:وی oi:وی oa:و igh:ای i:ی,ای,2 y:ی,ای1 u:و,یو,ا1,2 <u:یو,او1,ا1
a:ا,2,ی2,ه2,ای2 e:,ی1,ه2 e>:,ه2 ah>:ا o:و,ا2,2 th:ت,ث,د1,ز2,ذ1 ch:چ,ک1,ش1 tch:چ sh:ش ce:س,سه2 ge:ج,گ1,ژ1 dge:ج,دج2
g:گ,ج1 j:ج,ژ2 wh:و,هو2,ه2 w:و <kn:ن,کن2 <wr:ر,ور2 ph:ف wich>:ویچ,یچ,ویک2 mouth>:موث,موت,ماوت,ماث1,مث1
ham>:هام,هم,م1,ام ton>:تون,تن,ن2 cester>:ستر,چستر2,سستر1 shire>:شایر,شر1 worth>:ورث,ورت,وورث,وورت ville>:ویل,ول2
aw:و,ا1 au:و,ا1,او1 augh:و,اف1,ا1 qu:کو,ک1 x:کس,گز1 ck:ک c:ک,س s:س,ز1 tion>:شن,شین kee>:کی,سی3 sie>:سی,زی ie:ی,یه1
r:ر v:و er>:ر or>:ور,ر1 <ts:تس,س
"""
_ITALIAN = """
gl:گل1,لی,ل1 gli:لی,گلی1 gn:نی,ن1 zz:تز,تس,ز,دز,تسز z:تز,تس,ز,دز ch:ک cch:ک c:ک,چ,س2 cc:ک,چ,کچ2 ce:چ,چه,س2 ci:چی,سی2
cia:چا,چیا,شا1 cio:چو,چیو ciu:چو,چیو g:گ,ج gi:جی gia:جا,جیا gio:جو,جیو giu:جو,جیو ge:ج,جه gg:ج,دج,گ1 ggi:جی,دجی
ggia:جا,جیا,دجا ggio:جو,جیو,دجو gh:گ sc:سک,ش1 sce:ش,شه1 sci:شی,ش sch:سک,اسک <sc:اسک,سک1 qu:کو,ک1 uo:ویو,و,وو ua:وا
ia:یا,یه2 ie:یه,ی1 io:یو j:ی h: s:س,ز1 e>:ه,1,ی1 e:,ه1,ی1 a:ا,2,ه2 o:و u:و y:ی v:و
"""
_SPANISH = """
j:خ,ه1,ج1,ژ2 g:گ,خ1,ج2 ge:خ,خه1,ه1,ج2 gi:خی,هی1,جی2 gu:گ,گو gua:گوا,گا2 ll:ی,ل,ژ2,لی1 lla>:یا,لا1,ییا,ژا1
llo>:یو,لو1 ny:نی,ن2 nyo>:نیو,نو1 z:س,ز,ث1 c:ک,س ch:چ,ش2 cu:کو qu:ک,کو2 hu:و,هو hua:وا,هوا,گوا2 h:,ه1,خ2 v:و,ب1 y:ی
x:خ1,کس,س1,ش1,ه2 rr:ر ue:وی,ویه,و1 ia:یا,یه2 io:یو ie:یه,ی,1 e:,ه1,ی2 e>:ه,1 a:ا,2,ه2 o:و u:و <de>:د,ده1,دی1 s:س
d>:د,1 tl:تل eg:یگ
"""
_PORTUGUESE = """
ao:ایو,او,ان2,یو oes:ویس,ونس,ویش aes:ایس,ایش,انس ae:ایه lh:لی,ل1 nh:نی,ن1 ch:ش,س,چ1 j:ژ,ج1,خ2 g:گ,ژ1,ج2 ge:ژ,ژه1,ج2
gi:ژی,جی1 x:ش,کس,س2 xi:شی,کسی s>:س,ش,ز1 s:س,ز,ش1 z>:ز,س,ش z:ز ss:س c:ک,س qu:ک,کو gu:گ,گو gua:گوا r:ر <r:ر,ه1,خ2
e>:ی,1,ه1 o>:و e:,ی1,ه1 ei:ای,ی1,یی eu:یو ou:و,او1 oi:وی al>:ال,او2 il>:یل,یو2 te>:ت,تی,چی1,ته1 de>:د,دی,ده1
ti:تی,چی1 di:دی,جی1 h:,ه1 m>:م,ن1,ین1 im>:یم,ین1 em>:م,ن1,ین1 a:ا,2,ه2 i:ی <de>:د,دی,ده do:دو <do>:دو <dos>:دوس,دوش
ia:یا,یه2 y:ی v:و b:ب
"""
_JAPANESE = """
sh:ش ch:چ ts:تس,ز1,س2,تز1 j:ج,ژ1 z:ز u:و,1 ou:و oo:و oh:و o:و i:ی,2 ei:ی1,ای,یی ai:ای ae:ای,ایه,ی1 y:ی f:ف g:گ
ge:گ,گه gi:گی n:ن nm:نم,م np:نپ,مپ1 nb:نب,مب1 w:و,وو1 e:,ه1,ی3 e>:ه,ی1 a:ا,4 io:یو ya:یا k:ک kk:ک d:د t:ت h:ه,ح2
hy:هی
"""
_CHINESE = """
q:چ,ک2,ق2 x:ش,س1,شی1,ژ3 xi:شی,سی1 zh:ژ,ج,چ1 z:ز,تس1,دز z>:ز c:تس,س1,ک1,چ2,ز2 ch:چ sh:ش j:ج,ژ1,چ2,ز1
ian:یان,ین1,یین,ان2 iang:یانگ,یانک2 ng:نگ,نق2,ن3 uo:و,ویو,یو,وا1,وو ui:وی,ویی ue:ویه,و1,وی ua:وا uai:وای iu:یو
ao:ایو,او,ا3 ou:و,او2 ei:ی,ای1,یی ai:ای e:,و1,ه,ا2 er:ر,ار i:ی,2 u:و,3 y:ی yi:یی,ای1,ی yu:یو,یوی1 <yi:یی,ای,ی
wu:وو,و1 <w:و,وو1 h:ه,خ1 hu:هو,خو1 d:د,ت2 b:ب,پ2 g:گ,ک2 ge:گ,گه1 gi:گی a:ا,4 o:و n:ن io:یو ie:یه,ی1,ییه
"""
_KOREAN = """
eo:و,یو,ا2,1 eu:و,یو,1,ی1 ae:ه,1,ا1,ای1,ایه yeo:یو,ییو oe:و,وه,ویه wo:وو,و,ویو,وا2 won:ون,وون,وان1,ویون
ui:وی,ویی,ی,یی j:ج,ژ1,چ2 ch:چ g:گ,ک1 ge:گ,گه,گی gi:گی gye:گی,گیه gy:گی gw:گو ng:نگ h:ه d:د,ت1 b:ب,پ1 s:س,ش2
si:سی,شی1 y:ی w:و u:و,2 a:ا,3 o:و,ا2 r:ر
"""
_TURKISH = """
c:ج,چ2,ژ3 ch:چ,ج2 sh:ش gh:,غ,گ1,ی,و1,ق2 j:ژ,ج1 i:ی,1,ا2 y:ی v:و o:و,یو u:و,ی2,یو2 e:,ه1,ا2 e>:ه,ا2 a:ا,1,ه2 a>:ا,ه
h:ه,ح,خ1 k:ک,ق,گ3 g:گ,ک2,غ1,ق2 z:ز,ض1,ظ1,ذ1 s:س,ص,ث1 t:ت,ط d:د kh:خ x:خ,کس2 q:ق,گ,ک1 ay:ای koy:کوی,کی1 ge:گ,گه gi:گی
"""
_POLISH = """
sz:ش cz:چ rz:ژ,ش1,رز1 prz:پش,پژ,پرژ,پرز1 trz:تش,تژ,ترز1 krz:کش,کژ,کرز1 szcz:شچ,ش1 zh:ژ,ز1 z:ز,ژ1 s:س,ش si:سی,شی
ci:چی,تسی,سی1,چ c:تس,ک1,س1,چ1,ز1 ce:تسه,تس,س1,سه1,چه1 ck:تسک,سک,ک1,چک ch:چ,خ,ه1 chi:خی,چی w:و,ف w>:ف,و j:ی
dz:دز,ج,ز2 dzi:جی,دزی,ج dzh:ج l:ل,و1 y:ی,1 ie:یه,ی,1 ia:یا io:یو,و o:و,ا3 ow:وو,و,وف en:ن,ان,ین2 on:ون,ان1 u:و h:ه,خ
e:,ه1,ی3 e>:ه g:گ ge:گ,گه gi:گی a:ا,2
"""
_HUNGARIAN = """
sz:س s:ش,س2 zs:ژ cs:چ c:تس,ک1,س1 ch:چ gy:گی,ج,دی,جی,ی2 ly:ی,لی,ل1 ny:نی,ن1 ty:تی,چ ge:گ,گه gi:گی j:ی g:گ v:و o:و,یو2
u:و,ی2 a:ا,ه2,2 e:,ه1,ی2 h:ه h>:,ه z:ز,ژ3 tz:تس w:و i:ی
"""
_ROMANIAN = """
sh:ش t:ت,تس ce:چ,چه,س2 ci:چی,سی2,چ cea:چا,چیا ciu:چو,چیو cio:چو ge:ج,جه gi:جی,ج gio:جو giu:جو,جیو gh:گ ch:ک che:که,ک
chi:کی j:ژ i>:,ی ii>:ی,یی ea:یا,ا1 oa:وا ie:یه,ی1,ییه ia:یا iu:یو au:او,یو,وو2 ai:ای ei:ی1,ای ou:و u:و
a:ا,2,ی2,و2,ه1 i:ی,2 c:ک g:گ x:کس s:س,ش2 z:ز y:ی h:ه
"""
_SLAVIC = """
c:تس,ک2,س1,چ1,ز1 ch:چ,خ,ه1 j:ی,ج3,ژ3 lj:لی,ل1 nj:نی,ن1 dj:ج,دی2,د3 dzh:ج rz:رژ,ر,ژ,رز2 v:و,ف1 v>:و,ف ie:یه,ی
ije:یه,یی,ی e:,ه1,ی2 e>:ه y:ی,1 u:و o:و,ا2 sh:ش,شت3 zh:ژ h:ه,خ1,ح2 ck:تسک,سک,ک1,چک i:ی ia:یا yy>:ی iy>:ی
oye>:ویه,ویی yi:یی,ی kh:خ,ه1 ts:تس,ز2,س2,چ2 a:ا,2 ge:گ,گه gi:گی h>:ه,خ1,گ2 ya:یا yo:یو,و1 yu:یو ye:یه,ه1,1,ی r:ر w:و
q:ک,ق k:ک,ق2,خ3 gh:غ,گ1,ق1 g:گ,ه2,غ2
"""
_DUTCH = """
ij:ای,ی1,یی,ایی ui:وی,ای1,او1,ویی oe:و ou:او,و1 au:او,و1 eu:و,یو,وی1 ie:ی ee:ی,,ه1 aa:ا oo:و uu:و,ی1 ei:ای g:خ,گ,ه1
gh:گ,خ1 ch:خ,ش1 sch:سخ,اسخ,ش1,س1,سک2,اسک1,اش1 sch>:س,ش,سخ1 sche>:سه,شه w:و v:ف,و z:ز j:ی d>:د,ت1 en>:ن,1 e:,ه1 e>:ه
ge:خ,گ,خه gi:خی,گی dt:ت ck:ک y:ی,ای1 c:ک,س th:ت u:و,ی2,1 a:ا,2 cht:خت,شت2 ae:ا k:ک
"""
_NORDIC = """
j:ی,ج3 kj:ش,چ1,کی1 tj:ش,چ1,تی1 sj:ش,شی,سی1 skj:ش,سکی sk:سک,ش2,اسک <sk:اسک,ش1,سک <st:است,ست y:و,ی,یو1 a:ا,و2,2,ه2
aa:و,ا o:و,ا3,یو1,2 d>:د,,ت2 g>:گ,ی1,2 gj:ی,گی1 hj:ی,ه2,هی hv:و ng:نگ,ن2 v:و,ف2 w:و e:,ه1,ی2 e>:ه,1 ei:ای,ی1 oey:وی
oy:وی au:او,و,یو k:ک,ش3 ld>:ل,لد nd>:ن,ند rd>:رد,ر berg>:برگ,بری,بر2 borg>:بورگ,بوری stad>:استاد,ستاد,شتاد2 u:و,ی2
yy:و,یو,ی1 ii:ی uu:و ae:1,ا,ه1 h:ه,2 c:ک,س th:ت,ث
"""
_GREEK = """
ch:خ,ه1,ش2,چ2 kh:خ,ه1 th:ت,ث g:گ,ی2,غ1 gi:ی1,گی,جی2 mp:ب,مپ1,پ2 nt:د,نت1,ند gk:گ ai:1,ه,ای1 ei:ی oi:ی,وی1 ou:و
y:ی,و2 i:ی x:کس,خ2 ks:کس d:د,ذ2 io:یو ia:یا,یه1 e:,ه1,ی3 o:و os>:وس s:س,ز2 h:ه,1 v:و,ف2,ب2 f:ف
"""
_ARABIC = """
ou:و oue:و,ویه ch:ش,چ2 sh:ش dj:ج j:ج,ژ2 gh:غ kh:خ q:ق,ک1 g:گ,ق1,ج1,ک1 h:ه,ح d:د,ض,ذ1 dh:ذ,ظ,ض t:ت,ط s:س,ص,ث2
z:ز,ظ,ذ1,ض1 th:ث,ت1 a:ا,1,ع1,ه1 e:,ا2,ی1,ه1,ع2 i:ی,1,ع2,ا2 o:و,1,ع2 u:و,1,ع2 w:و ai:ای,ی ei:ی ay:ی,ای aa:ا,عا,ع ee:ی
oo:و <al>:ال,2 <el>:ال,2 <a:ا,ع <i:ا,ع,ای <u:ا,ع,او <o:ا,ع,او ge:ج,گ1,جه gi:جی,گی gu:گ,گو2,ق1 ah>:ه eh>:ه a>:ه,ا y:ی
f:ف k:ک c:ک,س qu:ک,ق1 ss:س,ص v:و,ف tz:تس,ص1 ts:تس,ص1
"""
_INDIAN = """
th:ت,ث1,ته dh:د,ده bh:ب,به gh:گ,گه,غ1 kh:ک,خ,که ph:پ,ف,په chh:چ,چه ch:چ jh:ج,جه sh:ش zh:ژ,ل1 oo:و ee:ی aa:ا ai:ای,ی
ay:ای au:او,و a:ا,,ه2,ع1 w:و v:و j:ج u:و,1 i:ی,1 e:,ی1,ه1,ع2 ore>:ور e>:,ی2,ه1 pur>:پور pore>:پور h:ه,ح1,1 h>:,ه,ح1
y:ی q:ق x:کش,کس c:ک,س ge:گ,گه,ج1 gi:گی,جی1 d:د,ض2 t:ت,ط1 z:ز,ذ1,ض1,ظ1 s:س,ص1,ث2
"""
_MALAY = """
c:چ,ک2 j:ج ng:نگ ny:نی sy:ش kh:خ ch:چ e:,ه2 e>:ه u:و i:ی k:ک,1 h:ه h>:ه,1 a:ا,2 oe:و w:و o:و ge:گ,گه gi:گی ai:ای
ph:ف,پ th:ت
"""
_VIETNAMESE = """
nh:ن,نی,نه1 nha:نها,نا1,نیا ng:نگ,ن2 tr:تر,چ1 ph:ف th:ت,ث2 x:س,ش2 d:د,ز2 dj:د gi:گی,ز1,جی1 gia:گیا,جیا,زا qu:کو
kh:خ,ک1 c:ک ch:چ ye:یه,ی ie:یه,ی,ییه oa:وا ua:وا uo:و,ویو iu:یو ai:ای ay:ای e:,ه1 a:ا,3 o:و u:و y:ی h:ه i:ی s:س,ش2
v:و
"""

# The countries whose towns are spelled as a language spells; one of several languages is in several rows.
_SPOKEN: tuple[tuple[str, str], ...] = (
    (_FRENCH, "FR BE LU MC CH CA SN CI CM ML BF NE TD CG CD GA BJ TG MG HT RE GP MQ GF GN BI RW DJ KM PF NC"),
    (_GERMAN, "DE AT CH LI LU"),
    (_ENGLISH, "GB US CA AU NZ IE ZA JM NG GH KE UG ZM ZW BW NA MW SL LR GM TT BB BS BZ GY MT PH FJ PG SG GI IM JE GG"),
    (_ITALIAN, "IT SM VA CH"),
    (_SPANISH, "ES MX AR CO CL PE VE EC BO PY UY CU DO PR GT HN SV NI CR PA GQ AD PH"),
    (_PORTUGUESE, "PT BR AO MZ CV GW ST TL"),
    (_JAPANESE, "JP"),
    (_CHINESE, "CN TW HK MO SG"),
    (_KOREAN, "KR KP"),
    (_TURKISH, "TR AZ CY UZ TM KZ KG"),
    (_POLISH, "PL"),
    (_HUNGARIAN, "HU"),
    (_ROMANIAN, "RO MD"),
    (_SLAVIC, "CZ SK SI HR RS BA ME MK BG RU UA BY XK LT LV EE GE AM AL KZ KG TJ"),
    (_DUTCH, "NL BE SR AW CW"),
    (_NORDIC, "SE NO DK FI IS FO GL EE"),
    (_GREEK, "GR CY"),
    (_ARABIC, "MA DZ TN LY EG SD MR JO SY LB PS IQ SA AE OM YE QA BH KW IL SO DJ IR AF"),
    (_INDIAN, "IN PK BD NP LK BT MM MV KH LA TH"),
    (_MALAY, "ID MY BN"),
    (_VIETNAMESE, "VN"),
)


@lru_cache(maxsize=256)
def own_letters(country: str) -> Written:
    """What the languages of a country (ISO 3166-1 alpha-2) write, each with its cost; empty for other languages."""
    merged: dict[str, dict[str, float]] = {}
    for rows, countries in _SPOKEN:
        if country in countries.split():
            for spelling, options in _read(rows):
                known = merged.setdefault(spelling, {})
                for persian, cost in options.items():
                    known[persian] = min(cost, known.get(persian, cost))
    return merged


def _read(rows: str) -> Iterator[tuple[str, Mapping[str, float]]]:
    for row in rows.split():
        spelling, _, told = row.partition(":")
        options = told.split(",")
        yield spelling, {option.rstrip(_TENTHS): int(option.lstrip(_LETTERS) or 0) / 10 for option in options}
