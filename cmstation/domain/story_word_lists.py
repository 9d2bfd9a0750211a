"""Words that mean little when two articles are compared, as folded text has them."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Say nothing of what an article is about.
STOP_WORDS: Final = _words(
    """
    a abord afin ai ailleurs ainsi alors an ans apres as assez au aucun aucune aujourd hui auquel aura
    auront aussi autre autres aux avaient avait avant avec avez avoir ayant bas beaucoup bien c car ce
    ceci cela celle celles celui cent cependant ces cet cette ceux chaque chez ci cinq comme comment
    contre d dans de debout dehors deja depuis derniere dernier derniers dernieres des desormais deux
    devant devra doit doivent donc dont du durant elle elles en encore enfin entre es est et etaient
    etait etant ete etes etre eu eux fait faire faites fois font ici il ils j jamais je jour jours jusqu
    jusque juste l la le les leur leurs lors lui m ma mais me meme memes mes mi mille mine moins moi
    mois mon n ne ni non nos notre nous nouveau nouveaux nouvel nouvelle nouvelles on ont ou par parce
    parmi pas pendant peu peut peuvent plus plusieurs plutot pour pourquoi pourrait pourraient premier
    premiere premieres premiers pres presque puis qu quand quatre que quel quelle quelles quels quelque
    quelques qui quoi s sa sans sauf se selon sept sera serait seront ses seul seule si six soir soit
    son sont sous souvent sur ta tant te tel telle tels tes ti toi ton toujours tous tout toute toutes
    trente tres trois trop tu un une va vers veut via vient vingt voici voila vont vos votre vous vu y
    matin nuit hier demain lundi mardi mercredi jeudi vendredi samedi dimanche dix douze quinze huit
    neuf annonce annoncent annoncee explique indique affirme the of and to in for at by from with is are
    was were be been has have had it its this that these those after before over under into out up down
    not no new more most than then there their they he she his her we our you your who what when where
    why how will would can could may might says said
    """
)

# Frequent in the press of health: two articles may share them without telling the same.
COMMON_WORDS: Final = _words(
    """
    hopital hopitaux hospitalier hospitaliere hospitaliers centre chu ch chru clinique cliniques
    etablissement sante medecin medecins medical medicale medicaux docteur docteure generaliste
    generalistes soignant soignants infirmier infirmiere infirmiers infirmieres patient patients
    patiente malade malades maladie maladies urgence urgences service services soin soins public
    publique prive privee france francais francaise regional regionale agence ars haute autorite
    ministere ministre gouvernement etat departement region commune ville maire mairie elus directeur
    directrice direction personnel agents postes poste lits lit syndicat syndicats greve manifestation
    rassemblement fermeture fermer ouverture ouvre ouvrir fermee ferme projet campagne journee semaine
    annee octobre novembre decembre janvier fevrier mars avril mai juin juillet aout septembre saint
    sainte etude recherche chercheurs essai traitement medicament medicaments vaccin vaccins vaccination
    cancer risque risques cas morts deces blesses euros euro million millions milliards milliard
    personnes personne habitants enfants enfant femmes femme hommes homme jeunes families famille
    familles hausse baisse nombre chiffres rapport plan loi decret texte budget assurance securite
    sociale national nationale nationaux federation ordre conseil comite formation travail emploi
    professionnels professionnel metiers qualite prise charge numerique donnees maison pharmacie
    pharmacies pharmaciens pharmacien ehpad residents accueil rendez place salle locaux travaux hiver
    printemps automne fin debut lance lancement appelle appel demande demandent manque faute situation
    mesure mesures question questions reponse invite invitee emission podcast meteo direct actualite
    essentiel samu chirurgie chirurgien chirurgiens operation operations bloc maternite pediatrie
    psychiatrie health hospital hospitals doctors care people year years week study
    """
)

# What names of papers, stations and portals are made of.
SITE_WORDS: Final = _words(
    """
    actu actus actualite actualites info infos information news journal quotidien hebdo gazette presse
    radio tv television tele media magazine mag matin soir figaro monde liberation parisien telegramme
    depeche progres courrier voix echo montagne republique independant midi provence sud ouest est nord
    charente union humanite croix opinion express point obs nouvel bleu bfmtv bfm cnews lci rtl europe
    francetvinfo franceinfo rfi egora hospimedia apm doctissimo destination msn yahoo linkedin youtube
    facebook blog
    """
)

# Owners of hosts where everybody publishes: who did is not told by the host.
SHARED_HOSTS: Final = _words(
    """
    google feedburner feedproxy scoop facebook instagram twitter x linkedin youtube reddit flipboard msn
    yahoo bing pinterest tumblr medium bsky mastodon t whatsapp telegram blogspot wordpress overblog
    substack apple pubmed nih duckduckgo
    """
)
