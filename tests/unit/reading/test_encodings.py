"""Eleven languages in nine encodings each: the set that the ladder was measured on, and what it must still reach."""

import pytest

from annotator.reading.decoding import decode
from tests.unit.reading.test_decoding import PROSE

MORE = {
    "English": "“Nobody knows what the museum’s new wing will cost,” the auditors wrote — not even the architects.\n"
    "The café on the third floor, which opened in 1998, sold 4,200 cups of tea a month at £2.40 each.\n",
    "French": "Le maire a précisé que les élèves français iraient à l’école jusqu’à la mi-juillet, malgré la grève.\n"
    "« Ça ne sera pas très drôle », a reconnu une mère, déçue, en quittant la réunion du lycée hôtelier.\n",
    "German": "Die Gewerkschaft fordert für die Beschäftigten höhere Löhne; über 3.000 Menschen kamen zum Marktplatz.\n"
    "„Wir müssen größere Maßnahmen ergreifen“, erklärte die Oberbürgermeisterin während der Anhörung.\n",
    "Spanish": "El año pasado murieron más de cien niños en la región, según cifras del ministerio de salud pública.\n"
    "«¿Quién pagará la reconstrucción del hospital?», preguntó la alcaldesa a los periodistas. Nadie respondió.\n",
    "Polish": "Rzecznik policji potwierdził, że zatrzymano trzech mężczyzn; wszyscy są mieszkańcami Łodzi.\n"
    "„To był najgorszy pożar od wielu lat” — mówił strażak, który brał udział w akcji gaśniczej pod Gdańskiem.\n",
    "Turkish": "Başkan, yeni köprünün önümüzdeki yıl açılacağını ve geçiş ücretinin düşük olacağını söyledi.\n"
    "“Çocukların çoğu okula yürüyerek gidiyor” diyen öğretmen, ışıkların değiştirilmesini istedi.\n",
    "Russian": "По словам очевидцев, пожар начался на третьем этаже здания около семи часов утра; жертв нет.\n"
    "«Мы ещё не знаем причину», — сказал представитель городской администрации журналистам у входа.\n",
    "Greek": "Οι κάτοικοι της πόλης διαμαρτύρονται για την έλλειψη νερού, που διαρκεί εδώ και τρεις εβδομάδες.\n"
    "«Δεν έχουμε πάρει καμία απάντηση από τον δήμο», είπε μια γυναίκα στους δημοσιογράφους της εφημερίδας.\n",
    "Arabic": "وقالت مصادر محلية إن المدارس ستبقى مغلقة حتى نهاية الأسبوع بسبب العاصفة التي ضربت الساحل الشمالي.\n"
    "وأضاف المتحدث باسم الحكومة أن فرق الإنقاذ وصلت إلى القرى المتضررة صباح اليوم، ولم تقع خسائر في الأرواح.\n",
    "Japanese": "気象庁によると、台風は木曜日の朝に九州へ上陸し、各地で強い雨が降る見込みです。\n"
    "市の担当者は「避難所を二十か所に設けた」と話し、住民に早めの行動を呼びかけている。\n",
    "Chinese": "据当地居民介绍，火灾发生在星期三上午七点左右，消防人员在半小时内赶到现场，没有人员伤亡。\n"
    "“我们仍在调查原因，”市政府发言人在新闻发布会上说，学校将于下周一重新开放。\n",
}
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
WESTERN = ("cp1252", "iso8859_15", "mac_roman")
OWN = {
    **dict.fromkeys(("English", "French", "German", "Spanish"), WESTERN),
    "Polish": ("cp1250", "iso8859_2", "mac_latin2"),
    "Turkish": ("cp1254", "iso8859_9", "mac_turkish"),
    "Russian": ("cp1251", "koi8_r", "mac_cyrillic"),
    "Greek": ("cp1253", "iso8859_7", "mac_greek"),
    "Arabic": ("cp1256", "iso8859_6", "mac_arabic"),
    "Japanese": ("cp932", "euc_jp", "iso2022_jp"),
    "Chinese": ("gb18030", "gbk", "gb2312"),
}
PLAIN = str.maketrans("“”„’‘—–", '"""\'\'--')
"""What people type where an encoding has no such quotation marks and dashes."""

NOT_GUESSED = ("iso2022_jp", "utf-16", "utf-32")
"""Proven by escapes, or by a mark at the start."""

SET = [(language, encoding) for language in MORE for encoding in (*UNICODE, *OWN[language])]


def text_in(language, encoding):
    text = PROSE[language] + MORE[language]
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(PLAIN).encode(encoding, "ignore").decode(encoding)
    return text


def test_at_least_97_of_99_texts_are_read_right():
    wrong = [
        (language, encoding)
        for language, encoding in SET
        for text in [text_in(language, encoding)]
        if decode(text.encode(encoding)).text.removeprefix("\ufeff") != text
    ]

    assert (len(SET), wrong[2:]) == (99, [])


@pytest.mark.parametrize(("language", "encoding"), [pair for pair in SET if not pair[1].startswith("utf-8")])
def test_no_guess_is_silent(language, encoding):
    decoded = decode(text_in(language, encoding).encode(encoding))

    assert decoded.guessed is (encoding not in NOT_GUESSED)
