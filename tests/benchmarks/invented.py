"""Invented dossiers by the million: names, shops and domains put together by chance, repeatably."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from desktop.models.identity_numbers import legal_with_check_digit, with_check_digit
from desktop.models.vocabulary import ApplicantKind, DossierKind
from desktop.services.bulk_load import DossierRow

FIRST_YEAR, YEARS = 1393, 13
EARLIEST = datetime(2014, 3, 21, tzinfo=UTC)
LATEST = datetime(2026, 11, 1, tzinfo=UTC)

GIVEN_NAMES = (
    "آرمان آرین آیدا ابراهیم احسان احمد ارسلان اسماعیل افسانه اکرم الهه امیرحسین امیرعلی انسیه بابک باران "
    "بهاره بهرام بهنام پدرام پروانه پرهام پگاه پوریا پیام ترانه ثریا جعفر جلال جمشید جواد حامد حسام حسن "
    "حمیدرضا حنانه خدیجه خسرو داریوش داوود راضیه رامین رضوان رقیه روزبه رویا زینب ژاله ساسان سامان سپیده "
    "ستایش سحر سعیده سمانه سمیه سوگند سهراب سهیل سیامک سیمین شاهین شایان شراره شهاب شهرزاد شهره شیرین "
    "صادق صبا صدیقه طاهره طیبه عادل عارف عاطفه عرفان عطیه علیرضا غزاله غلامرضا فائزه فرزاد فرشته فروغ "
    "فریبا فرید فریدون کامران کتایون کریم کوروش کیمیا گلاره گلناز مائده ماندانا مجتبی محبوبه محدثه محسن "
    "محمدرضا محمود مرتضی مرضیه مژگان مسعود مصطفی معصومه منوچهر مهدیه مهرداد مهناز میترا میلاد مینا نازنین "
    "ناهید نرجس نسترن نیلوفر نیما وحیده هادی هاشم هدی هوشنگ یگانه"
).split()
FAMILY_NAMES = (
    "آقایی آذری ابوالحسنی اخوان اردلان ارجمند اسفندیاری اشرفی افشار اکبرزاده امیری انصاری اویسی ایزدی "
    "بابایی باغبان بدیعی برزگر بنی‌هاشم بهادری بهمنی بیات بیگی پارسا پاکدل پرهیزگار پناهی پورابراهیم "
    "پیروز تاجیک ترابی توکلی تهرانی ثابتی جاوید جهانگیری چراغی حاتمی حافظی حبیبی حسن‌زاده حسین‌پور "
    "حق‌شناس حکمت خادمی خاکپور خالقی خداداد خرمی خلیلی خوش‌سخن دادگر داوری درویش دلاور دهقانی ذاکری "
    "راستگو رجبی رحمانی رستگار رفیعی روشن زاهدی زرین‌قلم زمانی ساعدی سالاری سبحانی ستوده سرمدی سعادت "
    "سلطانی سلیمی سهرابی شادمان شاکری شایسته شفیعی شکوهی شهابی شیخی صابری صالحی صداقت صمدی ضرغامی طالبی "
    "طباطبایی عابدینی عالمی عسگری عظیمی علوی غفاری فاضلی فتاحی فراهانی فرجی فرخی فلاح فیاض قادری قاضی "
    "قنبری کاویانی کمالی کوهستانی گلستانی گنجی لطفی ماهری متین مجیدی محسنی محمودی مدنی مرتضوی مستوفی "
    "مشایخی مظفری معتمدی مقدم ملکی منصوری مهاجر میرباقری میرشکار نادری ناصری نجاتی نصیری نعمتی نیک‌نام "
    "واعظی وثوق وحیدی هدایتی همایونی یاوری یزدان‌پناه"
).split()
TRADES = (
    "فروشگاه بازارچه آموزشگاه کارگاه نمایندگی گالری کتاب‌سرا داروخانه عطاری شیرینی‌سرا طلافروشی آژانس "
    "مزون انتشارات چاپخانه صنایع‌دستی خدمات مؤسسه گلخانه بوتیک تعاونی شرکت تجارت بازرگانی"
).split()
GOODS = (
    "لوازم‌خانگی پوشاک کفش کیف کتاب فرش زعفران پسته چای قهوه عسل خشکبار ادویه گیاهان‌دارویی رایانه موبایل "
    "دوربین ساعت عینک اسباب‌بازی لوازم‌التحریر ابزار رنگ چراغ مبلمان پرده پارچه نخ سفال چرم طلا نقره "
    "جواهر عطر آرایشی بهداشتی ورزشی کوهنوردی دوچرخه خودرو یدکی کشاورزی بذر گل شیرینی نان غذا سفر بلیت هتل "
    "ترجمه آموزش نرم‌افزار بازی موسیقی"
).split()
BRANDS = (
    "آوین آبان آتیه آذین آران آرتا آروین آسا آفاق آیریک اطلس افرا افق امرداد اورامان ایلیا بامداد باران "
    "برنا بهین پارمیس پدیده پرنیان پژواک پویش پیشگام تارا ترمه تیرداد جاده‌ابریشم چکاوک خاوران خورشید "
    "دیبا راگا رایکا رخش رهاورد ژیوان ساتراپ ساغر سپیدار سرو سمند سورنا شاپرک شکوفه شمیم صدف طراوت طوبی "
    "فانوس فراز کاج کاریز کهن گلبرگ گلچین گندم لوتوس مانا ماهور مهتاب نسیم نوژان نیک هامون همای هیوا "
    "ویستا یاقوت یلدا"
).split()
LATIN = (
    "aban afra aftab arta arvin atlas avin baran barna bazar behin chakavak diba fanus faraz golchin "
    "hamoon hiva honar kala kariz ketab khane kooh mahoor mahtab mana market nasim noor novin parmis pars "
    "pazh pooyan raga rahavard rayka royal sadaf saffron safar sepidar shamim shop shokufe sorna store "
    "tara tarmeh tejarat teb toloo vista yalda"
).split()
SETTLED = (
    *(("active", 720), ("approved", 60), ("lapsed", 70), ("refused", 60), ("withdrawn", 50)),
    *(("not_applicable", 30), ("deficient", 8), ("waiting_external", 2)),
)
"""Where old dossiers stand, in thousandths: most certificates are in use."""
OPEN = (
    *(("under_review", 330), ("deficient", 260), ("physical_documents", 130), ("active", 90)),
    *(("manager_review", 60), ("ready", 60), ("physical_rejected", 40), ("waiting_external", 20)),
    ("refusal_proposed", 10),
)
"""Where the newest dossiers stand, in thousandths."""
NEWEST = 0.06


def invented_rows(count: int, scheme_version_id: int, seed: int = 1405) -> Iterator[DossierRow]:
    """So many dossiers in order of opening, numbered per year without gaps."""
    chance = Random(seed)
    newest = int(count * NEWEST)
    statuses = _statuses(chance, SETTLED, count - newest) + _statuses(chance, OPEN, newest)
    per_year = -(-count // YEARS)
    step = (LATEST - EARLIEST) / count
    for place, status in enumerate(statuses):
        year, serial = divmod(place, per_year)
        opened = EARLIEST + place * step
        kind, identity, name = _applicant(chance)
        yield DossierRow(
            number=f"{FIRST_YEAR + year}/{serial + 1:05}",
            scheme_version_id=scheme_version_id,
            kind=DossierKind.RENEWAL if chance.random() < 0.3 else DossierKind.INITIAL,
            level="one_star",
            applicant_kind=kind,
            identity_number=identity,
            applicant_name=name,
            subject=_domain(chance),
            title=_title(chance),
            status=status,
            round=0 if status == "ready" else 1 + (chance.random() < 0.4),
            opened_at=opened,
            status_since=min(opened + timedelta(minutes=chance.randrange(60, 90_000)), LATEST),
        )


def _statuses(chance: Random, shares: Sequence[tuple[str, int]], count: int) -> list[str]:
    return chance.choices([status for status, _ in shares], [share for _, share in shares], k=count)


def _applicant(chance: Random) -> tuple[ApplicantKind, str, str]:
    if chance.random() < 0.25:
        number = legal_with_check_digit(f"{chance.randrange(10_000_000_00, 14_100_000_00):010}")
        return ApplicantKind.LEGAL_PERSON, number, f"شرکت {_brand(chance)} {chance.choice(FAMILY_NAMES)}"
    family = chance.choice(FAMILY_NAMES)
    if chance.random() < 0.2:
        family += " " + chance.choice(FAMILY_NAMES)
    number = with_check_digit(f"{chance.randrange(10_000_000, 999_000_000):09}")
    return ApplicantKind.NATURAL_PERSON, number, f"{chance.choice(GIVEN_NAMES)} {family}"


def _brand(chance: Random) -> str:
    first = chance.choice(BRANDS)
    return first if chance.random() < 0.5 else f"{first} {chance.choice(BRANDS)}"


def _title(chance: Random) -> str:
    title = f"{chance.choice(TRADES)} {chance.choice(GOODS)} {_brand(chance)}"
    # Some come from keyboards with Arabic letters.
    return title.replace("ی", "ي").replace("ک", "ك") if chance.random() < 0.1 else title


def _domain(chance: Random) -> str:
    digits = str(chance.randrange(1, 10_000)) if chance.random() < 0.6 else ""
    return f"{chance.choice(LATIN)}{chance.choice('-  ').strip()}{chance.choice(LATIN)}{digits}.example"
