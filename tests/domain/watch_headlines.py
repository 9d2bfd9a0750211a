"""Headlines as the press of a region writes them, each with the tone that a reader hears for the clinic."""

from typing import Final

from cmstation.domain.watch_alert_words import Tone

HEADLINES: Final[tuple[tuple[Tone, str], ...]] = tuple(
    (tone, line.strip())
    for tone, lines in (
        (
            Tone.NEGATIVE,
            """
            Clinique des Tilleuls : une patiente porte plainte après une opération du genou
            La maternité fermera ses portes le 30 juin, les élus dénoncent un abandon
            Urgences : les soignants en grève illimitée dès lundi
            Un chirurgien mis en examen pour homicide involontaire
            L’hôpital victime d’une cyberattaque, les consultations annulées
            Pénurie d’anesthésistes : des opérations déprogrammées jusqu’à Noël
            Douze cas de légionellose détectés dans le bâtiment B
            Une infirmière agressée aux urgences dans la nuit de samedi
            « On est épuisés » : le cri d’alarme des aides-soignantes
            Le groupe placé en redressement judiciaire, 140 emplois menacés
            Maltraitance en Ehpad : une enquête préliminaire ouverte
            Erreur de diagnostic : le tribunal condamne la clinique
            Données de santé : la Cnil inflige une amende à l’établissement
            Quatorze heures d’attente sur un brancard, la famille est en colère
            Le CHU épinglé pour ses dépassements d’honoraires
            Vives inquiétudes autour de l’avenir du service de pédiatrie
            Décès d’un nourrisson : la famille demande des explications
            Un incendie se déclare à la clinique, trente patients évacués
            Le coroner blâme l’hôpital pour des délais inacceptables
            Hospital sued over alleged malpractice
            À la clinique, des soignants à bout de souffle réclament des postes
            Infection après une prothèse : la patiente réclame réparation
            Le bloc opératoire à l’arrêt faute d’infirmiers
            Ehpad : des familles racontent l’horreur
            Les urgences de nuit régulées faute de médecins
            Panne informatique géante : retour au papier pour l’hôpital
            Avis Google : les internautes sévères avec la clinique
            Un patient s’enfuit et menace le personnel
            Le maire interpelle le ministre sur la fermeture du service
            Un médecin suspendu par l’Ordre pour six mois
            Soins facturés à tort : la clinique doit rembourser 300 000 euros
            Eau contaminée : les douches interdites au deuxième étage
            """,
        ),
        (
            Tone.POSITIVE,
            """
            La clinique des Tilleuls certifiée avec la mention haute qualité des soins
            Première mondiale au CHU : une greffe réussie grâce à un robot
            Un nouveau scanner inauguré à la clinique
            Classement des hôpitaux : les Tilleuls en tête du palmarès régional
            L’établissement recrute trente infirmières et agrandit ses urgences
            Les dons affluent pour les enfants hospitalisés
            La maternité rouvre après six mois de travaux
            Une start-up et la clinique primées pour leur application de suivi
            Cancer du sein : une avancée prometteuse venue de Nîmes
            L’ARS investit quatre millions d’euros dans la modernisation du bloc
            Les patients très satisfaits de leur prise en charge, selon une enquête
            Fin de la grève : un accord signé avec la direction
            Le label « hôpital accessible » décerné à la clinique
            Des bénévoles rendent le sourire aux enfants malades
            Le professeur Martin lauréat du prix de l’Académie
            La clinique obtient le prix de l’innovation en télémédecine
            Temps d’attente réduit de moitié aux urgences
            Hospital wins national award for patient safety
            Robot chirurgical : la clinique des Tilleuls à la pointe
            Le service de néonatalogie reçoit un don de 50 000 euros
            Ces infirmières qui changent la vie des malades
            Une unité de répit ouvre pour les aidants
            La clinique décroche un prix pour son jardin thérapeutique
            Un bébé sauvé par une opération in utero
            L’hôpital double ses capacités en chirurgie ambulatoire
            Les internes plébiscitent l’accueil de l’établissement
            Le nouvel hôpital, un chantier exemplaire
            """,
        ),
        (
            Tone.NEUTRAL,
            """
            Le docteur Durand prend la direction du service de cardiologie
            Portes ouvertes à l’institut de formation samedi
            Crise cardiaque : les gestes à connaître
            Don du sang : une collecte est organisée mercredi à la salle des fêtes
            Conférence sur le sommeil à la médiathèque
            Le conseil de surveillance se réunit le 12 mars
            Grippe : où en est l’épidémie dans le département ?
            AVC : reconnaître les signes d’un accident vasculaire cérébral
            Journée mondiale du diabète : dépistage au marché
            Ordre du jour du conseil municipal
            Accident sans gravité devant la clinique
            Aucune plainte n’a été déposée, précise la direction
            Télémédecine : ce que prévoit le décret
            Les horaires d’été de la pharmacie de garde
            Prévention du suicide : un numéro national
            La lutte contre les infections nosocomiales, thème du congrès
            Stationnement : le plan de circulation change autour de l’hôpital
            Une exposition de photos dans le hall de la clinique
            Vaccination : qui peut se faire vacciner en pharmacie ?
            Canicule : les conseils du docteur Petit
            Un nouveau directeur à la tête du groupe hospitalier
            Réunion publique sur le projet médical mardi à 18 h
            Le cancer de la prostate en cinq questions
            Journée contre les violences faites aux femmes : une permanence à l’hôpital
            Téléconsultation : l’Assurance maladie revoit ses tarifs
            Marathon : la clinique tient un stand
            Comment choisir sa maternité ?
            """,
        ),
    )
    for line in lines.strip().splitlines()
)
