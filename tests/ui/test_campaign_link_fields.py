"""The settings ask for campaign marks and for the clinic's sites, and say what was understood."""

from pytestqt.qtbot import QtBot

from cmstation.ui.icons import Icons
from cmstation.ui.settings_dialog import SettingsDialog, SettingsValues
from cmstation.ui.zones import ordered_zones


def dialog_with(qtbot: QtBot, icons: Icons, values: SettingsValues) -> SettingsDialog:
    dialog = SettingsDialog(icons, values, ordered_zones(("Europe/Paris",), values.zone))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def saved_with(dialog: SettingsDialog, sites: str) -> list[SettingsValues]:
    """Ask for marks, type sites and save; what is saved then and later is in the list."""
    saved: list[SettingsValues] = []
    dialog.saved.connect(saved.append)
    dialog.links.box.click()
    dialog.links.field.setText(sites)
    dialog.save.click()
    return saved


def test_marks_are_switched_on_with_sites_typed_as_people_type_them(qtbot: QtBot, icons: Icons) -> None:
    dialog = dialog_with(qtbot, icons, SettingsValues())

    saved = saved_with(dialog, "https://www.maternite.example/accueil; rdv.example rdv.example")

    assert [(one.marks_links, one.own_sites) for one in saved] == [
        (True, ("maternite.example", "rdv.example"))
    ]


def test_what_is_no_site_is_named_and_not_saved(qtbot: QtBot, icons: Icons) -> None:
    dialog = dialog_with(qtbot, icons, SettingsValues())

    saved = saved_with(dialog, "rdv.example, accueil@rdv.example")

    assert "“accueil@rdv.example” is not the address of a site" in dialog.links.note.text()
    assert (saved, dialog.isVisible()) == ([], True)
    dialog.links.field.setText("rdv.example")
    dialog.save.click()
    assert len(saved) == 1


def test_the_note_says_which_sites_are_known_or_that_none_is(qtbot: QtBot, icons: Icons) -> None:
    known = dialog_with(qtbot, icons, SettingsValues(known_sites=("clinique.example",)))
    bare = dialog_with(qtbot, icons, SettingsValues())

    assert known.links.note.text() == "Known already: clinique.example."
    assert bare.links.note.text() == "Addresses with a comma between them."
    bare.links.box.click()
    assert bare.links.note.text().startswith("Name the clinic’s site here")
    assert bare.links.field.accessibleDescription() == bare.links.note.text()


def test_sites_are_asked_for_while_marks_are_wanted(qtbot: QtBot, icons: Icons) -> None:
    dialog = dialog_with(qtbot, icons, SettingsValues(own_sites=("rdv.example",)))
    assert not dialog.links.field.isVisible()

    dialog.links.box.click()
    assert dialog.links.field.isVisible()
    dialog.links.box.click()

    assert not dialog.links.field.isVisible()
    assert dialog.values().own_sites == ("rdv.example",)
