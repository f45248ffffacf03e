"""The languages of the program, switched while it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

import resources

# Each language is named in itself, so that a person finds it whatever the program speaks at the moment.
LANGUAGES = {"en": "English", "ko": "한국어"}
# Texts of Qt's file dialog that Qt's own Korean lacks: noted here, they are translated with ours.
GAPS_OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
)
RESOURCES = Path(resources.__file__).parent


def system_language() -> str:
    """Give the code of the system's language, or English when the program does not speak it."""
    code = QLocale.system().name()[:2]
    return code if code in LANGUAGES else "en"


class Language(QObject):
    """Installs the translations of one language at a time; widgets follow by ``LanguageChange``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.code = "en"
        self._translators: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Speak a language from now on.

        Parameters
        ----------
        code : str
            A key of `LANGUAGES`.

        Raises
        ------
        ValueError
            For an unknown code.
        """
        if code not in LANGUAGES:
            raise ValueError(f"language {code!r} is not available; choose one of {', '.join(LANGUAGES)}")
        self._leave()
        if code == "ko":
            provide_korean_font()
        self.code = code
        QLocale.setDefault(QLocale(code))
        for name, folder in (
            ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            ("playground", str(RESOURCES / "i18n")),
        ):
            self._install(name, folder)

    def _leave(self) -> None:
        while self._translators:
            translator = self._translators.pop()
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        # English has no file for Qt's own texts, and needs none: they are written in English.
        if translator.load(QLocale(self.code), name, "_", folder):
            QCoreApplication.installTranslator(translator)
            self._translators.append(translator)


def provide_korean_font() -> None:
    """Add the font that ships with the program where the system has none for Korean.

    Also an English window needs it, to name the other language; but only after its first paint,
    because asking for the system's fonts takes some time.
    """
    from PySide6.QtGui import QFont, QFontDatabase  # large, and rarely needed before the first paint

    if QFontDatabase.families(QFontDatabase.WritingSystem.Korean):
        return
    number = QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / "NotoSansCJKkr-Subset.otf"))
    bundled = QFontDatabase.applicationFontFamilies(number)
    font = QFont(QApplication.font())
    if bundled and bundled[0] not in font.families():
        font.setFamilies([*font.families(), *bundled])
        QApplication.setFont(font)
