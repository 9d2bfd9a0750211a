"""Recognise emoji that are written as several code points (Unicode 17)."""

import re

_SKIN = "[\U0001f3fb-\U0001f3ff]"
_MAN, _WOMAN, _PERSON = "\U0001f468", "\U0001f469", "\U0001f9d1"
_BOY, _GIRL, _CHILD = "\U0001f466", "\U0001f467", "\U0001f9d2"
_JOINER = "\u200d"
_VARIANT = "\ufe0f"  # asks for the coloured picture
_RIGHT_ARROW = f"(?:{_JOINER}\u27a1{_VARIANT})?"

# Code points that start or continue a sequence: without one of them there is nothing to look for.
_HINT = re.compile("[\u200d\u20e3\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e007f]")


def _pairs() -> str:
    """Two people who kiss, love, hold hands, play or wrestle; the tones of their skins are not free."""
    heart = f"\u2764{_VARIANT}{_JOINER}(?:\U0001f48b{_JOINER})?"
    hands = f"\U0001f91d{_JOINER}"
    game = f"[\U0001f430\U0001faef]{_JOINER}"  # rabbit ears, wrestling
    other = f"(?!(?P=tone)){_SKIN}"
    adult = f"[{_MAN}{_WOMAN}]"
    toned = (
        f"{_MAN}(?P<tone>{_SKIN}){_JOINER}(?:{heart}{_MAN}{_SKIN}|(?:{hands}|{game}){_MAN}{other})",
        f"{_WOMAN}(?P<tone>{_SKIN}){_JOINER}"
        f"(?:{heart}{adult}{_SKIN}|{hands}{adult}{other}|{game}{_WOMAN}{other})",
        f"{_PERSON}(?P<tone>{_SKIN}){_JOINER}(?:{hands}{_PERSON}{_SKIN}|(?:{heart}|{game}){_PERSON}{other})",
        f"\U0001faf1(?P<tone>{_SKIN}){_JOINER}\U0001faf2{other}",
    )
    plain = (
        f"{_MAN}{_JOINER}{heart}{_MAN}",
        f"{_WOMAN}{_JOINER}{heart}{adult}",
        f"{_PERSON}{_JOINER}{hands}{_PERSON}",
    )
    numbered = (one.replace("tone", f"tone{number}") for number, one in enumerate(toned))
    return "|".join((*numbered, *plain))


def _families() -> str:
    children = f"(?:{_BOY}{_JOINER}{_BOY}|{_GIRL}{_JOINER}[{_BOY}{_GIRL}]|[{_BOY}{_GIRL}])"
    couple = f"(?:{_MAN}{_JOINER}[{_MAN}{_WOMAN}]|{_WOMAN}{_JOINER}{_WOMAN}|[{_MAN}{_WOMAN}])"
    neutral = f"{_PERSON}{_JOINER}(?:{_PERSON}{_JOINER})?{_CHILD}(?:{_JOINER}{_CHILD})?"
    return f"{couple}{_JOINER}{children}|{neutral}"


def _people() -> str:
    """One person with a work, a hair style, an aid, or written as a woman or as a man."""
    work = (
        f"(?:[\u2695\u2696\u2708]{_VARIANT}|[\U0001f33e\U0001f373\U0001f37c\U0001f384\U0001f393\U0001f3a4"
        "\U0001f3a8\U0001f3eb\U0001f3ed\U0001f4bb\U0001f4bc\U0001f527\U0001f52c\U0001f680\U0001f692"
        "\U0001f9b0-\U0001f9b3\U0001fa70]|[\U0001f9af\U0001f9bc\U0001f9bd]"
        f"{_RIGHT_ARROW})"
    )
    gender = f"{_JOINER}[\u2640\u2642]{_VARIANT}"
    walkers = "[\U0001f3c3\U0001f6b6\U0001f9ce]"
    gendered = (
        "[\U0001f3c4\U0001f3ca\U0001f46e\U0001f46f\U0001f470\U0001f471\U0001f473\U0001f477\U0001f481"
        "\U0001f482\U0001f486\U0001f487\U0001f645-\U0001f647\U0001f64b\U0001f64d\U0001f64e\U0001f6a3"
        "\U0001f6b4\U0001f6b5\U0001f926\U0001f935\U0001f937-\U0001f939\U0001f93c-\U0001f93e\U0001f9b8"
        "\U0001f9b9\U0001f9cd\U0001f9cf\U0001f9d4\U0001f9d6-\U0001f9dd]"
    )
    return "|".join(
        (
            f"[{_MAN}{_WOMAN}{_PERSON}]{_SKIN}?{_JOINER}{work}",
            f"{walkers}{_SKIN}?{gender}{_RIGHT_ARROW}",
            f"{walkers}{_SKIN}?{_JOINER}\u27a1{_VARIANT}",
            f"[\u26f9\U0001f3cb\U0001f3cc\U0001f574\U0001f575](?:{_SKIN}|{_VARIANT}){gender}",
            f"{gendered}{_SKIN}?{gender}",
            f"[\U0001f9de\U0001f9df]{gender}",
        )
    )


def _things() -> str:
    joined = (
        f"\U0001f441{_VARIANT} \U0001f5e8{_VARIANT}",
        f"\U0001f3f3{_VARIANT} \u26a7{_VARIANT}",
        f"\U0001f3f3{_VARIANT} \U0001f308",
        f"\U0001f3f4 \u2620{_VARIANT}",
        f"\U0001f636 \U0001f32b{_VARIANT}",
        f"\u26d3{_VARIANT} \U0001f4a5",
        f"\u2764{_VARIANT} [\U0001f525\U0001fa79]",
        "\U0001f344 \U0001f7eb",
        "\U0001f34b \U0001f7e9",
        "\U0001f415 \U0001f9ba",
        "\U0001f426 [\U0001f525\u2b1b]",
        f"\U0001f43b \u2744{_VARIANT}",
        "\U0001f62e \U0001f4a8",
        "\U0001f635 \U0001f4ab",
        f"\U0001f642 [\u2194\u2195]{_VARIANT}",
        "\U0001f408 \u2b1b",
    )
    return "|".join(joined).replace(" ", _JOINER)


