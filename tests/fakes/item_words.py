"""French words of a clinic's watch, combined into thousands of headlines and sentences."""

import random
from itertools import product
from typing import Final

LISTS: Final = (
    "Éthique",
    "Télémédecine",
    "E-santé",
    "RSE",
    "Notre clinique",
    "Confrères et concurrents",
    "Médecins suivis",
    "Maternité",
    "Cancérologie",
    "Hôpital et tutelles",
    "Prévention",
    "Presse locale",
)
MEDIA: Final = (
    "Le Courrier",
    "La Gazette",
    "L’Écho",
    "Le Quotidien",
    "Radio",
    "Le Journal",
    "L’Observatoire",
)
SUBJECTS: Final = (
    "Téléconsultation",
    "Dépistage du cancer colorectal",
    "Grippe saisonnière",
    "Pénurie de médicaments",
    "Intelligence artificielle en radiologie",
    "Maternités",
    "Urgences",
    "Déserts médicaux",
    "Don d’organes",
    "Chirurgie ambulatoire",
    "Fin de vie",
    "Dossier médical partagé",
    "Œdème de Quincke",
    "Santé mentale des étudiants",
    "Bronchiolite",
    "Vaccination contre les papillomavirus",
    "Prothèse de hanche",
    "Soins palliatifs",
    "Certification des établissements",
    "Recrutement d’infirmières",
    "Diabète de type 2",
    "Endométriose",
    "Cybersécurité hospitalière",
    "Antibiorésistance",
    "Achats responsables",
    "Accident vasculaire cérébral",
)
ANGLES: Final = (
    "ce qui change en janvier",
    "un rapport accablant",
    "les médecins demandent des moyens",
    "une étude nuance les bénéfices",
    "le plan du ministère",
    "trois idées reçues",
    "les patients témoignent",
    "la Haute Autorité de santé publie ses recommandations",
    "une première en Europe",
    "hausse de douze pour cent en un an",
    "l’Assurance maladie lance une campagne",
    "la clinique ouvre un nouveau service",
    "le tribunal donne raison à la famille",
    "vers une généralisation",
    "les syndicats appellent à la grève",
    "un essai prometteur",
    "retrait d’un lot par précaution",
    "le maire s’inquiète",
    "rendez-vous au congrès de printemps",
    "les chiffres région par région",
)
_WHO: Final = (
    "Le professeur Marchand",
    "La directrice de l’établissement",
    "Une équipe de chercheurs lyonnais",
    "L’agence régionale de santé",
    "La Haute Autorité de santé",
    "Le collectif des usagers",
    "Un chirurgien orthopédiste",
    "La fédération hospitalière",
    "Le conseil départemental de l’Ordre",
    "Une sage-femme libérale",
    "Le ministère de la Santé",
    "L’association des parents d’enfants malades",
    "La présidente de la commission d’éthique",
    "Le service de cardiologie",
    "Une infirmière coordinatrice",
    "Le laboratoire pharmaceutique",
)
_DOES: Final = (
    "annonce",
    "présente",
    "critique vivement",
    "recommande désormais",
    "évalue depuis six mois",
    "réclame",
    "a obtenu",
    "dénonce",
    "finance",
    "reporte",
    "salue avec prudence",
    "étudie",
    "suspend provisoirement",
    "défend",
)
_WHAT: Final = (
    "un programme de rééducation à domicile",
    "l’ouverture d’une consultation sans rendez-vous",
    "des créneaux de dépistage gratuits",
    "une application de suivi des patients diabétiques",
    "le regroupement de deux blocs opératoires",
    "un protocole de sédation plus doux",
    "la fermeture temporaire du service de nuit",
    "un registre national des complications",
    "l’usage d’algorithmes pour lire les mammographies",
    "une formation aux premiers secours en santé mentale",
    "des bilans de prévention à trente ans",
    "le remboursement de la télésurveillance cardiaque",
    "un scanner de dernière génération",
    "une charte contre le gaspillage alimentaire",
    "la prise en charge précoce de la douleur",
    "un appel à témoignages sur les violences gynécologiques",
    "des équipes mobiles de gériatrie",
    "une cellule d’écoute pour les soignants épuisés",
)
_WHEN: Final = (
    "dès la rentrée",
    "après une expérimentation concluante",
    "malgré les réserves des syndicats",
    "dans trois départements pilotes",
    "sans attendre le décret",
    "selon une enquête publiée jeudi",
    "faute de personnel suffisant",
    "en lien avec la médecine de ville",
    "à l’approche de l’été",
    "avec le soutien de la région",
)


def _sentences() -> tuple[str, ...]:
    whole = [" ".join(parts) + "." for parts in product(_WHO, _DOES, _WHAT, _WHEN)]
    return tuple(random.Random(1).sample(whole, 6_000))


SENTENCES: Final = _sentences()

_STARTS: Final = (
    "Saint-",
    "Sainte-",
    "Ville",
    "Mont",
    "Beau",
    "Château",
    "Roche",
    "Val",
    "Pont-",
    "Bourg-",
    "Cha",
)
_MIDDLES: Final = (
    "mar",
    "lo",
    "vi",
    "per",
    "dou",
    "gen",
    "tri",
    "che",
    "bre",
    "fon",
    "lan",
    "rou",
    "ser",
    "nau",
)
_ENDS: Final = (
    "ville",
    "gny",
    "court",
    "sac",
    "val",
    "lès",
    "nay",
    "mont",
    "rive",
    "ches",
    "bourg",
    "ron",
    "zé",
)


def towns(how_many: int) -> list[str]:
    """Invent names of places, the same ones at every call; there are two thousand of them."""
    middles = [first + second for first, second in product(_MIDDLES, ("", "li"))]
    names = ["".join(parts) for parts in product(_STARTS, middles, _ENDS)]
    names = [
        f"{start}{rest.capitalize()}" if start.endswith("-") else start + rest
        for start, rest in _split(names)
    ]
    random.Random(2).shuffle(names)
    return [names[at % len(names)] for at in range(how_many)]


def _split(names: list[str]) -> list[tuple[str, str]]:
    return [
        next((start, name[len(start) :]) for start in _STARTS if name.startswith(start)) for name in names
    ]
