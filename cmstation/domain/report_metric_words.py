"""What figures count, in the French of the director's report, by the key of their definition."""

from typing import Final

from cmstation.domain.metrics import Metric

_METRICS: Final = {
    Metric.FOLLOWERS: "Abonnés",
    Metric.POSTS: "Publications au total",
    Metric.VIEWS: "Vues",
    Metric.REACH: "Personnes touchées",
    Metric.IMPRESSIONS: "Affichages",
    Metric.REACTIONS: "Réactions",
    Metric.COMMENTS: "Commentaires",
    Metric.SHARES: "Partages",
    Metric.CLICKS: "Clics",
    Metric.VIDEO_VIEWS: "Vues de vidéos",
    Metric.SAVES: "Enregistrements",
    Metric.VISITS: "Visites",
    Metric.VISITORS: "Visiteurs",
}
_UNKNOWN: Final = "On ne sait pas exactement ce qui a été compté."


def metric_words(metric: Metric) -> str:
    """Name a metric, as the title of a column."""
    return _METRICS[metric]


def definition_words(key: str) -> str:
    """Say in a sentence what a definition counts; of an unknown key, that nobody knows."""
    return _SENTENCES.get(key, _UNKNOWN)


_COUNTED: Final[tuple[tuple[str, str], ...]] = (
    ("wordpress.account.posts", "Combien d’articles sont publiés sur le site à ce moment."),
    (
        "wordpress.account.comments",
        "Combien de commentaires approuvés le site montre à ce moment, sous tous ses articles.",
    ),
    (
        "wordpress.account.views",
        "Combien de pages du site ont été ouvertes ce jour-là, selon son outil d’audience "
        "(Matomo ou Plausible).",
    ),
    (
        "wordpress.account.visits",
        "Combien de visites ont commencé ce jour-là, selon l’outil d’audience du "
        "site\u202f; une visite peut ouvrir plusieurs pages.",
    ),
    (
        "wordpress.account.visitors",
        "Combien de navigateurs différents sont venus ce jour-là, tels que l’outil "
        "d’audience du site les distingue. Les jours ne s’additionnent pas\u00a0: la même "
        "personne revient.",
    ),
    ("wordpress.post.comments", "Combien de commentaires approuvés figurent sous l’article."),
    ("wordpress.post.views", "Combien de fois l’article a été ouvert, selon l’outil d’audience du site."),
    (
        "wordpress.post.visitors",
        "Combien de navigateurs différents ont ouvert l’article, tels que l’outil "
        "d’audience du site les distingue.",
    ),
    (
        "mastodon.account.followers bluesky.account.followers facebook.account.followers "
        "instagram.account.followers x.account.followers linkedin.account.followers "
        "threads.account.followers tumblr.account.followers scoopit.account.followers",
        "Combien de comptes suivent celui-ci au moment du relevé.",
    ),
    (
        "mastodon.account.posts bluesky.account.posts x.account.posts",
        "Combien de publications le compte montre à ce moment, ses réponses à d’autres comprises.",
    ),
    (
        "mastodon.post.reactions bluesky.post.reactions instagram.post.reactions "
        "x.post.reactions threads.post.reactions youtube.post.reactions",
        "Combien de personnes ont aimé la publication.",
    ),
    (
        "mastodon.post.comments bluesky.post.comments x.post.comments threads.post.comments",
        "Combien de publications répondent à celle-ci.",
    ),
    (
        "mastodon.post.shares bluesky.post.shares x.post.shares",
        "Combien de fois la publication a été relayée telle quelle\u202f; les citations "
        "commentées n’y sont pas.",
    ),
    (
        "bluesky.post.saves instagram.post.saves x.post.saves",
        "Combien de personnes ont mis la publication de côté pour la retrouver.",
    ),
    (
        "facebook.account.fans",
        "Combien de personnes ont aimé la page elle-même. Ce ne sont pas les mêmes que "
        "celles qui la suivent.",
    ),
    (
        "facebook.account.posts instagram.account.posts linkedin.account.posts "
        "threads.account.posts tumblr.account.posts scoopit.account.posts",
        "Combien de publications le compte montre à ce moment.",
    ),
    (
        "facebook.account.impressions facebook.post.impressions",
        "Nombre d’affichages, tel que Facebook les comptait jusqu’en novembre 2025. Les "
        "vues qui ont suivi sont comptées autrement et ne se comparent pas.",
    ),
    (
        "facebook.account.reach facebook.post.reach",
        "Nombre de personnes différentes à qui le contenu s’est affiché, tel que Facebook "
        "le comptait jusqu’en juin 2026.",
    ),
    (
        "facebook.account.views facebook.post.views",
        "Nombre d’affichages ou de lectures, tel que Facebook les compte depuis novembre "
        "2025\u202f; revoir compte à nouveau.",
    ),
    (
        "facebook.account.viewers facebook.post.viewers",
        "Nombre de personnes différentes qui ont vu le contenu, tel que Facebook le compte "
        "depuis novembre 2025.",
    ),
    ("facebook.account.reactions", "Combien de réactions les publications de la page ont reçues ce jour-là."),
    (
        "facebook.account.clicks",
        "Combien de fois on a cliqué ce jour-là sur les boutons et les liens de la page.",
    ),
    (
        "facebook.account.video_views",
        "Combien de fois les vidéos de la page ont été vues au moins trois secondes ce jour-là.",
    ),
    (
        "facebook.account.visits instagram.account.visits x.account.visits "
        "linkedin.account.visits threads.account.visits",
        "Combien de fois la page du compte a été ouverte ce jour-là, sans compter ses "
        "publications vues ailleurs.",
    ),
    (
        "facebook.post.reactions linkedin.post.reactions scoopit.post.reactions",
        "Combien de personnes ont réagi à la publication, quelle que soit la réaction choisie.",
    ),
    (
        "facebook.post.comments instagram.post.comments linkedin.post.comments "
        "youtube.post.comments scoopit.post.comments",
        "Combien de commentaires figurent sous la publication.",
    ),
    (
        "facebook.post.shares instagram.post.shares linkedin.post.shares youtube.post.shares",
        "Combien de fois la publication a été partagée depuis le réseau.",
    ),
    ("facebook.post.clicks linkedin.post.clicks", "Combien de fois on a cliqué dans la publication."),
    ("facebook.post.video_views", "Combien de fois la vidéo a été vue au moins trois secondes."),
    (
        "instagram.account.reach linkedin.account.reach",
        "Combien de personnes différentes ont eu quelque chose du compte à l’écran ce "
        "jour-là, selon l’estimation du réseau. Les jours ne s’additionnent pas\u00a0: la "
        "même personne revient.",
    ),
    (
        "instagram.account.impressions instagram.post.impressions",
        "Nombre d’affichages, tel qu’Instagram les comptait jusqu’en avril 2025. Les vues "
        "les ont remplacés et ne se comparent pas.",
    ),
    (
        "instagram.account.views instagram.post.views",
        "Nombre d’affichages ou de lectures, tel qu’Instagram les compte depuis avril "
        "2025\u202f; revoir compte à nouveau.",
    ),
    (
        "instagram.account.clicks",
        "Combien de fois on a cliqué ce jour-là sur le lien du profil\u202f; Instagram l’a "
        "communiqué jusqu’en janvier 2025.",
    ),
    (
        "instagram.post.video_views",
        "Combien de fois la vidéo a été lancée, tel qu’Instagram le comptait jusqu’en avril 2025.",
    ),
    (
        "instagram.post.reach linkedin.post.reach",
        "Combien de personnes différentes ont eu la publication à l’écran, selon l’estimation du réseau.",
    ),
    (
        "x.account.impressions linkedin.account.impressions",
        "Combien de fois les publications du compte se sont affichées ce jour-là\u202f; une "
        "même personne peut compter plusieurs fois.",
    ),
    (
        "x.post.impressions x.post.views linkedin.post.impressions threads.post.views scoopit.post.views",
        "Combien de fois la publication s’est affichée\u202f; une même personne peut compter plusieurs fois.",
    ),
    (
        "x.post.clicks",
        "Combien de fois on a cliqué sur le lien de la publication. Seul le compte lui-même "
        "le voit, pendant trente jours.",
    ),
    (
        "x.post.video_views linkedin.post.video_views",
        "Combien de fois une vidéo a été lancée, selon la durée minimale que retient le réseau.",
    ),
    (
        "linkedin.account.clicks",
        "Combien de fois on a cliqué ce jour-là sur les publications de la page, son nom ou son logo.",
    ),
    ("linkedin.account.visitors", "Combien de membres différents ont ouvert la page ce jour-là."),
    ("threads.account.clicks", "Combien de fois on a cliqué ce jour-là sur les liens du compte."),
    (
        "threads.post.shares",
        "Combien de fois la publication a été relayée, telle quelle ou citée avec un commentaire.",
    ),
    (
        "youtube.account.followers",
        "Combien de personnes sont abonnées à la chaîne à ce moment. YouTube donne trois "
        "chiffres exacts et arrondit le reste vers le bas.",
    ),
    ("youtube.account.posts", "Combien de vidéos publiques la chaîne compte à ce moment."),
    (
        "youtube.account.views",
        "Combien de fois les vidéos de la chaîne ont été vues ce jour-là\u202f; YouTube le "
        "communique deux jours plus tard.",
    ),
    (
        "youtube.account.video_views",
        "Combien de fois les vidéos de la chaîne ont été vues depuis sa création.",
    ),
    ("youtube.post.video_views", "Combien de fois la vidéo a été vue."),
    (
        "tumblr.post.notes",
        "Les notes de Tumblr\u00a0: mentions «\u202fj’aime\u202f», rebloguages et réponses "
        "en un seul nombre, qu’on ne peut séparer.",
    ),
    ("scoopit.account.views", "Combien de fois le sujet a été vu depuis sa création."),
    ("scoopit.account.visitors", "Combien de visiteurs différents le sujet a eus depuis sa création."),
    (
        "google_business.account.impressions",
        "Combien de personnes ont vu la fiche de la clinique dans la recherche ou sur la "
        "carte ce jour-là, chacune une fois par jour.",
    ),
    (
        "google_business.account.clicks",
        "Combien de fois on a appelé, demandé l’itinéraire ou ouvert le site depuis la fiche ce jour-là.",
    ),
    (
        "google_business.account.reviews",
        "Combien d’avis ont été laissés sur la fiche de la clinique jusqu’à ce moment.",
    ),
    (
        "google_business.post.views",
        "Combien de fois la publication a été vue, tel que sa page le montre\u202f; le "
        "réseau ne le dit nulle part ailleurs.",
    ),
    (
        "google_business.post.clicks",
        "Combien de fois on a cliqué sur le bouton de la publication, tel que sa page le montre.",
    ),
)
_SENTENCES: Final = {key: sentence for keys, sentence in _COUNTED for key in keys.split()}
