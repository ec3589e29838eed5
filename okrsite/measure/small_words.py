"""Words that do not tell what a text is about, in the languages of the interface that put blanks between words.

Written without marks over letters and in lower case, as `terms` compares them; of one or two letters there are none here,
since those are left out anyway. A word that names a thing in one of the other languages is not among them.
"""

from __future__ import annotations

_ENGLISH = """
about above after again against all almost also always and any anyone anything are around away back because been before
being below between both but came can cannot comes could did does doing done down during each either else enough even ever
every everybody everyone everything few first for from gets give given gives goes going gone good got had half has have having
her here hers him his how however into its itself just keep kept know known knows last later least less let like little
long longer look looks made make makes making many may maybe might more most much must near need needed needs neither never
new next nobody none nor not nothing now off often once one only onto other others our ours out over own people per put
rather really right same say says see seen several shall she should since some somebody someone something soon still such
take taken takes than that the their theirs them then there these they thing things this those though three through till
times today together too toward towards turn two under until upon use used uses using very want wants was way ways well went
were what when where whether which while who whole whom whose why will with within without work works would year years yet
you your yours
"""
_GERMAN = """
aber alle allem allen aller alles als also am andere anderen auch auf aus bei beim bevor bin bis bisher da damit dann daran
darauf das dass dein dem den denn der deren des dessen deshalb die dies diese diesem diesen dieser dieses doch dort durch
eigene eigenen ein eine einem einen einer eines einmal erst etwas euch euer fur gegen gibt habe haben hatte hatten hier hin
hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer immer ins ist jede jedem jeden jeder jedes jetzt jemand kann kein keine
keinem keinen keiner konnen lassen machen macht man mehr mein mit mussen muss nach nicht nichts noch nur oder ohne sehr sein
seine seinem seinen seiner seit sich sie sind sobald soll sollen sondern sonst uber und uns unser unsere unserem unseren
unserer unter viel viele vielen vom von vor wann warum was weil weiter welche welchen wenig weniger wenn werden wer wie
wieder war waren wir wird wirklich wissen wurde wurden zum zur zwei zwischen
"""
_FRENCH = """
afin ainsi alors apres aucun aucune aussi autre autres aux avant avec avoir beaucoup bien car ceci cela celle celles celui
ces cet cette ceux chaque chez comme comment dans des dont elle elles encore entre est ete etre eux fait faire fois font hors
ils jamais jusque les leur leurs lors lorsque lui mais meme memes mes moins mon nos notre nous ont par parce pas peu peut
peuvent plus pour pourquoi pres quand que quel quelle quelles quels qui quoi sans sauf ses seul seule seulement son sont
sous sur tous tout toute toutes tres trop une vers vos votre vous
"""
_SPANISH = """
algo algun alguna algunas algunos alli ante antes aquel aquella asi aun aunque cada casi como con contra cual cuales cuando
cuanto del desde donde dos durante ella ellas ellos entonces era eran esa esas ese eso esos esta estaba estado estamos estan
estar estas este esto estos fue fueron gran hace hacer hacia han hasta hay las les los mas menos mientras mismo misma mucho
muchos muy nada nadie ningun ninguna nos nosotros nuestra nuestras nuestro nuestros nunca otra otras otro otros para pero
poco por porque pueden puede pues que quien quienes ser siempre sin sino sobre solo son sus tambien tan tanto tener tiene
tienen toda todas todavia todo todos una unas uno unos
"""
_ARABIC = """
الا الان التي الذي الذين الي اما امام انا انت انه انها اولا اي ايضا اين بعد بعض بل بها به بين تحت تلك ثم جدا حتي حول حيث
خلال دون ذلك سوف عبر عدم عليه عليها علي عن عند عندما غير فقط فوق في فيه فيها قبل قد كان كانت كل كلها كما كيف لان لدي لقد
لكل لكن لكنه له لها ليس ليست ما متي مثل مع من منذ منه منها نحن هذا هذه هل هنا هناك هو هي وقد ولا ومن يكون
"""
_TIME_AND_NUMBER = """
day days week weeks month months hour hours minute minutes one three four five six seven eight nine ten half knowing
tag tage tagen woche wochen monat monate monaten stunde stunden minute minuten jahr jahre jahren drei vier funf sechs sieben
jour jours semaine semaines mois heure heures annee annees deux trois quatre cinq sept huit neuf
dia dias semana semanas mes meses hora horas minuto minutos ano anos tres cuatro cinco seis siete ocho nueve diez
يوم يوما ايام اسبوع اسابيع شهر اشهر سنه سنوات ساعه ساعات دقيقه دقائق
"""
SMALL_WORDS = frozenset(f"{_ENGLISH} {_GERMAN} {_FRENCH} {_SPANISH} {_ARABIC} {_TIME_AND_NUMBER}".split())