def _flags() -> str:
    """The flags that exist: countries and regions by two letters, three nations by a spelt code."""
    seconds = {
        "A": "CDEFGILMOQRSTUWXZ",
        "B": "ABDEFGHIJLMNOQRSTVWYZ",
        "C": "ACDFGHIKLMNOPQRUVWXYZ",
        "D": "EGJKMOZ",
        "E": "ACEGHRSTU",
        "F": "IJKMOR",
        "G": "ABDEFGHILMNPQRSTUWY",
        "H": "KMNRTU",
        "I": "CDELMNOQRST",
        "J": "EMOP",
        "K": "EGHIMNPRWYZ",
        "L": "ABCIKRSTUVY",
        "M": "ACDEFGHKLMNOPQRSTUVWXYZ",
        "N": "ACEFGILOPRUZ",
        "O": "M",
        "P": "AEFGHKLMNRSTWY",
        "Q": "A",
        "R": "EOSUW",
        "S": "ABCDEGHIJKLMNORSTVXYZ",
        "T": "ACDFGHJKLMNORTVWZ",
        "U": "AGMNSYZ",
        "V": "ACEGINU",
        "W": "FS",
        "X": "K",
        "Y": "ET",
        "Z": "AMW",
    }
    spelt = (
        "".join(chr(0xE0000 + ord(letter)) for letter in code) + "\U000e007f"
        for code in ("gbeng", "gbsct", "gbwls")
    )
    countries = (_letter(one) + "[" + "".join(map(_letter, others)) + "]" for one, others in seconds.items())
    return "|".join((*countries, f"\U0001f3f4(?:{'|'.join(spelt)})"))


def _letter(letter: str) -> str:
    return chr(0x1F1E6 + ord(letter) - ord("A"))


def _styled() -> str:
    """One symbol with a wish for its coloured picture, a tone of skin, or both; a key."""
    symbols = (
        "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef"
        "\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614"
        "\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u265f"
        "\u2660\u2663\u2665\u2666\u2668\u267b\u267e\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7"
        "\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea"
        "\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734"
        "\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d"
        "\u3297\u3299\U0001f004\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f202\U0001f21a\U0001f22f"
        "\U0001f237\U0001f321\U0001f324-\U0001f32c\U0001f336\U0001f37d\U0001f396\U0001f397"
        "\U0001f399-\U0001f39b\U0001f39e\U0001f39f\U0001f3cd\U0001f3ce\U0001f3d4-\U0001f3df\U0001f3f3"
        "\U0001f3f5\U0001f3f7\U0001f43f\U0001f441\U0001f4fd\U0001f549\U0001f54a\U0001f56f\U0001f570"
        "\U0001f573\U0001f576-\U0001f579\U0001f587\U0001f58a-\U0001f58d\U0001f5a5\U0001f5a8\U0001f5b1"
        "\U0001f5b2\U0001f5bc\U0001f5c2-\U0001f5c4\U0001f5d1-\U0001f5d3\U0001f5dc-\U0001f5de\U0001f5e1"
        "\U0001f5e3\U0001f5e8\U0001f5ef\U0001f5f3\U0001f5fa\U0001f6cb\U0001f6cd-\U0001f6cf"
        "\U0001f6e0-\U0001f6e5\U0001f6e9\U0001f6f0\U0001f6f3"
    )
    styled_people = "\u261d\u26f7\u26f9\u270c\u270d\U0001f3cb\U0001f3cc\U0001f574\U0001f575\U0001f590"
    people = (
        "\u270a\u270b\U0001f385\U0001f3c2-\U0001f3c4\U0001f3c7\U0001f3ca\U0001f442\U0001f443"
        "\U0001f446-\U0001f450\U0001f466-\U0001f478\U0001f47c\U0001f481-\U0001f483\U0001f485-\U0001f487"
        "\U0001f48f\U0001f491\U0001f4aa\U0001f57a\U0001f595\U0001f596\U0001f645-\U0001f647"
        "\U0001f64b-\U0001f64f\U0001f6a3\U0001f6b4-\U0001f6b6\U0001f6c0\U0001f6cc\U0001f90c\U0001f90f"
        "\U0001f918-\U0001f91f\U0001f926\U0001f930-\U0001f939\U0001f93c-\U0001f93e\U0001f977\U0001f9b5"
        "\U0001f9b6\U0001f9b8\U0001f9b9\U0001f9bb\U0001f9cd-\U0001f9cf\U0001f9d1-\U0001f9dd"
        "\U0001fac3-\U0001fac5\U0001faf0-\U0001fafa"
    )
    return "|".join(
        (
            f"[#*0-9]{_VARIANT}?\u20e3",
            f"[{styled_people}](?:{_VARIANT}{_SKIN}?|{_SKIN})",
            f"[{symbols}]{_VARIANT}",
            f"[{people}]{_SKIN}",
        )
    )


# The longest forms first, since the first that fits is taken.
_SEQUENCE = re.compile("|".join((_pairs(), _people(), _families(), _things(), _styled(), _flags())))


def sequences(text: str) -> list[tuple[int, int]]:
    """Return where the emoji of two code points or more begin and end, in order."""
    if _HINT.search(text) is None:
        return []
    return [found.span() for found in _SEQUENCE.finditer(text)]
