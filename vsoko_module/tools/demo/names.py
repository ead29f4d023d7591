"""Invented people: names put together at random, never twice the same."""

MALE, FEMALE = "male", "female"


def _words(text):
    return text.split()


_SURNAMES = _words("""
Абрикосов Барсуков Берёзкин Бобылёв Бортников Ветров Вишняков Водопьянов Галкин Глинкин Гончаров
Дождев Долгушин Дубравин Ежевикин Еловский Жаворонков Жемчугов Забелин Зимин Знаменский Ивняков
Каменев Капелькин Кленов Клюквин Колосов Корабельников Крутов Кувшинов Кузовков Лагутин Ландышев
Левадов Лесной Липкин Лунин Малахитов Маслёнкин Мельницын Метелёв Можжухин Морошкин Налётов
Никольский Овсянников Озеров Окунёв Орешкин Осинин Островский Пахотин Перелётов Песков Плотников
Полянский Порошин Привалов Пшеницын Радугин Родников Рощин Рябинин Садовский Светлов Северский
Синицын Скворцов Смородин Снегирёв Соболев Степной Стрижов Тальников Терентьев Тихомиров Тополев
Трубников Туманов Уваров Удальцов Ухватов Филинов Хлебников Цветаев Чайкин Черешнин Чугунов
Шалфеев Шиповников Шорохов Щеглов Щукарёв Юрьевский Яблоков Якорев Ясенев Яхонтов
""")
_GIVEN = {
    MALE: _words("""
Александр Алексей Андрей Арсений Артём Богдан Вадим Василий Виктор Владислав Герман Глеб Григорий
Даниил Денис Дмитрий Евгений Егор Иван Игорь Илья Кирилл Константин Лев Максим Марк Матвей Михаил
Никита Николай Олег Павел Пётр Роман Савелий Семён Сергей Степан Тимофей Фёдор Юрий Ярослав
"""),
    FEMALE: _words("""
Алёна Алина Алиса Анастасия Анна Валерия Варвара Василиса Вера Вероника Виктория Дарья Диана Ева
Евгения Екатерина Елена Елизавета Жанна Зоя Инна Ирина Карина Кира Кристина Ксения Лидия Любовь
Маргарита Марина Мария Милана Надежда Наталья Нина Ольга Полина Светлана София Таисия Ульяна Юлия
"""),
}
# how the patronymic of a father's name begins; the ending follows from the gender
_PATRONYMICS = _words("""
Александров Алексеев Андреев Антонов Борисов Вадимов Валерьев Васильев Викторов Витальев
Владимиров Геннадьев Григорьев Денисов Дмитриев Евгеньев Егоров Иванов Игорев Кириллов Леонидов
Львов Максимов Михайлов Николаев Олегов Павлов Петров Романов Семёнов Сергеев Степанов Юрьев
""")


class NameMaker:
    """Makes full names, each of them once."""

    def __init__(self, random):
        self._random = random
        self._given_out = set()

    def new(self, gender, surname=None):
        """Return a new full name; `surname` is the male form of the family's surname."""
        while True:
            family = surname or self.surname()
            name = " ".join(
                (
                    female_form(family) if gender == FEMALE else family,
                    self._random.choice(_GIVEN[gender]),
                    self._random.choice(_PATRONYMICS) + ("на" if gender == FEMALE else "ич"),
                )
            )
            if name not in self._given_out:
                self._given_out.add(name)
                return name

    def surname(self):
        return self._random.choice(_SURNAMES)


def female_form(surname):
    """Return the female form of a Russian surname in its male form."""
    if surname.endswith(("ий", "ой")):
        return surname[:-2] + "ая"
    return surname + "а"
