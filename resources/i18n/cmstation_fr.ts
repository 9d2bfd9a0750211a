<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
    <context>
        <name>AccountMenu</name>
        <message>
            <source>Sent there already</source>
            <translation>Déjà parti là-bas</translation>
        </message>
        <message>
            <source>Connect an account…</source>
            <translation>Brancher un compte…</translation>
        </message>
    </context>
    <context>
        <name>AccountPanel</name>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>For whom?</source>
            <translation>Pour qui ?</translation>
        </message>
        <message>
            <source>Patients and families, physicians…</source>
            <translation>Patients et familles, médecins…</translation>
        </message>
        <message>
            <source>Network keeps planned posts</source>
            <translation>Le réseau garde les posts planifiés</translation>
        </message>
        <message>
            <source>Check the connection</source>
            <translation>Vérifier la connexion</translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>Se reconnecter</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Mettre en pause</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Monter</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Descendre</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Retirer…</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reprendre</translation>
        </message>
    </context>
    <context>
        <name>AccountWizard</name>
        <message>
            <source>Copy technical details</source>
            <translation>Copier le détail technique</translation>
        </message>
        <message>
            <source>Finish later</source>
            <translation>Finir plus tard</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>This is being saved.</source>
            <translation>Enregistrement en cours.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>Se reconnecter</translation>
        </message>
        <message>
            <source>The check is under way.</source>
            <translation>La vérification est en cours.</translation>
        </message>
        <message>
            <source>Something is missing on this page.</source>
            <translation>Il manque quelque chose sur cette page.</translation>
        </message>
    </context>
    <context>
        <name>AccountWords</name>
        <message>
            <source>Connected</source>
            <translation>Connecté</translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>À reconnecter</translation>
        </message>
        <message>
            <source>Signed in for this session</source>
            <translation>Connecté pour cette session</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>En pause</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>À la main</translation>
        </message>
        <message>
            <source>Rehearsal</source>
            <translation>Répétition</translation>
        </message>
        <message>
            <source>CM Station publishes here by itself.</source>
            <translation>CM Station publie ici tout seul.</translation>
        </message>
        <message>
            <source>You publish here by hand; everything is prepared.</source>
            <translation>Vous publiez ici à la main ; tout est préparé.</translation>
        </message>
        <message>
            <source>A rehearsal account: nothing leaves this computer.</source>
            <translation>Un compte de répétition : rien ne quitte cet ordinateur.</translation>
        </message>
        <message>
            <source>The password or permission is missing or no longer accepted.</source>
            <translation>Le mot de passe ou l’autorisation manque, ou n’est plus accepté.</translation>
        </message>
        <message>
            <source>The password is forgotten when CM Station closes.</source>
            <translation>Le mot de passe est oublié à la fermeture de CM Station.</translation>
        </message>
        <message>
            <source>Planned posts wait until you resume the account.</source>
            <translation>Les posts planifiés attendent que vous repreniez le compte.</translation>
        </message>
        <message>
            <source>Not checked since it was connected</source>
            <translation>Pas vérifié depuis son branchement</translation>
        </message>
        <message>
            <source>Checked {when}</source>
            <translation>Vérifié {when}</translation>
        </message>
    </context>
    <context>
        <name>AccountsAnswer</name>
        <message>
            <source>How we are doing</source>
            <translation>Où nous en sommes</translation>
        </message>
        <message>
            <source>since end of {period}</source>
            <translation>depuis fin {period}</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Compte</translation>
        </message>
        <message>
            <source>Followers</source>
            <translation>Abonnés</translation>
        </message>
        <message>
            <source>two years</source>
            <translation>deux ans</translation>
        </message>
        <message>
            <source>How many followers there were in {period} is not known.</source>
            <translation>Le nombre d’abonnés n’est pas connu pour {period}.</translation>
        </message>
        <message>
            <source>Collect the figures now, or enter them, in the menu at the top right.</source>
            <translation>Relevez les chiffres maintenant, ou saisissez-les, dans le menu en haut à droite.</translation>
        </message>
        <message>
            <source>{account} has {value} followers.</source>
            <translation>{account} compte {value} abonnés.</translation>
        </message>
        <message>
            <source>{account} still has {value} followers.</source>
            <translation>{account} compte toujours {value} abonnés.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln follower(s)</source>
            <comment>gained or lost</comment>
            <translation>
                <numerusform>%Ln abonné</numerusform>
                <numerusform>%Ln abonnés</numerusform>
            </translation>
        </message>
        <message>
            <source>{account} gained {gain} and has {value}.</source>
            <translation>{account} a gagné {gain} et en compte {value}.</translation>
        </message>
        <message>
            <source>{account} lost {loss} and has {value}.</source>
            <translation>{account} a perdu {loss} et en compte {value}.</translation>
        </message>
        <message>
            <source>against {period}</source>
            <translation>par rapport à {period}</translation>
        </message>
        <message>
            <source>In the period</source>
            <translation>Sur la période</translation>
        </message>
    </context>
    <context>
        <name>AccountsDialog</name>
        <message>
            <source>Accounts</source>
            <translation>Comptes</translation>
        </message>
        <message>
            <source>No account is connected yet</source>
            <translation>Aucun compte n’est encore branché</translation>
        </message>
        <message>
            <source>Connect the site of the clinic or a social network. CM Station publishes on some by itself, and prepares everything for the others.</source>
            <translation>Branchez le site de la clinique ou un réseau social. CM Station publie tout seul sur certains et prépare tout pour les autres.</translation>
        </message>
        <message>
            <source>Connect an account</source>
            <translation>Brancher un compte</translation>
        </message>
        <message>
            <source>A post is still on its way to this account. Cancel or settle it, then remove the account.</source>
            <translation>Un post est encore en route vers ce compte. Annulez-le ou réglez son sort, puis retirez le compte.</translation>
        </message>
        <message>
            <source>Accounts of the clinic</source>
            <translation>Comptes de la clinique</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>AddTag</name>
        <message>
            <source>Add a tag</source>
            <translation>Ajouter une étiquette</translation>
        </message>
        <message>
            <source>Add a tag (T)</source>
            <translation>Ajouter une étiquette (T)</translation>
        </message>
    </context>
    <context>
        <name>AddTile</name>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Add pictures</source>
            <translation>Ajouter des images</translation>
        </message>
        <message>
            <source>Add pictures, or drop them here</source>
            <translation>Ajouter des images, ou les déposer ici</translation>
        </message>
    </context>
    <context>
        <name>Adding</name>
        <message>
            <source>pasted-picture.png</source>
            <translation>image-collée.png</translation>
        </message>
    </context>
    <context>
        <name>AddressPage</name>
        <message>
            <source>What is the address of the site?</source>
            <translation>Quelle est l’adresse du site ?</translation>
        </message>
        <message>
            <source>The one that visitors see. What is too much is left out.</source>
            <translation>Celle que voient les visiteurs. Ce qui est en trop sera laissé de côté.</translation>
        </message>
        <message>
            <source>Address of the site</source>
            <translation>Adresse du site</translation>
        </message>
        <message>
            <source>On which server is the account?</source>
            <translation>Sur quel serveur est le compte ?</translation>
        </message>
        <message>
            <source>Mastodon, Pleroma, Friendica, Pixelfed and others: the server’s name, or the whole handle.</source>
            <translation>Mastodon, Pleroma, Friendica, Pixelfed et d’autres : le nom du serveur, ou l’identifiant entier.</translation>
        </message>
        <message>
            <source>Server or handle</source>
            <translation>Serveur ou identifiant</translation>
        </message>
        <message>
            <source>What is the account called on Bluesky?</source>
            <translation>Comment s’appelle le compte sur Bluesky ?</translation>
        </message>
        <message>
            <source>The handle as it stands on the profile, with or without the @.</source>
            <translation>L’identifiant tel qu’il figure sur le profil, avec ou sans @.</translation>
        </message>
        <message>
            <source>Handle</source>
            <translation>Identifiant</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <source>Leave it as it is, unless your account lives on a server of its own.</source>
            <translation>À laisser tel quel, sauf si votre compte a son propre serveur.</translation>
        </message>
        <message>
            <source>Where do you publish on {network}?</source>
            <translation>Où publiez-vous sur {network} ?</translation>
        </message>
        <message>
            <source>This page opens when a post is ready for you to paste.</source>
            <translation>Cette page s’ouvre quand un post est prêt à coller.</translation>
        </message>
        <message>
            <source>Page to open</source>
            <translation>Page à ouvrir</translation>
        </message>
        <message>
            <source>Nothing opens when it is left empty.</source>
            <translation>Rien ne s’ouvre si le champ reste vide.</translation>
        </message>
        <message>
            <source>Name of the account on {network}</source>
            <translation>Nom du compte sur {network}</translation>
        </message>
        <message>
            <source>As visitors see it; previews show it. It may stay empty.</source>
            <translation>Tel que le voient les visiteurs ; les aperçus l’affichent. Il peut rester vide.</translation>
        </message>
        <message>
            <source>This address is not secure. Write it with https in front; nothing was sent.</source>
            <translation>Cette adresse n’est pas sécurisée. Écrivez-la avec https devant ; rien n’a été envoyé.</translation>
        </message>
        <message>
            <source>This is no handle. Write it whole, for instance clinique.bsky.social.</source>
            <translation>Ce n’est pas un identifiant. Écrivez-le en entier, par exemple clinique.bsky.social.</translation>
        </message>
        <message>
            <source>This is no address. Write it as in a browser, for instance www.clinique.example.</source>
            <translation>Ce n’est pas une adresse. Écrivez-la comme dans un navigateur, par exemple www.clinique.example.</translation>
        </message>
    </context>
    <context>
        <name>AgendaView</name>
        <message>
            <source>Agenda</source>
            <translation>Agenda</translation>
        </message>
    </context>
    <context>
        <name>AlertDeeds</name>
        <message>
            <source>Alerts saved</source>
            <translation>Alertes enregistrées</translation>
        </message>
    </context>
    <context>
        <name>AlertForm</name>
        <message>
            <source>Name of the alert</source>
            <translation>Nom de l’alerte</translation>
        </message>
        <message>
            <source>Words of the alert</source>
            <translation>Mots de l’alerte</translation>
        </message>
        <message>
            <source>for instance: Clinique des Tilleuls, “les Tilleuls”</source>
            <translation>par exemple : Clinique des Tilleuls, « les Tilleuls »</translation>
        </message>
        <message>
            <source>What it listens for</source>
            <translation>Ce que guette l’alerte</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>Nombre de fois</translation>
        </message>
        <message>
            <source>Within</source>
            <translation>En</translation>
        </message>
        <message>
            <source>Within how many words</source>
            <translation>À combien de mots</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nom</translation>
        </message>
        <message>
            <source>&amp;Words: one of these</source>
            <translation>&amp;Mots : l’un de ceux-ci</translation>
        </message>
        <message>
            <source>Commas part the terms; several words are a phrase; hospitali* takes any ending.</source>
            <translation>Des virgules entre les termes ; plusieurs mots forment une expression ; hospitali* accepte toutes les fins.</translation>
        </message>
        <message>
            <source>at least</source>
            <translation>au moins</translation>
        </message>
        <message>
            <source>times within</source>
            <translation>fois en</translation>
        </message>
        <message>
            <source>within</source>
            <translation>à moins de</translation>
        </message>
        <message>
            <source>words of them</source>
            <translation>mots de ceux-ci</translation>
        </message>
        <message>
            <source>Each new article that says one of the words.</source>
            <translation>Chaque nouvel article qui contient l’un des mots.</translation>
        </message>
        <message>
            <source>Listen to</source>
            <translation>Écouter</translation>
        </message>
    </context>
    <context>
        <name>AlertHistory</name>
        <message>
            <source>Last alerts</source>
            <translation>Dernières alertes</translation>
        </message>
        <message>
            <source>Alert and articles</source>
            <translation>Alerte et articles</translation>
        </message>
        <message>
            <source>Mentions</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Quand</translation>
        </message>
        <message numerus="yes">
            <source>{name}, %n mention(s), {when}</source>
            <translation>
                <numerusform>{name}, %n mention, {when}</numerusform>
                <numerusform>{name}, %n mentions, {when}</numerusform>
            </translation>
        </message>
        <message>
            <source>{when}, waits</source>
            <translation>{when}, en attente</translation>
        </message>
        <message>
            <source>{said}: told when quiet hours end</source>
            <translation>{said} : sera signalée à la fin des heures calmes</translation>
        </message>
        <message>
            <source>Without a title</source>
            <translation>Sans titre</translation>
        </message>
        <message>
            <source>These articles were cleared away since.</source>
            <translation>Ces articles ont été effacés depuis.</translation>
        </message>
    </context>
    <context>
        <name>AlertsDialog</name>
        <message>
            <source>Alerts</source>
            <translation>Alertes</translation>
        </message>
        <message>
            <source>New alert</source>
            <translation>Nouvelle alerte</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>What is noticed meanwhile is told afterwards, in one notice.</source>
            <translation>Ce qui est remarqué entre-temps est signalé ensuite, en un seul avis.</translation>
        </message>
        <message>
            <source>What to show</source>
            <translation>Ce qui s’affiche</translation>
        </message>
        <message>
            <source>What is listened for</source>
            <translation>Ce qui est guetté</translation>
        </message>
        <message>
            <source>Last alerts</source>
            <translation>Dernières alertes</translation>
        </message>
        <message>
            <source>What is checked is told by a notice and, while you work elsewhere, by a message.</source>
            <translation>Ce qui est coché est signalé par un avis et, quand vous travaillez ailleurs, par un message.</translation>
        </message>
        <message>
            <source>Each alert is told once. Choose an article to read it.</source>
            <translation>Chaque alerte est signalée une seule fois. Choisissez un article pour le lire.</translation>
        </message>
        <message>
            <source>No alert was told yet</source>
            <translation>Aucune alerte pour l’instant</translation>
        </message>
        <message>
            <source>What is told stays listed here with its articles, so that nothing is missed.</source>
            <translation>Ce qui est signalé reste ici avec ses articles, pour que rien ne vous échappe.</translation>
        </message>
        <message>
            <source>“{name}” listens to nothing yet: write words, or choose lists.</source>
            <translation>« {name} » ne guette encore rien : écrivez des mots ou choisissez des listes.</translation>
        </message>
        <message>
            <source>No alert yet. An alert tells when much, or something bad, is said.</source>
            <translation>Aucune alerte pour l’instant. Une alerte prévient quand on parle beaucoup, ou en mal.</translation>
        </message>
    </context>
    <context>
        <name>AltEditor</name>
        <message>
            <source>Alternative text</source>
            <translation>Texte alternatif</translation>
        </message>
        <message>
            <source>What does the picture show, and why does it matter?</source>
            <translation>Que montre l’image, et pourquoi est-ce important ?</translation>
        </message>
        <message>
            <source>Decorative: it says nothing by itself</source>
            <translation>Décorative : elle ne dit rien par elle-même</translation>
        </message>
        <message>
            <source>New posts start from this text; posts that show the picture already keep theirs.</source>
            <translation>Les nouveaux posts partent de ce texte ; ceux qui montrent déjà l’image gardent le leur.</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Enregistré</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Pas encore enregistré</translation>
        </message>
    </context>
    <context>
        <name>AltTextDialog</name>
        <message>
            <source>Alternative text</source>
            <translation>Texte alternatif</translation>
        </message>
        <message>
            <source>A nurse welcomes a visitor at the front desk</source>
            <translation>Une infirmière accueille une visiteuse à l’accueil</translation>
        </message>
        <message>
            <source>Decorative: the picture adds nothing to the text</source>
            <translation>Décorative : l’image n’ajoute rien au texte</translation>
        </message>
        <message>
            <source>Say in one or two sentences what the picture shows and why it is there.</source>
            <translation>Dites en une ou deux phrases ce que l’image montre, et pourquoi elle est là.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Garder</translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n caractère</numerusform>
                <numerusform>%n caractères</numerusform>
            </translation>
        </message>
        <message>
            <source>{length} of {limit} on {account}</source>
            <translation>{length} sur {limit} pour {account}</translation>
        </message>
    </context>
    <context>
        <name>AnswerForm</name>
        <message>
            <source>Answer</source>
            <translation>Avis</translation>
        </message>
        <message>
            <source>This opinion helps you choose. It is not the medical validation of a post.</source>
            <translation>Cet avis aide à choisir. Il ne vaut pas validation médicale d’une publication.</translation>
        </message>
        <message>
            <source>What the physician says</source>
            <translation>Ce que dit le médecin</translation>
        </message>
        <message>
            <source>What does the physician say?</source>
            <translation>Que dit le médecin ?</translation>
        </message>
        <message>
            <source>Answered &amp;by</source>
            <translation>&amp;Avis de</translation>
        </message>
        <message>
            <source>Physician who answered</source>
            <translation>Médecin qui a répondu</translation>
        </message>
        <message>
            <source>name of the physician</source>
            <translation>nom du médecin</translation>
        </message>
        <message>
            <source>Choose one of the three opinions.</source>
            <translation>Choisissez l’un des trois avis.</translation>
        </message>
        <message>
            <source>Say who answered.</source>
            <translation>Indiquez qui a répondu.</translation>
        </message>
        <message>
            <source>Write what the physician says.</source>
            <translation>Écrivez ce que dit le médecin.</translation>
        </message>
    </context>
    <context>
        <name>ArticlePage</name>
        <message>
            <source>Open the article</source>
            <translation>Ouvrir l’article</translation>
        </message>
        <message>
            <source>The same news elsewhere</source>
            <translation>La même nouvelle ailleurs</translation>
        </message>
    </context>
    <context>
        <name>ArticleView</name>
        <message>
            <source>Article</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>not loaded</source>
            <translation>non chargée</translation>
        </message>
    </context>
    <context>
        <name>AskDialog</name>
        <message>
            <source>Ask for an opinion</source>
            <translation>Demander un avis</translation>
        </message>
        <message>
            <source>Change the request</source>
            <translation>Modifier la demande</translation>
        </message>
        <message>
            <source>Question for the physician</source>
            <translation>Question au médecin</translation>
        </message>
        <message>
            <source>What do you want to know? You may leave this empty.</source>
            <translation>Que voulez-vous savoir ? Ce champ peut rester vide.</translation>
        </message>
        <message>
            <source>Physician who is asked</source>
            <translation>Médecin consulté</translation>
        </message>
        <message>
            <source>any physician</source>
            <translation>tout médecin</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Demander</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>A request about this news waits already. What you change here replaces it.</source>
            <translation>Une demande sur cette nouvelle attend déjà. Ce que vous modifiez ici la remplace.</translation>
        </message>
        <message>
            <source>&amp;Question</source>
            <translation>&amp;Question</translation>
        </message>
        <message>
            <source>&amp;Physician</source>
            <translation>&amp;Médecin</translation>
        </message>
        <message>
            <source>The request waits on the expert board, on this computer: nothing is sent. There you can copy it for an e-mail and write the answer down.</source>
            <translation>La demande attend parmi les avis des médecins, sur cet ordinateur : rien n’est envoyé. Vous pourrez l’y copier pour un courriel et y consigner l’avis.</translation>
        </message>
    </context>
    <context>
        <name>Asking</name>
        <message>
            <source>Opinion asked for</source>
            <translation>Avis demandé</translation>
        </message>
        <message>
            <source>Request changed</source>
            <translation>Demande modifiée</translation>
        </message>
    </context>
    <context>
        <name>BalanceBar</name>
        <message>
            <source>Editorial lines</source>
            <translation>Lignes éditoriales</translation>
        </message>
        <message>
            <source>Without a line</source>
            <translation>Sans ligne</translation>
        </message>
        <message>
            <source>{figure}%</source>
            <comment>a share in per cent</comment>
            <translation>{figure} %</translation>
        </message>
        <message>
            <source>{share} (wished {wished})</source>
            <translation>{share} (souhaité {wished})</translation>
        </message>
    </context>
    <context>
        <name>BarChart</name>
        <message>
            <source>Detail</source>
            <translation>Précision</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>no figure</source>
            <translation>aucun chiffre</translation>
        </message>
    </context>
    <context>
        <name>BetweenAccountsDialog</name>
        <message>
            <source>Another account</source>
            <translation>Un autre compte</translation>
        </message>
        <message>
            <source>Publish on {account} instead?</source>
            <translation>Publier plutôt sur {account} ?</translation>
        </message>
        <message>
            <source>“{title}” would leave on {account}, with the text that this account has of its own.</source>
            <translation>« {title} » partirait sur {account}, avec le texte propre à ce compte.</translation>
        </message>
        <message>
            <source>Instead of</source>
            <translation>À la place de</translation>
        </message>
        <message>
            <source>Instead of {account}</source>
            <translation>À la place de {account}</translation>
        </message>
        <message>
            <source>Leave it as it is</source>
            <translation>Ne rien changer</translation>
        </message>
        <message>
            <source>Change the account</source>
            <translation>Changer de compte</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <source>No request waits. In the watch, M asks for an opinion.</source>
            <translation>Aucune demande n’attend. Dans la veille, la touche M demande un avis.</translation>
        </message>
        <message>
            <source>Answered in the last 90 days</source>
            <translation>Avis rendus depuis 90 jours</translation>
        </message>
        <message>
            <source>Answers that you write down stay here, with their date.</source>
            <translation>Les avis que vous consignez restent ici, avec leur date.</translation>
        </message>
        <message>
            <source>Waits {since}</source>
            <translation>Attend {since}</translation>
        </message>
        <message>
            <source>With reservations, or not said</source>
            <translation>Avec réserves, ou sans avis net</translation>
        </message>
        <message>
            <source>Favourable</source>
            <translation>Favorable</translation>
        </message>
        <message>
            <source>Not favourable</source>
            <translation>Défavorable</translation>
        </message>
        <message>
            <source>since {time}</source>
            <translation>depuis {time}</translation>
        </message>
        <message>
            <source>since yesterday</source>
            <translation>depuis hier</translation>
        </message>
        <message numerus="yes">
            <source>for %n day(s)</source>
            <translation>
                <numerusform>depuis %n jour</numerusform>
                <numerusform>depuis %n jours</numerusform>
            </translation>
        </message>
        <message>
            <source>any physician</source>
            <translation>tout médecin</translation>
        </message>
        <message>
            <source>Asked by {who}, {when}</source>
            <translation>Demandé par {who}, {when}</translation>
        </message>
        <message>
            <source>Asked {when}</source>
            <translation>Demande du {when}</translation>
        </message>
    </context>
    <context>
        <name>BoardDeeds</name>
        <message>
            <source>Answer corrected</source>
            <translation>Avis corrigé</translation>
        </message>
        <message>
            <source>Answer written down</source>
            <translation>Avis consigné</translation>
        </message>
        <message>
            <source>Request taken back</source>
            <translation>Demande retirée</translation>
        </message>
        <message>
            <source>This request was answered or taken back meanwhile.</source>
            <translation>Entre-temps, cette demande a reçu un avis ou a été retirée.</translation>
        </message>
        <message>
            <source>Copied: paste it into an e-mail to the physician.</source>
            <translation>Copié : collez-le dans un courriel au médecin.</translation>
        </message>
    </context>
    <context>
        <name>BoardDelegate</name>
        <message>
            <source>Answer begun</source>
            <translation>Réponse commencée</translation>
        </message>
    </context>
    <context>
        <name>BoardList</name>
        <message>
            <source>Requests for an opinion</source>
            <translation>Demandes d’avis</translation>
        </message>
    </context>
    <context>
        <name>BoardMail</name>
        <message>
            <source>Hello,</source>
            <translation>Bonjour,</translation>
        </message>
        <message>
            <source>Hello {name},</source>
            <translation>Bonjour {name},</translation>
        </message>
        <message>
            <source>May I have your opinion on this article, before we choose?</source>
            <translation>Pourriez-vous me donner votre avis sur cet article, avant que nous décidions d’en parler ou non ?</translation>
        </message>
        <message>
            <source>Question: {question}</source>
            <translation>Question : {question}</translation>
        </message>
        <message>
            <source>A few words are enough: favourable, with reservations or not favourable, and why. A post that comes of it would still be submitted to you for validation.</source>
            <translation>Quelques mots suffisent : favorable, avec réserves ou défavorable, et pourquoi. Une publication qui en serait tirée vous serait encore soumise pour validation.</translation>
        </message>
        <message>
            <source>Thank you.</source>
            <translation>Merci beaucoup.</translation>
        </message>
    </context>
    <context>
        <name>BoardModel</name>
        <message>
            <source>answer begun</source>
            <translation>réponse commencée</translation>
        </message>
    </context>
    <context>
        <name>BoardPage</name>
        <message>
            <source>Expert board</source>
            <translation>Avis des médecins</translation>
        </message>
        <message>
            <source>Back to the watch (Esc)</source>
            <translation>Revenir à la veille (Échap)</translation>
        </message>
        <message>
            <source>Copy for an e-mail</source>
            <translation>Copier pour un courriel</translation>
        </message>
        <message>
            <source>Take back the request</source>
            <translation>Retirer la demande</translation>
        </message>
        <message>
            <source>Put it back</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Write the answer down</source>
            <translation>Consigner l’avis</translation>
        </message>
        <message>
            <source>No opinion is asked for</source>
            <translation>Aucun avis n’est demandé</translation>
        </message>
        <message>
            <source>When a medical article is doubtful, ask a physician before you relay it: choose the story in the watch and press M. The request waits here, and so does the answer.</source>
            <translation>Quand un article médical laisse un doute, demandez l’avis d’un médecin avant de le relayer : choisissez le sujet dans la veille et appuyez sur M. La demande attend ici, et l’avis y reste.</translation>
        </message>
        <message>
            <source>Correct the answer</source>
            <translation>Corriger l’avis</translation>
        </message>
        <message>
            <source>Kept, but not written down yet.</source>
            <translation>Conservé, mais pas encore consigné.</translation>
        </message>
        <message>
            <source>Nothing has changed.</source>
            <translation>Rien n’a changé.</translation>
        </message>
    </context>
    <context>
        <name>BrowserCard</name>
        <message>
            <source>Waiting for your answer in the browser…</source>
            <translation>Réponse attendue dans le navigateur…</translation>
        </message>
        <message>
            <source>Stop waiting</source>
            <translation>Ne plus attendre</translation>
        </message>
        <message>
            <source>Copy the address</source>
            <translation>Copier l’adresse</translation>
        </message>
        <message>
            <source>No browser opened. Copy the address and open it yourself; this page keeps waiting.</source>
            <translation>Aucun navigateur ne s’est ouvert. Copiez l’adresse et ouvrez-la vous-même ; cette page continue d’attendre.</translation>
        </message>
    </context>
    <context>
        <name>BrowserSignIn</name>
        <message>
            <source>You are signed in. You can close this page and go back to CM Station.</source>
            <translation>Vous êtes connecté. Vous pouvez fermer cette page et revenir à CM Station.</translation>
        </message>
        <message>
            <source>Access was refused. You can close this page and go back to CM Station.</source>
            <translation>L’accès a été refusé. Vous pouvez fermer cette page et revenir à CM Station.</translation>
        </message>
        <message>
            <source>This page does not belong to the sign-in under way. You can close it.</source>
            <translation>Cette page n’appartient pas à la connexion en cours. Vous pouvez la fermer.</translation>
        </message>
    </context>
    <context>
        <name>Calendar</name>
        <message>
            <source>Untitled</source>
            <translation>Sans titre</translation>
        </message>
        <message>
            <source>{item}, continued</source>
            <translation>{item}, suite</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) without a publication</source>
            <translation>
                <numerusform>%n jour sans publication</numerusform>
                <numerusform>%n jours sans publication</numerusform>
            </translation>
        </message>
        <message>
            <source>Week {number}</source>
            <translation>Semaine {number}</translation>
        </message>
        <message>
            <source>Weeks {first} – {last}</source>
            <translation>Semaines {first} – {last}</translation>
        </message>
        <message>
            <source>{day}, today</source>
            <translation>{day}, aujourd’hui</translation>
        </message>
        <message>
            <source>{day}: {name}</source>
            <translation>{day} : {name}</translation>
        </message>
        <message>
            <source>{first} to {last}, {items}</source>
            <translation>{first} – {last}, {items}</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n élément</numerusform>
                <numerusform>%n éléments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n post(s)</source>
            <translation>
                <numerusform>%n post</numerusform>
                <numerusform>%n posts</numerusform>
            </translation>
        </message>
        <message>
            <source>Clocks go back</source>
            <translation>Heure d’hiver</translation>
        </message>
        <message>
            <source>Clocks go forward</source>
            <translation>Heure d’été</translation>
        </message>
        <message numerus="yes">
            <source>%n published</source>
            <translation>
                <numerusform>%n publié</numerusform>
                <numerusform>%n publiés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scheduled</source>
            <translation>
                <numerusform>%n planifié</numerusform>
                <numerusform>%n planifiés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%n à vérifier</numerusform>
                <numerusform>%n à vérifier</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n événement</numerusform>
                <numerusform>%n événements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+ %n other(s)</source>
            <translation>
                <numerusform>+ %n autre</numerusform>
                <numerusform>+ %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>Continued</source>
            <translation>Suite</translation>
        </message>
        <message>
            <source>All day</source>
            <translation>Journée</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Without a publication</source>
            <translation>Sans publication</translation>
        </message>
        <message>
            <source>Planned on the network itself</source>
            <translation>Planifié sur le réseau lui-même</translation>
        </message>
        <message>
            <source>{kind}, done</source>
            <translation>{kind}, fait</translation>
        </message>
        <message>
            <source>{state}, kept by the network</source>
            <translation>{state}, gardé par le réseau</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Événement</translation>
        </message>
        <message>
            <source>Press release</source>
            <translation>Communiqué de presse</translation>
        </message>
        <message>
            <source>Shooting</source>
            <translation>Tournage</translation>
        </message>
        <message>
            <source>Print deadline</source>
            <translation>Bouclage d’impression</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tâche</translation>
        </message>
        <message>
            <source>Quiet day</source>
            <translation>Jour de silence</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <source>It has left, or is leaving: it stays where it is.</source>
            <translation>C’est parti, ou en train de partir : il reste où il est.</translation>
        </message>
        <message>
            <source>Without a campaign</source>
            <translation>Sans campagne</translation>
        </message>
        <message>
            <source>Without an account</source>
            <translation>Sans compte</translation>
        </message>
        <message>
            <source>Nothing in these weeks</source>
            <translation>Rien sur ces semaines</translation>
        </message>
        <message>
            <source>“{title}”</source>
            <translation>« {title} »</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) stayed where they were.</source>
            <translation>
                <numerusform>%n élément est resté à sa place.</numerusform>
                <numerusform>%n éléments sont restés à leur place.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{titles} stayed.</source>
            <translation>
                <numerusform>{titles} est resté à sa place.</numerusform>
                <numerusform>{titles} sont restés à leur place.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{titles} and %n more stayed.</source>
            <translation>
                <numerusform>{titles} et %n autre sont restés à leur place.</numerusform>
                <numerusform>{titles} et %n autres sont restés à leur place.</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} (to confirm)</source>
            <translation>{name} (à confirmer)</translation>
        </message>
        <message>
            <source>{days}, to confirm</source>
            <translation>{days}, à confirmer</translation>
        </message>
        <message>
            <source>{name}, until {day}</source>
            <translation>{name}, jusqu’au {day}</translation>
        </message>
        <message>
            <source>{health_day}?</source>
            <translation>{health_day} ?</translation>
        </message>
        <message>
            <source>{name} (public holiday)</source>
            <translation>{name} (jour férié)</translation>
        </message>
        <message>
            <source>{name} (school holidays)</source>
            <translation>{name} (vacances scolaires)</translation>
        </message>
        <message>
            <source>Week {number}, {days}</source>
            <translation>Semaine {number}, {days}</translation>
        </message>
        <message>
            <source>{day} {year}</source>
            <translation>{day} {year}</translation>
        </message>
        <message>
            <source>{day} {month} {year}</source>
            <translation>{day} {month} {year}</translation>
        </message>
    </context>
    <context>
        <name>CalendarView</name>
        <message>
            <source>Look at the empty calendar</source>
            <translation>Regarder le calendrier vide</translation>
        </message>
        <message>
            <source>The month at a glance</source>
            <translation>Le mois d’un coup d’œil</translation>
        </message>
        <message>
            <source>What you plan and what is published will stand here, day by day, on every network at once. It starts with a first post.</source>
            <translation>Ce que vous prévoyez et ce qui est publié s’affichera ici, jour par jour, tous réseaux réunis. Tout commence par un premier post.</translation>
        </message>
        <message>
            <source>Write a post</source>
            <translation>Écrire un post</translation>
        </message>
    </context>
    <context>
        <name>CampaignLinkFields</name>
        <message>
            <source>Mark links to the clinic’s own site for campaigns</source>
            <translation>Baliser les liens vers le site de la clinique</translation>
        </message>
        <message>
            <source>Your site’s statistics then tell which network and which campaign brought a visitor.</source>
            <translation>Les statistiques du site disent alors quel réseau et quelle campagne ont amené un visiteur.</translation>
        </message>
        <message>
            <source>Posts that wait for their hour get the marks too; the text stays as you wrote it.</source>
            <translation>Les publications qui attendent leur heure les reçoivent aussi ; le texte reste tel que vous l’avez écrit.</translation>
        </message>
        <message>
            <source>maternite.example, rdv.example</source>
            <translation>maternite.example, rdv.example</translation>
        </message>
        <message>
            <source>“{word}” is not the address of a site: write it like maternite.example.</source>
            <translation>« {word} » n’est pas l’adresse d’un site : écrivez-la comme maternite.example.</translation>
        </message>
        <message>
            <source>Known already: {sites}.</source>
            <translation>Déjà connus : {sites}.</translation>
        </message>
        <message>
            <source>Name the clinic’s site here: no account publishes on it yet.</source>
            <translation>Indiquez ici le site de la clinique : aucun compte n’y publie encore.</translation>
        </message>
        <message>
            <source>Addresses with a comma between them.</source>
            <translation>Des adresses séparées par des virgules.</translation>
        </message>
    </context>
    <context>
        <name>CampaignMarks</name>
        <message>
            <source>Links to {sites} carry campaign marks.</source>
            <translation>Les liens vers {sites} portent des balises de campagne.</translation>
        </message>
    </context>
    <context>
        <name>CannotOpen</name>
        <message>
            <source>Perhaps a disk was not plugged in, or another program held the file.</source>
            <translation>Un disque n’était peut-être pas branché, ou un autre programme tenait le fichier.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Ouvrir le dossier</translation>
        </message>
        <message>
            <source>Your posts, your pictures and the daily copies.</source>
            <translation>Vos posts, vos photos et les copies quotidiennes.</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Nothing was changed; the next start tries again.</source>
            <translation>Rien n’a été modifié ; le prochain démarrage réessaiera.</translation>
        </message>
        <message>
            <source>Taking the copy back…</source>
            <translation>Reprise de la copie…</translation>
        </message>
        <message>
            <source>The newest daily copy is sound. The damaged file is kept beside it, and whatever was due since then asks you before it leaves.</source>
            <translation>La dernière copie quotidienne est saine. Le fichier endommagé est gardé à côté, et tout ce qui devait partir depuis vous demandera avant de partir.</translation>
        </message>
        <message>
            <source>It was left as it is, and no sound daily copy was found in “backups”. Ask for help.</source>
            <translation>Il a été laissé tel quel, et aucune copie quotidienne saine n’a été trouvée dans « backups ». Demandez de l’aide.</translation>
        </message>
        <message>
            <source>Go back to the copy of {when}</source>
            <translation>Reprendre la copie du {when}</translation>
        </message>
    </context>
    <context>
        <name>ChapterHeading</name>
        <message>
            <source>Move the theme up</source>
            <translation>Monter le thème</translation>
        </message>
        <message>
            <source>Move the theme down</source>
            <translation>Descendre le thème</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>No figures yet</source>
            <translation>Pas encore de chiffres</translation>
        </message>
    </context>
    <context>
        <name>ChartCard</name>
        <message>
            <source>Table</source>
            <translation>Tableau</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Détails</translation>
        </message>
        <message>
            <source>Picture (PNG)…</source>
            <translation>Image (PNG)…</translation>
        </message>
        <message>
            <source>Figures (CSV)…</source>
            <translation>Chiffres (CSV)…</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>Graphique</translation>
        </message>
        <message>
            <source>PNG picture (*.png)</source>
            <translation>Image PNG (*.png)</translation>
        </message>
        <message>
            <source>CSV table (*.csv)</source>
            <translation>Tableau CSV (*.csv)</translation>
        </message>
        <message>
            <source>chart</source>
            <translation>graphique</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exporter</translation>
        </message>
    </context>
    <context>
        <name>ChartFiles</name>
        <message>
            <source>Chart written to {name}</source>
            <translation>Graphique enregistré dans {name}</translation>
        </message>
    </context>
    <context>
        <name>Charts</name>
        <message>
            <source>{figure} bn</source>
            <comment>billions</comment>
            <translation>{figure} Md</translation>
        </message>
        <message>
            <source>{figure} M</source>
            <comment>millions</comment>
            <translation>{figure} M</translation>
        </message>
        <message>
            <source>{figure}%</source>
            <comment>a share in per cent</comment>
            <translation>{figure} %</translation>
        </message>
        <message>
            <source>{hour}:00</source>
            <comment>an hour of the day</comment>
            <translation>{hour} h</translation>
        </message>
    </context>
    <context>
        <name>CheckCard</name>
        <message>
            <source>To do:</source>
            <translation>À faire :</translation>
        </message>
        <message>
            <source>Text to copy</source>
            <translation>Texte à copier</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Prepare the message for the host</source>
            <translation>Préparer le message pour l’hébergeur</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copié</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>Checking the connection…</source>
            <translation>Vérification de la connexion…</translation>
        </message>
        <message>
            <source>The check could not begin</source>
            <translation>La vérification n’a pas pu commencer</translation>
        </message>
        <message>
            <source>This is another account</source>
            <translation>C’est un autre compte</translation>
        </message>
        <message>
            <source>You signed in as {found}; this account is {expected}. Go back and sign in as {expected}.</source>
            <translation>Vous vous êtes connecté en tant que {found} ; ce compte est {expected}. Revenez en arrière et connectez-vous en tant que {expected}.</translation>
        </message>
        <message>
            <source>This account is connected already</source>
            <translation>Ce compte est déjà branché</translation>
        </message>
        <message>
            <source>It is called “{name}” here; a second one would publish each post twice. Close this window and choose it in the list of accounts.</source>
            <translation>Il s’appelle ici « {name} » ; un second publierait chaque post deux fois. Fermez cette fenêtre et choisissez-le dans la liste des comptes.</translation>
        </message>
        <message>
            <source>Being tried, step by step; it takes a few seconds.</source>
            <translation>Essai en cours, étape par étape ; cela prend quelques secondes.</translation>
        </message>
    </context>
    <context>
        <name>CheckRow</name>
        <message>
            <source>To mend</source>
            <translation>À corriger</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>À regarder</translation>
        </message>
        <message>
            <source>In order</source>
            <translation>En règle</translation>
        </message>
        <message>
            <source>being tried…</source>
            <translation>essai en cours…</translation>
        </message>
    </context>
    <context>
        <name>CheckSteps</name>
        <message>
            <source>Address reached over a secure line</source>
            <translation>Adresse joignable en https</translation>
        </message>
        <message>
            <source>WordPress interface found</source>
            <translation>Interface WordPress trouvée</translation>
        </message>
        <message>
            <source>Application passwords allowed</source>
            <translation>Mots de passe d’application permis</translation>
        </message>
        <message>
            <source>Password accepted</source>
            <translation>Mot de passe accepté</translation>
        </message>
        <message>
            <source>Right to publish and to add pictures</source>
            <translation>Droit de publier et d’ajouter des photos</translation>
        </message>
        <message>
            <source>Trial post, kept private, then erased</source>
            <translation>Post d’essai, resté privé puis effacé</translation>
        </message>
        <message>
            <source>Mastodon server recognised</source>
            <translation>Serveur Mastodon reconnu</translation>
        </message>
        <message>
            <source>Permission accepted</source>
            <translation>Autorisation acceptée</translation>
        </message>
        <message>
            <source>Permission wide enough to publish</source>
            <translation>Autorisation suffisante pour publier</translation>
        </message>
        <message>
            <source>Limits of the server read</source>
            <translation>Limites du serveur lues</translation>
        </message>
        <message>
            <source>Account name found</source>
            <translation>Nom du compte trouvé</translation>
        </message>
        <message>
            <source>No second proof asked for</source>
            <translation>Pas de seconde preuve demandée</translation>
        </message>
        <message>
            <source>Account open</source>
            <translation>Compte ouvert</translation>
        </message>
        <message>
            <source>Rehearsal account: it publishes nowhere</source>
            <translation>Compte de répétition : il ne publie nulle part</translation>
        </message>
        <message>
            <source>The web host removes the “Authorization” header. Your password is not the cause.</source>
            <translation>L’hébergeur retire l’en-tête « Authorization ». Votre mot de passe n’est pas en cause.</translation>
        </message>
        <message>
            <source>Check the line of this computer, then try again.</source>
            <translation>Vérifiez la connexion de cet ordinateur, puis réessayez.</translation>
        </message>
        <message>
            <source>Wait a few minutes, then try again.</source>
            <translation>Attendez quelques minutes, puis réessayez.</translation>
        </message>
        <message>
            <source>Check the spelling, then try again.</source>
            <translation>Vérifiez l’orthographe, puis réessayez.</translation>
        </message>
        <message>
            <source>Ask the person who looks after the site.</source>
            <translation>Adressez-vous à la personne qui s’occupe du site.</translation>
        </message>
        <message>
            <source>No server has this name.</source>
            <translation>Aucun serveur ne porte ce nom.</translation>
        </message>
        <message>
            <source>A letter may be wrong or missing.</source>
            <translation>Une lettre est peut-être fausse ou oubliée.</translation>
        </message>
        <message>
            <source>This computer is off line.</source>
            <translation>Cet ordinateur est hors ligne.</translation>
        </message>
        <message>
            <source>The server takes no calls at the moment.</source>
            <translation>Le serveur ne prend pas d’appels pour l’instant.</translation>
        </message>
        <message>
            <source>No way leads to this server at the moment.</source>
            <translation>Aucun chemin ne mène à ce serveur pour l’instant.</translation>
        </message>
        <message>
            <source>The server did not pick up in time.</source>
            <translation>Le serveur n’a pas décroché à temps.</translation>
        </message>
        <message>
            <source>The server picked up, then said nothing.</source>
            <translation>Le serveur a décroché, puis s’est tu.</translation>
        </message>
        <message>
            <source>The line was cut in the middle.</source>
            <translation>La connexion a été coupée en route.</translation>
        </message>
        <message>
            <source>The answer was longer than any real one.</source>
            <translation>La réponse était plus longue que toute réponse normale.</translation>
        </message>
        <message>
            <source>The server sends from one address to the next without end.</source>
            <translation>Le serveur renvoie sans fin d’une adresse à l’autre.</translation>
        </message>
        <message>
            <source>This address leads to another server.</source>
            <translation>Cette adresse mène à un autre serveur.</translation>
        </message>
        <message>
            <source>Open it in a browser, and take the address that you see at the end.</source>
            <translation>Ouvrez-la dans un navigateur et reprenez l’adresse affichée à l’arrivée.</translation>
        </message>
        <message>
            <source>The server has moved to another address.</source>
            <translation>Le serveur a changé d’adresse.</translation>
        </message>
        <message>
            <source>The certificate of the server is not valid.</source>
            <translation>Le certificat du serveur n’est pas valable.</translation>
        </message>
        <message>
            <source>Nothing was sent, so that nobody can listen.</source>
            <translation>Rien n’a été envoyé, pour que personne ne puisse écouter.</translation>
        </message>
        <message>
            <source>No secure line could be opened.</source>
            <translation>Aucune connexion sécurisée n’a pu s’ouvrir.</translation>
        </message>
        <message>
            <source>The proxy of the clinic does not let this call through.</source>
            <translation>Le proxy de la clinique ne laisse pas passer cet appel.</translation>
        </message>
        <message>
            <source>Ask the computer service to allow this address.</source>
            <translation>Demandez au service informatique d’autoriser cette adresse.</translation>
        </message>
        <message>
            <source>The server answers with a fault of its own.</source>
            <translation>Le serveur répond par une erreur de son côté.</translation>
        </message>
        <message>
            <source>The server asks to wait: too many tries in a short time.</source>
            <translation>Le serveur demande d’attendre : trop d’essais en peu de temps.</translation>
        </message>
        <message>
            <source>This address is not secure.</source>
            <translation>Cette adresse n’est pas sécurisée.</translation>
        </message>
        <message>
            <source>Write it with https in front; nothing was sent.</source>
            <translation>Écrivez-la avec https devant ; rien n’a été envoyé.</translation>
        </message>
        <message>
            <source>Nothing of this kind answers at this address.</source>
            <translation>Rien de tel ne répond à cette adresse.</translation>
        </message>
        <message>
            <source>The answer is not what this network says.</source>
            <translation>La réponse n’est pas celle de ce réseau.</translation>
        </message>
        <message>
            <source>Open the address in a browser to see what answers.</source>
            <translation>Ouvrez l’adresse dans un navigateur pour voir ce qui répond.</translation>
        </message>
        <message>
            <source>A Wi-Fi sign-in page or a filter may stand in between.</source>
            <translation>Une page de connexion Wi-Fi ou un filtre s’interpose peut-être.</translation>
        </message>
        <message>
            <source>The server does not say.</source>
            <translation>Le serveur ne le dit pas.</translation>
        </message>
        <message>
            <source>Nothing to do: the usual rules are used.</source>
            <translation>Rien à faire : les règles habituelles s’appliquent.</translation>
        </message>
        <message>
            <source>The sign-in is refused.</source>
            <translation>La connexion est refusée.</translation>
        </message>
        <message>
            <source>Sign in again with a new password or permission.</source>
            <translation>Connectez-vous avec un nouveau mot de passe ou une nouvelle autorisation.</translation>
        </message>
        <message>
            <source>The network asks for a second proof.</source>
            <translation>Le réseau demande une seconde preuve.</translation>
        </message>
        <message>
            <source>Make an app password in the settings of the network, and use that one.</source>
            <translation>Créez un mot de passe d’application dans les réglages du réseau et utilisez celui-là.</translation>
        </message>
        <message>
            <source>The account is well protected; its usual password is not enough here.</source>
            <translation>Le compte est bien protégé ; son mot de passe habituel ne suffit pas ici.</translation>
        </message>
        <message>
            <source>No password was given.</source>
            <translation>Aucun mot de passe n’a été donné.</translation>
        </message>
        <message>
            <source>Go back one step and give it.</source>
            <translation>Revenez une étape en arrière et donnez-le.</translation>
        </message>
        <message>
            <source>The network has closed or suspended this account.</source>
            <translation>Le réseau a fermé ou suspendu ce compte.</translation>
        </message>
        <message>
            <source>Sign in on the network’s own site to see why.</source>
            <translation>Connectez-vous sur le site du réseau pour savoir pourquoi.</translation>
        </message>
        <message>
            <source>This account may not publish.</source>
            <translation>Ce compte n’a pas le droit de publier.</translation>
        </message>
        <message>
            <source>Ask the person who runs the account for the right to publish.</source>
            <translation>Demandez le droit de publier à la personne qui gère le compte.</translation>
        </message>
        <message>
            <source>The network does not accept this name with this password.</source>
            <translation>Le réseau n’accepte pas ce nom avec ce mot de passe.</translation>
        </message>
        <message>
            <source>Copy the app password once more, or make a new one.</source>
            <translation>Recopiez le mot de passe d’application, ou créez-en un nouveau.</translation>
        </message>
        <message>
            <source>WordPress does not accept this password.</source>
            <translation>WordPress n’accepte pas ce mot de passe.</translation>
        </message>
        <message>
            <source>Make a new application password in your WordPress profile.</source>
            <translation>Créez un nouveau mot de passe d’application dans votre profil WordPress.</translation>
        </message>
        <message>
            <source>It may have been revoked, or belong to another person.</source>
            <translation>Il a peut-être été révoqué, ou appartient à une autre personne.</translation>
        </message>
        <message>
            <source>WordPress does not know this person.</source>
            <translation>WordPress ne connaît pas cette personne.</translation>
        </message>
        <message>
            <source>Use the name that stands in your WordPress profile.</source>
            <translation>Utilisez l’identifiant de votre profil WordPress.</translation>
        </message>
        <message>
            <source>The site answers, but not its WordPress interface.</source>
            <translation>Le site répond, mais pas son interface WordPress.</translation>
        </message>
        <message>
            <source>Ask the person who looks after the site to open the REST interface.</source>
            <translation>Demandez à la personne qui s’occupe du site d’ouvrir l’interface REST.</translation>
        </message>
        <message>
            <source>A security extension often closes it.</source>
            <translation>Une extension de sécurité la ferme souvent.</translation>
        </message>
        <message>
            <source>The site keeps its WordPress interface closed.</source>
            <translation>Le site garde son interface WordPress fermée.</translation>
        </message>
        <message>
            <source>A part of the site’s WordPress interface is missing.</source>
            <translation>Une partie de l’interface WordPress du site manque.</translation>
        </message>
        <message>
            <source>The password does not reach WordPress.</source>
            <translation>Le mot de passe n’arrive pas jusqu’à WordPress.</translation>
        </message>
        <message>
            <source>Have this line put at the top of the site’s .htaccess file.</source>
            <translation>Faites ajouter cette ligne en tête du fichier .htaccess du site.</translation>
        </message>
        <message>
            <source>Either the password is wrong, or it does not reach WordPress.</source>
            <translation>Soit le mot de passe est faux, soit il n’arrive pas jusqu’à WordPress.</translation>
        </message>
        <message>
            <source>Copy the password once more; if that does not help, hand this line to the web host.</source>
            <translation>Recopiez le mot de passe ; si cela ne suffit pas, transmettez cette ligne à l’hébergeur.</translation>
        </message>
        <message>
            <source>The site does not let us tell one from the other.</source>
            <translation>Le site ne permet pas de distinguer les deux.</translation>
        </message>
        <message>
            <source>This is not an application password.</source>
            <translation>Ce n’est pas un mot de passe d’application.</translation>
        </message>
        <message>
            <source>Make one in your WordPress profile: six groups of four letters and figures.</source>
            <translation>Créez-en un dans votre profil WordPress : six groupes de quatre lettres et chiffres.</translation>
        </message>
        <message>
            <source>The password that opens WordPress in a browser is not accepted here.</source>
            <translation>Le mot de passe qui ouvre WordPress dans un navigateur n’est pas accepté ici.</translation>
        </message>
        <message>
            <source>The site does not allow application passwords.</source>
            <translation>Le site ne permet pas les mots de passe d’application.</translation>
        </message>
        <message>
            <source>Ask the person who looks after the site to allow them.</source>
            <translation>Demandez à la personne qui s’occupe du site de les permettre.</translation>
        </message>
        <message>
            <source>A security extension often switches them off.</source>
            <translation>Une extension de sécurité les désactive souvent.</translation>
        </message>
        <message>
            <source>This person may write on the site, but not publish.</source>
            <translation>Cette personne peut écrire sur le site, mais pas publier.</translation>
        </message>
        <message>
            <source>Ask for the role of author or editor.</source>
            <translation>Demandez le rôle d’auteur ou d’éditeur.</translation>
        </message>
        <message>
            <source>This person may not add pictures to the site.</source>
            <translation>Cette personne ne peut pas ajouter de photos au site.</translation>
        </message>
        <message>
            <source>The site forbids this call.</source>
            <translation>Le site interdit cet appel.</translation>
        </message>
        <message>
            <source>Ask the person who looks after the site to allow CM Station.</source>
            <translation>Demandez à la personne qui s’occupe du site d’autoriser CM Station.</translation>
        </message>
        <message>
            <source>A firewall or a security extension often does so.</source>
            <translation>C’est souvent le fait d’un pare-feu ou d’une extension de sécurité.</translation>
        </message>
        <message>
            <source>The trial post could not be erased; it is still a private draft.</source>
            <translation>Le post d’essai n’a pas pu être effacé ; il reste un brouillon privé.</translation>
        </message>
        <message>
            <source>Erase the draft called “CM Station” on the site; publishing works.</source>
            <translation>Effacez le brouillon « CM Station » sur le site ; la publication fonctionne.</translation>
        </message>
        <message>
            <source>The server at this address is not Mastodon or one of its family.</source>
            <translation>Le serveur à cette adresse n’est ni Mastodon, ni de sa famille.</translation>
        </message>
        <message>
            <source>This server does not introduce itself to strangers.</source>
            <translation>Ce serveur ne se présente pas aux inconnus.</translation>
        </message>
        <message>
            <source>Ask its administrator whether programs are welcome.</source>
            <translation>Demandez à son administrateur si les logiciels sont acceptés.</translation>
        </message>
        <message>
            <source>The server does not accept this permission.</source>
            <translation>Le serveur n’accepte pas cette autorisation.</translation>
        </message>
        <message>
            <source>Give a new one in the browser, or copy the token once more.</source>
            <translation>Donnez-en une nouvelle dans le navigateur, ou recopiez le jeton.</translation>
        </message>
        <message>
            <source>It may have been withdrawn, or belong to another server.</source>
            <translation>Elle a peut-être été retirée, ou appartient à un autre serveur.</translation>
        </message>
        <message>
            <source>The permission does not cover publishing.</source>
            <translation>L’autorisation ne permet pas de publier.</translation>
        </message>
        <message>
            <source>Give a new one that allows writing posts and adding pictures.</source>
            <translation>Donnez-en une nouvelle qui permette d’écrire des posts et d’ajouter des photos.</translation>
        </message>
        <message>
            <source>This server does not protect from doubles by itself.</source>
            <translation>Ce serveur ne protège pas de lui-même contre les doublons.</translation>
        </message>
        <message>
            <source>Nothing to do: CM Station looks before it sends again.</source>
            <translation>Rien à faire : CM Station regarde avant de renvoyer.</translation>
        </message>
        <message>
            <source>The permission allows writing, but not reading back.</source>
            <translation>L’autorisation permet d’écrire, mais pas de relire.</translation>
        </message>
        <message>
            <source>Allow reading too, so that a post in doubt can be looked for.</source>
            <translation>Autorisez aussi la lecture, pour qu’un post incertain puisse être cherché.</translation>
        </message>
        <message>
            <source>The server at this address is not part of Bluesky.</source>
            <translation>Le serveur à cette adresse ne fait pas partie de Bluesky.</translation>
        </message>
        <message>
            <source>Nobody has this account name.</source>
            <translation>Personne ne porte ce nom de compte.</translation>
        </message>
        <message>
            <source>Write it whole, for instance clinic.bsky.social.</source>
            <translation>Écrivez-le en entier, par exemple clinique.bsky.social.</translation>
        </message>
        <message>
            <source>Signed in with a mail address: there is no name to look up.</source>
            <translation>Connexion par adresse e-mail : il n’y a pas de nom à chercher.</translation>
        </message>
        <message>
            <source>This is the password of the whole account.</source>
            <translation>C’est le mot de passe du compte entier.</translation>
        </message>
        <message>
            <source>It works; an app password is safer, since it can be withdrawn alone.</source>
            <translation>Il fonctionne ; un mot de passe d’application est plus sûr, car il se retire seul.</translation>
        </message>
    </context>
    <context>
        <name>CheckWords</name>
        <message>
            <source>This computer is off line</source>
            <translation>Cet ordinateur est hors ligne</translation>
        </message>
        <message>
            <source>The address is not secure</source>
            <translation>L’adresse n’est pas sécurisée</translation>
        </message>
        <message>
            <source>The server answers, but nobody vouches for it</source>
            <translation>Le serveur répond, mais rien ne prouve que c’est lui</translation>
        </message>
        <message>
            <source>The site answers, but does not hear the password</source>
            <translation>Le site répond, mais n’entend pas le mot de passe</translation>
        </message>
        <message>
            <source>The site answers, but wants another kind of password</source>
            <translation>Le site répond, mais veut une autre sorte de mot de passe</translation>
        </message>
        <message>
            <source>It works, but with the password of the account</source>
            <translation>Cela marche, mais avec le mot de passe du compte</translation>
        </message>
        <message>
            <source>Nothing answers at this address</source>
            <translation>Rien ne répond à cette adresse</translation>
        </message>
        <message>
            <source>The site answers, but allows no application passwords</source>
            <translation>Le site répond, mais n’admet pas de mots de passe d’application</translation>
        </message>
        <message>
            <source>The server answers, but refuses the password</source>
            <translation>Le serveur répond, mais refuse le mot de passe</translation>
        </message>
        <message>
            <source>The password works, but the right to publish is missing</source>
            <translation>Le mot de passe marche, mais le droit de publier manque</translation>
        </message>
        <message>
            <source>Everything answers, but the trial post did not pass</source>
            <translation>Tout répond, mais le post d’essai n’est pas passé</translation>
        </message>
        <message>
            <source>A server answers, but it is not Mastodon</source>
            <translation>Un serveur répond, mais ce n’est pas Mastodon</translation>
        </message>
        <message>
            <source>The server answers, but refuses the permission</source>
            <translation>Le serveur répond, mais refuse l’autorisation</translation>
        </message>
        <message>
            <source>The permission works, but does not cover publishing</source>
            <translation>L’autorisation marche, mais ne permet pas de publier</translation>
        </message>
        <message>
            <source>The server answers, but does not know this name</source>
            <translation>Le serveur répond, mais ne connaît pas ce nom</translation>
        </message>
        <message>
            <source>The password works, but a second proof is asked for</source>
            <translation>Le mot de passe marche, mais une seconde preuve est demandée</translation>
        </message>
        <message>
            <source>The password works, but the account is closed</source>
            <translation>Le mot de passe marche, mais le compte est fermé</translation>
        </message>
        <message>
            <source>Everything works</source>
            <translation>Tout fonctionne</translation>
        </message>
        <message>
            <source>The line was lost during the check</source>
            <translation>La connexion s’est perdue pendant la vérification</translation>
        </message>
        <message>
            <source>It works, with one thing to know</source>
            <translation>Cela marche, avec une chose à savoir</translation>
        </message>
        <message>
            <source>The check did not come to its end</source>
            <translation>La vérification n’est pas allée au bout</translation>
        </message>
        <message>
            <source>answer {status}</source>
            <translation>réponse {status}</translation>
        </message>
        <message>
            <source>the server does not say</source>
            <translation>le serveur ne le dit pas</translation>
        </message>
        <message>
            <source>not needed</source>
            <translation>pas nécessaire</translation>
        </message>
        <message>
            <source>The site answers, but its interface stays closed</source>
            <translation>Le site répond, mais son interface reste fermée</translation>
        </message>
        <message>
            <source>not tried yet</source>
            <translation>pas encore essayé</translation>
        </message>
        <message>
            <source>version {version}</source>
            <translation>version {version}</translation>
        </message>
        <message>
            <source>{figure} characters</source>
            <translation>{figure} caractères</translation>
        </message>
        <message>
            <source>{address}: access for a publishing program</source>
            <translation>{address} : accès pour un logiciel de publication</translation>
        </message>
        <message>
            <source>Hello,</source>
            <translation>Bonjour,</translation>
        </message>
        <message>
            <source>We publish on {address} with the program CM Station, through the WordPress REST interface and an application password. The connection does not work yet.</source>
            <translation>Nous publions sur {address} avec le logiciel CM Station, par l’interface REST de WordPress et un mot de passe d’application. La connexion ne fonctionne pas encore.</translation>
        </message>
        <message>
            <source>Thank you for your help.</source>
            <translation>Merci de votre aide.</translation>
        </message>
        <message>
            <source>Could you let the “Authorization” header through to PHP? On Apache this line at the top of the site’s .htaccess file does it:</source>
            <translation>Pourriez-vous laisser passer l’en-tête « Authorization » jusqu’à PHP ? Sous Apache, cette ligne en tête du fichier .htaccess du site suffit :</translation>
        </message>
        <message>
            <source>Could you allow application passwords on this site? Users keep their own.</source>
            <translation>Pourriez-vous autoriser les mots de passe d’application sur ce site ? Chacun garde le sien par ailleurs.</translation>
        </message>
        <message>
            <source>Could you renew the certificate of this address?</source>
            <translation>Pourriez-vous renouveler le certificat de cette adresse ?</translation>
        </message>
        <message>
            <source>Could you open the address /wp-json/ of the site to signed-in users?</source>
            <translation>Pourriez-vous ouvrir l’adresse /wp-json/ du site aux utilisateurs connectés ?</translation>
        </message>
    </context>
    <context>
        <name>ChecksList</name>
        <message>
            <source>Length in order: {names}</source>
            <translation>Longueur en règle : {names}</translation>
        </message>
        <message>
            <source>Nothing to publish yet: {names}</source>
            <translation>Rien à publier pour l’instant : {names}</translation>
        </message>
    </context>
    <context>
        <name>Cli</name>
        <message>
            <source>the clinic's accounts: add, list, check, remove</source>
            <translation>les comptes de la clinique : add (ajouter), list (lister), check (vérifier), remove (retirer)</translation>
        </message>
        <message>
            <source>ACTION</source>
            <translation>ACTION</translation>
        </message>
        <message>
            <source>add an account; its password or token is read from standard input</source>
            <translation>ajouter un compte ; son mot de passe ou son jeton est lu sur l’entrée standard</translation>
        </message>
        <message>
            <source>NETWORK</source>
            <translation>RÉSEAU</translation>
        </message>
        <message>
            <source>what the clinic calls it</source>
            <translation>le nom que lui donne la clinique</translation>
        </message>
        <message>
            <source>NAME</source>
            <translation>NOM</translation>
        </message>
        <message>
            <source>https address of the site or server</source>
            <translation>adresse https du site ou du serveur</translation>
        </message>
        <message>
            <source>the name that signs in</source>
            <translation>le nom qui sert à se connecter</translation>
        </message>
        <message>
            <source>publish by hand, with everything prepared; no password</source>
            <translation>publier à la main, tout étant préparé ; sans mot de passe</translation>
        </message>
        <message>
            <source>do not try the connection first</source>
            <translation>ne pas essayer la connexion d’abord</translation>
        </message>
        <message>
            <source>list the accounts</source>
            <translation>lister les comptes</translation>
        </message>
        <message>
            <source>check a connection step by step</source>
            <translation>vérifier une connexion pas à pas</translation>
        </message>
        <message>
            <source>ACCOUNT</source>
            <translation>COMPTE</translation>
        </message>
        <message>
            <source>forget an account and its password</source>
            <translation>oublier un compte et son mot de passe</translation>
        </message>
        <message>
            <source>This account is connected already, as number {number} ({name}); a second one would publish each post twice.</source>
            <translation>Ce compte est déjà branché, sous le numéro {number} ({name}) ; un second publierait chaque post deux fois.</translation>
        </message>
        <message>
            <source>{name} is forgotten; what it published stays in the history.</source>
            <translation>{name} est oublié ; ce qu’il a publié reste dans l’historique.</translation>
        </message>
        <message>
            <source>Give the address of the site or server with --address.</source>
            <translation>Indiquez l’adresse du site ou du serveur avec --address.</translation>
        </message>
        <message>
            <source>Give the name that signs in with --user.</source>
            <translation>Indiquez le nom qui sert à se connecter avec --user.</translation>
        </message>
        <message>
            <source>Password or token: </source>
            <translation>Mot de passe ou jeton : </translation>
        </message>
        <message>
            <source>publish a post now</source>
            <translation>publier un post maintenant</translation>
        </message>
        <message>
            <source>POST</source>
            <translation>POST</translation>
        </message>
        <message>
            <source>only on this account; may be repeated</source>
            <translation>sur ce compte seulement ; peut être répété</translation>
        </message>
        <message>
            <source>publish what is due, look for what is uncertain</source>
            <translation>publier ce qui doit l’être, rechercher ce qui est incertain</translation>
        </message>
        <message>
            <source>what left, where, with its link</source>
            <translation>ce qui est parti, où, avec son lien</translation>
        </message>
        <message>
            <source>only those of this post</source>
            <translation>seulement ceux de ce post</translation>
        </message>
        <message>
            <source>settle one delivery</source>
            <translation>régler le sort d’un envoi</translation>
        </message>
        <message>
            <source>say what you saw on the network</source>
            <translation>dire ce que vous avez vu sur le réseau</translation>
        </message>
        <message>
            <source>DELIVERY</source>
            <translation>ENVOI</translation>
        </message>
        <message>
            <source>it is live at this address</source>
            <translation>il est en ligne à cette adresse</translation>
        </message>
        <message>
            <source>it is not there; it may be sent again</source>
            <translation>il n’y est pas ; il peut être envoyé de nouveau</translation>
        </message>
        <message>
            <source>Nothing was due.</source>
            <translation>Rien n’était à publier.</translation>
        </message>
        <message>
            <source>check the data, the keyring and the disk</source>
            <translation>vérifier les données, le trousseau et le disque</translation>
        </message>
        <message>
            <source>The database is damaged: {report}</source>
            <translation>La base de données est abîmée : {report}</translation>
        </message>
        <message>
            <source>The database is sound.</source>
            <translation>La base de données est saine.</translation>
        </message>
        <message>
            <source>Pictures missing from the folder: {names}</source>
            <translation>Images absentes du dossier : {names}</translation>
        </message>
        <message>
            <source>Every picture is in its place.</source>
            <translation>Chaque image est à sa place.</translation>
        </message>
        <message>
            <source>{megabytes} MB free on the disk.</source>
            <translation>{megabytes} Mo libres sur le disque.</translation>
        </message>
        <message>
            <source>The clock has not gone back.</source>
            <translation>L’horloge n’a pas reculé.</translation>
        </message>
        <message>
            <source>The keyring keeps and gives back secrets.</source>
            <translation>Le trousseau garde et rend les secrets.</translation>
        </message>
        <message>
            <source>Nothing in the outbox needs a hand.</source>
            <translation>Aucun envoi ne demande votre avis.</translation>
        </message>
        <message>
            <source>Deliveries that need a hand: {numbers}</source>
            <translation>Envois qui demandent votre avis : {numbers}</translation>
        </message>
        <message>
            <source>write posts: add, list, show, set</source>
            <translation>écrire des posts : add (ajouter), list (lister), show (afficher), set (modifier)</translation>
        </message>
        <message>
            <source>write a new post</source>
            <translation>écrire un nouveau post</translation>
        </message>
        <message>
            <source>list the posts</source>
            <translation>lister les posts</translation>
        </message>
        <message>
            <source>STATE</source>
            <translation>ÉTAT</translation>
        </message>
        <message>
            <source>WORDS</source>
            <translation>MOTS</translation>
        </message>
        <message>
            <source>only posts with these words</source>
            <translation>seulement les posts qui contiennent ces mots</translation>
        </message>
        <message>
            <source>NUMBER</source>
            <translation>NOMBRE</translation>
        </message>
        <message>
            <source>no more than so many</source>
            <translation>pas plus que ce nombre</translation>
        </message>
        <message>
            <source>show one post</source>
            <translation>afficher un post</translation>
        </message>
        <message>
            <source>change a post</source>
            <translation>modifier un post</translation>
        </message>
        <message>
            <source>find posts and media by words</source>
            <translation>trouver des posts et des médias par leurs mots</translation>
        </message>
        <message>
            <source>WORD</source>
            <translation>MOT</translation>
        </message>
        <message>
            <source>TEXT</source>
            <translation>TEXTE</translation>
        </message>
        <message>
            <source>the title</source>
            <translation>le titre</translation>
        </message>
        <message>
            <source>the base text; - reads it from standard input</source>
            <translation>le texte de base ; - le lit sur l’entrée standard</translation>
        </message>
        <message>
            <source>the link</source>
            <translation>le lien</translation>
        </message>
        <message>
            <source>the first comment, where a network has one</source>
            <translation>le premier commentaire, sur les réseaux qui en ont un</translation>
        </message>
        <message>
            <source>the own text of one account</source>
            <translation>le texte propre à un compte</translation>
        </message>
        <message>
            <source>separated by commas</source>
            <translation>séparés par des virgules</translation>
        </message>
        <message>
            <source>NUMBERS</source>
            <translation>NUMÉROS</translation>
        </message>
        <message>
            <source>account numbers, separated by commas</source>
            <translation>numéros des comptes, séparés par des virgules</translation>
        </message>
        <message>
            <source>the plan: export, import, show</source>
            <translation>le planning : exporter, importer, afficher</translation>
        </message>
        <message>
            <source>write the plan into a file (.ics, .csv or .xlsx)</source>
            <translation>écrire le planning dans un fichier (.ics, .csv ou .xlsx)</translation>
        </message>
        <message>
            <source>FILE</source>
            <translation>FICHIER</translation>
        </message>
        <message>
            <source>with the posts' words in a calendar file (.ics); a table always has them</source>
            <translation>avec les textes des publications dans un fichier d’agenda (.ics) ; un tableau les contient toujours</translation>
        </message>
        <message>
            <source>take posts and events from a file, all of them or none</source>
            <translation>reprendre les publications et les événements d’un fichier, tous ou aucun</translation>
        </message>
        <message>
            <source>only tell what would be added, changed or refused</source>
            <translation>dire seulement ce qui serait ajouté, modifié ou refusé</translation>
        </message>
        <message>
            <source>leave out the rows that are refused, and take the others</source>
            <translation>laisser de côté les lignes refusées et reprendre les autres</translation>
        </message>
        <message>
            <source>show what stands in the plan</source>
            <translation>afficher ce que contient le planning</translation>
        </message>
        <message numerus="yes">
            <source>{file}: %n post(s) and event(s) from {first} to {last}</source>
            <translation>
                <numerusform>{file} : %n publication ou événement du {first} au {last}</numerusform>
                <numerusform>{file} : %n publications et événements du {first} au {last}</numerusform>
            </translation>
        </message>
        <message>
            <source>DAY</source>
            <translation>JOUR</translation>
        </message>
        <message>
            <source>first day, such as 2027-01-15; today when it is left out</source>
            <translation>premier jour, par exemple 2027-01-15 ; aujourd’hui s’il n’est pas donné</translation>
        </message>
        <message>
            <source>last day, included; 31 days when it is left out</source>
            <translation>dernier jour, compris ; 31 jours s’il n’est pas donné</translation>
        </message>
        <message>
            <source>{given} is not a day such as 2027-01-15</source>
            <translation>{given} n’est pas un jour comme 2027-01-15</translation>
        </message>
        <message>
            <source>The last day {last} lies before the first day {first}.</source>
            <translation>Le dernier jour {last} précède le premier jour {first}.</translation>
        </message>
        <message>
            <source>There are more.</source>
            <translation>Il y en a d’autres.</translation>
        </message>
        <message>
            <source>Nothing was taken from {file}: these rows are refused; --without-refused takes the others.</source>
            <translation>Rien n’a été repris de {file} : ces lignes sont refusées ; --without-refused reprend les autres.</translation>
        </message>
        <message>
            <source>new: {line}</source>
            <translation>nouveau : {line}</translation>
        </message>
        <message>
            <source>changed: {line} ({fields})</source>
            <translation>modifié : {line} ({fields})</translation>
        </message>
        <message>
            <source>refused: {line}</source>
            <translation>refusé : {line}</translation>
        </message>
        <message numerus="yes">
            <source>%n as it was</source>
            <translation>
                <numerusform>%n inchangé</numerusform>
                <numerusform>%n inchangés</numerusform>
            </translation>
        </message>
        <message>
            <source>columns that were passed over: {columns}</source>
            <translation>colonnes laissées de côté : {columns}</translation>
        </message>
        <message>
            <source>The letters were read as Windows writes them; have a look at the accents.</source>
            <translation>Les lettres ont été lues comme Windows les écrit ; vérifiez les accents.</translation>
        </message>
        <message>
            <source>add a picture with its alternative text</source>
            <translation>ajouter une image avec son texte alternatif</translation>
        </message>
        <message>
            <source>TIME</source>
            <translation>HEURE</translation>
        </message>
        <message>
            <source>local time, for instance 2027-01-15T18:00</source>
            <translation>heure locale, par exemple 2027-01-15T18:00</translation>
        </message>
        <message>
            <source>ZONE</source>
            <translation>FUSEAU</translation>
        </message>
        <message>
            <source>time zone of --plan, as Europe/Paris</source>
            <translation>fuseau horaire de --plan, comme Europe/Paris</translation>
        </message>
        <message>
            <source>usage: </source>
            <translation>usage : </translation>
        </message>
        <message>
            <source>options</source>
            <translation>options</translation>
        </message>
        <message>
            <source>words that must be there</source>
            <translation>mots indispensables</translation>
        </message>
        <message>
            <source>show this help and end</source>
            <translation>afficher cette aide et terminer</translation>
        </message>
        <message>
            <source>FOLDER</source>
            <translation>DOSSIER</translation>
        </message>
        <message>
            <source>folder that holds the clinic's data</source>
            <translation>dossier qui contient les données de la clinique</translation>
        </message>
        <message>
            <source>work on the sample clinic; nothing leaves</source>
            <translation>travailler sur la clinique d’exemple ; rien ne part</translation>
        </message>
        <message>
            <source>speak this language, not the system's</source>
            <translation>parler cette langue plutôt que celle du système</translation>
        </message>
        <message>
            <source>answer in JSON, for programs</source>
            <translation>répondre en JSON, pour les programmes</translation>
        </message>
        <message>
            <source>a folder is missing</source>
            <translation>il manque un dossier</translation>
        </message>
        <message>
            <source>{given} is not a number</source>
            <translation>{given} n’est pas un nombre</translation>
        </message>
        <message>
            <source>{given} is not a time such as 2027-01-15T18:00</source>
            <translation>{given} n’est pas une heure comme 2027-01-15T18:00</translation>
        </message>
        <message>
            <source>{given} is not a time zone such as Europe/Paris</source>
            <translation>{given} n’est pas un fuseau horaire comme Europe/Paris</translation>
        </message>
        <message>
            <source>CM Station without its window; without a verb, it opens.</source>
            <translation>CM Station sans sa fenêtre ; sans verbe, elle s’ouvre.</translation>
        </message>
        <message>
            <source>show the version and end</source>
            <translation>afficher la version et terminer</translation>
        </message>
        <message>
            <source>VERB</source>
            <translation>VERBE</translation>
        </message>
        <message>
            <source>verbs</source>
            <translation>verbes</translation>
        </message>
        <message>
            <source>Exit codes: 0 done, 1 refused, 2 wrong words, 3 not found, 4 uncertain (may be live: look), 5 sign-in or keyring needed.</source>
            <translation>Codes de sortie : 0 fait, 1 refusé, 2 commande mal formée, 3 introuvable, 4 incertain (peut-être en ligne : allez voir), 5 connexion ou trousseau nécessaire.</translation>
        </message>
        <message>
            <source>Examples:</source>
            <translation>Exemples :</translation>
        </message>
        <message>
            <source>the health days of a year, with their dates</source>
            <translation>les journées de santé d’une année, avec leurs dates</translation>
        </message>
        <message>
            <source>YEAR</source>
            <translation>ANNÉE</translation>
        </message>
        <message>
            <source>THEMES</source>
            <translation>THÈMES</translation>
        </message>
        <message>
            <source>only these themes, separated by commas</source>
            <translation>seulement ces thèmes, séparés par des virgules</translation>
        </message>
        <message>
            <source>read this file of health days instead of the program’s own</source>
            <translation>lire ce fichier de journées de santé à la place de celui du programme</translation>
        </message>
        <message>
            <source>{file} cannot be read.</source>
            <translation>Impossible de lire {file}.</translation>
        </message>
        <message>
            <source>Nothing was taken from {file}: mend these lines first.</source>
            <translation>Rien n’a été repris de {file} : corrigez d’abord ces lignes.</translation>
        </message>
        <message>
            <source>No health day has this theme. There are: {themes}</source>
            <translation>Aucune journée de santé ne porte ce thème. Il y a : {themes}</translation>
        </message>
        <message>
            <source>the file is too large for a list of health days</source>
            <translation>le fichier est trop lourd pour une liste de journées de santé</translation>
        </message>
        <message>
            <source>a letter is not in UTF-8; save the file as CSV UTF-8</source>
            <translation>une lettre n’est pas en UTF-8 ; enregistrez le fichier au format CSV UTF-8</translation>
        </message>
        <message>
            <source>a quotation mark opens and does not close, or closes too early</source>
            <translation>un guillemet s’ouvre et ne se ferme pas, ou se ferme trop tôt</translation>
        </message>
        <message>
            <source>these columns are missing: {found}</source>
            <translation>il manque ces colonnes : {found}</translation>
        </message>
        <message>
            <source>fields found and expected: {found}</source>
            <translation>champs trouvés et attendus : {found}</translation>
        </message>
        <message>
            <source>slug {found}: small letters without accents, digits and hyphens only</source>
            <translation>identité {found} : seulement des minuscules sans accent, des chiffres et des traits d’union</translation>
        </message>
        <message>
            <source>slug {found} stands here a second time</source>
            <translation>l’identité {found} figure ici une seconde fois</translation>
        </message>
        <message>
            <source>the French name is missing</source>
            <translation>le nom français manque</translation>
        </message>
        <message>
            <source>{found} is not a rule that falls every year</source>
            <translation>{found} n’est pas une règle valable chaque année</translation>
        </message>
        <message>
            <source>{found} is none of world, FR, BE, QC</source>
            <translation>{found} n’est ni world, ni FR, ni BE, ni QC</translation>
        </message>
        <message>
            <source>{found} is neither confirmed nor to-confirm</source>
            <translation>{found} n’est ni confirmed ni to-confirm</translation>
        </message>
        <message>
            <source>{given} is not a year between {first} and {last}</source>
            <translation>{given} n’est pas une année entre {first} et {last}</translation>
        </message>
        <message>
            <source>to confirm</source>
            <translation>à confirmer</translation>
        </message>
        <message>
            <source>Line {line}: {fault}</source>
            <translation>Ligne {line} : {fault}</translation>
        </message>
        <message>
            <source>the watch: sources, and what they bring</source>
            <translation>la veille : les sources et ce qu’elles apportent</translation>
        </message>
        <message>
            <source>look for a source behind an address and watch it</source>
            <translation>chercher une source derrière une adresse et la suivre</translation>
        </message>
        <message>
            <source>ADDRESS</source>
            <translation>ADRESSE</translation>
        </message>
        <message>
            <source>call it so</source>
            <translation>l’appeler ainsi</translation>
        </message>
        <message>
            <source>put it into this list (name or number); may be repeated</source>
            <translation>la mettre dans cette liste (nom ou numéro) ; peut être répété</translation>
        </message>
        <message>
            <source>only tell which sources are there</source>
            <translation>dire seulement quelles sources s’y trouvent</translation>
        </message>
        <message>
            <source>the sources, and how their reading goes</source>
            <translation>les sources, et où en est leur lecture</translation>
        </message>
        <message>
            <source>stop watching a source</source>
            <translation>ne plus suivre une source</translation>
        </message>
        <message>
            <source>SOURCE</source>
            <translation>SOURCE</translation>
        </message>
        <message>
            <source>read the sources that are due, or some at once</source>
            <translation>lire les sources dont c’est l’heure, ou certaines tout de suite</translation>
        </message>
        <message>
            <source>all of them, due or not</source>
            <translation>toutes, que ce soit l’heure ou non</translation>
        </message>
        <message>
            <source>what came, newest first</source>
            <translation>ce qui est arrivé, le plus récent d’abord</translation>
        </message>
        <message>
            <source>only what is unread, starred, not decided, kept for later …</source>
            <translation>seulement ce qui est non lu, étoilé, pas encore décidé, remis à plus tard…</translation>
        </message>
        <message>
            <source>what came and has these words, newest first</source>
            <translation>ce qui est arrivé et contient ces mots, le plus récent d’abord</translation>
        </message>
        <message>
            <source>only of this list (name or number); may be repeated</source>
            <translation>seulement de cette liste (nom ou numéro) ; peut être répété</translation>
        </message>
        <message>
            <source>only of this source</source>
            <translation>seulement de cette source</translation>
        </message>
        <message>
            <source>COUNT</source>
            <translation>NOMBRE</translation>
        </message>
        <message>
            <source>so many at most; 50 when it is left out</source>
            <translation>au plus autant ; 50 sans cette option</translation>
        </message>
        <message>
            <source>LIST</source>
            <translation>LISTE</translation>
        </message>
        <message>
            <source>Source {number}: {name}</source>
            <translation>Source {number} : {name}</translation>
        </message>
        <message>
            <source>Source {number} was there already: {name}</source>
            <translation>La source {number} était déjà là : {name}</translation>
        </message>
        <message>
            <source>Nothing is watched yet.</source>
            <translation>Rien n’est encore suivi.</translation>
        </message>
        <message>
            <source>{name} is watched no more.</source>
            <translation>{name} n’est plus suivi.</translation>
        </message>
        <message numerus="yes">
            <source>%n of its items stay(s), since you did something with them.</source>
            <translation>
                <numerusform>%n de ses articles reste, car vous en avez fait quelque chose.</numerusform>
                <numerusform>%n de ses articles restent, car vous en avez fait quelque chose.</numerusform>
            </translation>
        </message>
        <message>
            <source>No source was found behind this address.</source>
            <translation>Aucune source n’a été trouvée derrière cette adresse.</translation>
        </message>
        <message>
            <source>figures: followers, posts …</source>
            <translation>les chiffres : abonnés, publications…</translation>
        </message>
        <message>
            <source>read the figures of the accounts that are due</source>
            <translation>relever les chiffres des comptes dont c’est le tour</translation>
        </message>
        <message>
            <source>also those that were read today</source>
            <translation>aussi ceux qui ont été relevés aujourd’hui</translation>
        </message>
        <message>
            <source>what is known of a period</source>
            <translation>ce que l’on sait d’une période</translation>
        </message>
        <message>
            <source>take the figures of a file (CSV, XLSX)</source>
            <translation>reprendre les chiffres d’un fichier (CSV, XLSX)</translation>
        </message>
        <message>
            <source>the account that the file is about, when it has no column for it</source>
            <translation>le compte dont parle le fichier, s’il n’a pas de colonne pour le dire</translation>
        </message>
        <message>
            <source>how 03/04/2026 is meant, when nothing in the file tells</source>
            <translation>comment lire 03/04/2026, si rien dans le fichier ne le dit</translation>
        </message>
        <message>
            <source>only tell what would be taken or refused</source>
            <translation>dire seulement ce qui serait repris ou refusé</translation>
        </message>
        <message>
            <source>{name} could not be read. {why}</source>
            <translation>Le compte {name} n’a pas pu être relevé. {why}</translation>
        </message>
        <message>
            <source>This computer is off line: nothing was read.</source>
            <translation>Cet ordinateur est hors ligne : rien n’a été lu.</translation>
        </message>
        <message numerus="yes">
            <source>%n new figure(s)</source>
            <translation>
                <numerusform>%n nouveau chiffre</numerusform>
                <numerusform>%n nouveaux chiffres</numerusform>
            </translation>
        </message>
        <message>
            <source>accounts read: {read}; not asked: {skipped}; failed: {failed}</source>
            <translation>comptes relevés : {read} ; non interrogés : {skipped} ; en échec : {failed}</translation>
        </message>
        <message>
            <source>{file} is no file of figures: they come as .csv, .tsv, .txt or .xlsx.</source>
            <translation>{file} n’est pas un fichier de chiffres : il en faut un en .csv, .tsv, .txt ou .xlsx.</translation>
        </message>
        <message>
            <source>{file} has mistakes; nothing was taken.</source>
            <translation>{file} contient des erreurs ; rien n’a été repris.</translation>
        </message>
        <message>
            <source>… and more</source>
            <translation>… et d’autres</translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s) stored</source>
            <translation>
                <numerusform>%n chiffre enregistré</numerusform>
                <numerusform>%n chiffres enregistrés</numerusform>
            </translation>
        </message>
        <message>
            <source>From {first} to {last}</source>
            <translation>Du {first} au {last}</translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n post(s)</source>
            <translation>
                <numerusform>{name} : %n publication</numerusform>
                <numerusform>{name} : %n publications</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n post(s) no longer on the network; the last figures are kept</source>
            <translation>
                <numerusform>%n publication n’est plus sur le réseau ; ses derniers chiffres connus sont gardés</numerusform>
                <numerusform>%n publications ne sont plus sur le réseau ; leurs derniers chiffres connus sont gardés</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is known of these days.</source>
            <translation>Rien n’est connu de ces jours-là.</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>inconnu</translation>
        </message>
        <message numerus="yes">
            <source>%n new item(s)</source>
            <translation>
                <numerusform>%n nouvel article</numerusform>
                <numerusform>%n nouveaux articles</numerusform>
            </translation>
        </message>
        <message>
            <source>sources read: {read}; without news: {unchanged}; failed: {failed}</source>
            <translation>sources lues : {read} ; sans nouveauté : {unchanged} ; en échec : {failed}</translation>
        </message>
        <message>
            <source>It failed too often and is paused.</source>
            <translation>Elle a échoué trop souvent et se trouve en pause.</translation>
        </message>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n non lu</numerusform>
                <numerusform>%n non lus</numerusform>
            </translation>
        </message>
        <message>
            <source>paused</source>
            <translation>en pause</translation>
        </message>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… et %n autre</numerusform>
                <numerusform>… et %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was found.</source>
            <translation>Rien n’a été trouvé.</translation>
        </message>
        <message>
            <source>There is no list {name}. There are: {names}</source>
            <translation>Il n’y a pas de liste {name}. Il y a : {names}</translation>
        </message>
        <message>
            <source>take the list of another feed reader (OPML)</source>
            <translation>reprendre la liste d’un autre lecteur de flux (OPML)</translation>
        </message>
        <message>
            <source>only tell what would be added or refused</source>
            <translation>dire seulement ce qui serait ajouté ou refusé</translation>
        </message>
        <message>
            <source>write all sources for another feed reader (OPML)</source>
            <translation>écrire toutes les sources pour un autre lecteur de flux (OPML)</translation>
        </message>
        <message>
            <source>{file} is no list of feeds (OPML) that can be read; nothing was taken.</source>
            <translation>{file} n’est pas une liste de flux (OPML) lisible ; rien n’a été repris.</translation>
        </message>
        <message>
            <source>line {line}, column {column}</source>
            <translation>ligne {line}, colonne {column}</translation>
        </message>
        <message numerus="yes">
            <source>{file}: %n source(s)</source>
            <translation>
                <numerusform>{file} : %n source</numerusform>
                <numerusform>{file} : %n sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mailbox(es) left out: the address names a person.</source>
            <translation>
                <numerusform>%n boîte aux lettres laissée de côté : son adresse nomme une personne.</numerusform>
                <numerusform>%n boîtes aux lettres laissées de côté : leurs adresses nomment des personnes.</numerusform>
            </translation>
        </message>
        <message>
            <source>its address is no web address that could be read</source>
            <translation>son adresse n’est pas une adresse du Web qui puisse être lue</translation>
        </message>
        <message numerus="yes">
            <source>%n entry(ies) that are no feeds</source>
            <translation>
                <numerusform>%n entrée qui n’est pas un flux</numerusform>
                <numerusform>%n entrées qui ne sont pas des flux</numerusform>
            </translation>
        </message>
        <message>
            <source>the press review: build</source>
            <translation>la revue de presse : établir</translation>
        </message>
        <message>
            <source>make a document of the articles that were kept for the review</source>
            <translation>faire un document des articles gardés pour la revue</translation>
        </message>
        <message>
            <source>Say which file to write: --pdf, --docx or --eml.</source>
            <translation>Dites quel fichier écrire : --pdf, --docx ou --eml.</translation>
        </message>
        <message>
            <source>first day of the review, such as 2027-01-15; a week when it is left out</source>
            <translation>premier jour de la revue, par exemple 2027-01-15 ; une semaine s’il n’est pas donné</translation>
        </message>
        <message>
            <source>last day, included; today when it is left out</source>
            <translation>dernier jour, compris ; aujourd’hui s’il n’est pas donné</translation>
        </message>
        <message>
            <source>the director's report of a month, a quarter, a year or a campaign</source>
            <translation>le rapport à la direction, d’un mois, d’un trimestre, d’une année ou d’une campagne</translation>
        </message>
        <message>
            <source>write a PDF</source>
            <translation>écrire un PDF</translation>
        </message>
        <message>
            <source>write a Word document</source>
            <translation>écrire un document Word</translation>
        </message>
        <message>
            <source>write a PowerPoint presentation</source>
            <translation>écrire une présentation PowerPoint</translation>
        </message>
        <message>
            <source>write an Excel workbook</source>
            <translation>écrire un classeur Excel</translation>
        </message>
        <message>
            <source>Say which file to write: --pdf, --docx, --pptx or --xlsx.</source>
            <translation>Dites quel fichier écrire : --pdf, --docx, --pptx ou --xlsx.</translation>
        </message>
        <message>
            <source>Report from {first} to {last}</source>
            <translation>Rapport du {first} au {last}</translation>
        </message>
        <message>
            <source>write a mail that opens as a draft</source>
            <translation>écrire un courriel qui s’ouvre comme brouillon</translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) from {first} to {last}</source>
            <translation>
                <numerusform>%n article du {first} au {last}</numerusform>
                <numerusform>%n articles du {first} au {last}</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was kept for the review from {first} to {last}; the document says so.</source>
            <translation>Rien n’a été gardé pour la revue du {first} au {last} ; le document le dit.</translation>
        </message>
        <message>
            <source>for the address of a mailbox: read its password from standard input</source>
            <translation>pour l’adresse d’une boîte aux lettres : lire son mot de passe sur l’entrée standard</translation>
        </message>
        <message>
            <source>The mailbox needs a password: type it at a terminal, or give it with --password-stdin.</source>
            <translation>La boîte demande un mot de passe : saisissez-le dans un terminal, ou donnez-le avec --password-stdin.</translation>
        </message>
        <message>
            <source>Newsletters</source>
            <translation>Newsletters</translation>
        </message>
        <message>
            <source>This server lists no folders.</source>
            <translation>Ce serveur ne donne pas la liste des dossiers.</translation>
        </message>
        <message>
            <source>Password of the mailbox: </source>
            <translation>Mot de passe de la boîte : </translation>
        </message>
        <message>
            <source>MONTH</source>
            <translation>MOIS</translation>
        </message>
        <message>
            <source>of this month, such as 2026-10</source>
            <translation>de ce mois, par exemple 2026-10</translation>
        </message>
        <message>
            <source>QUARTER</source>
            <translation>TRIMESTRE</translation>
        </message>
        <message>
            <source>of this quarter, such as 2026-Q4</source>
            <translation>de ce trimestre, par exemple 2026-Q4</translation>
        </message>
        <message>
            <source>of this year, such as 2026</source>
            <translation>de cette année, par exemple 2026</translation>
        </message>
        <message>
            <source>of this campaign (name or number), from its first post to its last</source>
            <translation>de cette campagne (nom ou numéro), de sa première publication à la dernière</translation>
        </message>
        <message>
            <source>KEY</source>
            <translation>CLÉ</translation>
        </message>
        <message>
            <source>of these days, such as 2026-10-01_2026-10-15, or any of the above</source>
            <translation>de ces jours, par exemple 2026-10-01_2026-10-15, ou de l’une des périodes ci-dessus</translation>
        </message>
        <message>
            <source>There is no campaign {name} of which something went out. There are: {names}</source>
            <translation>Aucune campagne {name} dont quelque chose soit paru. Il y a : {names}</translation>
        </message>
        <message>
            <source>{given} is no such period</source>
            <translation>{given} n’est pas une telle période</translation>
        </message>
    </context>
    <context>
        <name>ComingTab</name>
        <message>
            <source>Comments and messages, in one list</source>
            <translation>Commentaires et messages dans une seule liste</translation>
        </message>
        <message>
            <source>Exchanges will bring the comments and messages of all your networks together, and say who answers what. It comes with a later release; until then, answer on the networks themselves.</source>
            <translation>Les échanges rassembleront les commentaires et les messages de tous vos réseaux, et diront qui répond à quoi. Ils arriveront dans une prochaine version ; d’ici là, répondez sur les réseaux eux-mêmes.</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Taken back: {what}</source>
            <translation>Annulé : {what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>CommentFold</name>
        <message>
            <source>Comment for the report</source>
            <translation>Commentaire pour le rapport</translation>
        </message>
        <message>
            <source>Add a comment for the report</source>
            <translation>Ajouter un commentaire pour le rapport</translation>
        </message>
        <message>
            <source>Comment for the report: {answer}</source>
            <translation>Commentaire pour le rapport : {answer}</translation>
        </message>
        <message>
            <source>Why it is so, and what you propose</source>
            <translation>Pourquoi il en est ainsi, et ce que vous proposez</translation>
        </message>
        <message>
            <source>Kept as you type, for {period} alone. The report shows it: write nothing by which a patient could be recognised.</source>
            <translation>Enregistré à mesure que vous écrivez, pour {period} seulement. Le rapport le montre : n’écrivez rien qui permette de reconnaître un patient.</translation>
        </message>
    </context>
    <context>
        <name>ComposeColumn</name>
        <message>
            <source>Title (“Revue de presse” if you write none)</source>
            <translation>Titre (« Revue de presse » à défaut)</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <source>Introduction</source>
            <translation>Introduction</translation>
        </message>
        <message>
            <source>A few words for the director, if you like</source>
            <translation>Quelques mots pour la direction, si vous voulez</translation>
        </message>
        <message>
            <source>Nothing was kept for these days</source>
            <translation>Rien n’a été gardé pour ces jours</translation>
        </message>
        <message>
            <source>Press G on a story of the watch, or “Keep”, and it comes here.</source>
            <translation>Dans la veille, G ou « Garder » sur une actualité l’amène ici.</translation>
        </message>
        <message>
            <source>Back to the watch</source>
            <translation>Revenir à la veille</translation>
        </message>
        <message numerus="yes">
            <source>Add %n article(s) kept in these days</source>
            <translation>
                <numerusform>Ajouter %n article gardé ces jours-là</numerusform>
                <numerusform>Ajouter %n articles gardés ces jours-là</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <source>Compare</source>
            <translation>Comparer</translation>
        </message>
        <message>
            <source>Back to the base</source>
            <translation>Revenir à la base</translation>
        </message>
        <message>
            <source>Options of this version</source>
            <translation>Options de cette version</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <source>More actions</source>
            <translation>Autres actions</translation>
        </message>
        <message>
            <source>Link (https://…)</source>
            <translation>Lien (https://…)</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Lien</translation>
        </message>
        <message>
            <source>First comment</source>
            <translation>Premier commentaire</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Publier</translation>
        </message>
        <message>
            <source>Other ways to publish</source>
            <translation>Autres façons de publier</translation>
        </message>
    </context>
    <context>
        <name>ComposerDisplay</name>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>What has left no longer changes here.</source>
            <translation>Ce qui est parti ne change plus ici.</translation>
        </message>
        <message>
            <source>See where it is</source>
            <translation>Voir où c’est en ligne</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Publier</translation>
        </message>
        <message>
            <source>This text has left: it no longer changes.</source>
            <translation>Ce texte est parti : il ne change plus.</translation>
        </message>
        <message>
            <source>The text that every version starts from.</source>
            <translation>Le texte dont part chaque version.</translation>
        </message>
        <message>
            <source>{name} has its own text, detached from the base.</source>
            <translation>Texte propre à {name}, détaché de la base.</translation>
        </message>
        <message>
            <source>Same as the base. Type here to give {name} its own text.</source>
            <translation>Identique à la base. Écrivez ici pour donner à {name} son propre texte.</translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n caractère</numerusform>
                <numerusform>%n caractères</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s) too many for {name}</source>
            <translation>
                <numerusform>%n caractère de trop pour {name}</numerusform>
                <numerusform>%n caractères de trop pour {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s) too many for {name}</source>
            <translation>
                <numerusform>%n octet de trop pour {name}</numerusform>
                <numerusform>%n octets de trop pour {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>{length} of {limit}, counted as {name} does</source>
            <translation>{length} sur {limit}, comptés comme {name}</translation>
        </message>
    </context>
    <context>
        <name>ComposerEdits</name>
        <message>
            <source>The version follows the base again</source>
            <translation>La version suit de nouveau la base</translation>
        </message>
    </context>
    <context>
        <name>ComposerNotices</name>
        <message>
            <source>Saved at {time}</source>
            <translation>Enregistré à {time}</translation>
        </message>
        <message>
            <source>Saved {day} at {time}</source>
            <translation>Enregistré : {day} à {time}</translation>
        </message>
        <message>
            <source>Nothing was sent: the last changes of this post are not saved yet.</source>
            <translation>Rien n’est parti : les dernières modifications de ce post ne sont pas encore enregistrées.</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Enregistrement…</translation>
        </message>
        <message>
            <source>Not saved yet, trying again</source>
            <translation>Pas encore enregistré, nouvel essai</translation>
        </message>
        <message>
            <source>This post has left meanwhile. What you wrote since is kept in a new draft.</source>
            <translation>Ce post est parti entre-temps. Ce que vous avez écrit depuis est gardé dans un nouveau brouillon.</translation>
        </message>
        <message>
            <source>This post was also changed elsewhere. That text is kept in its history.</source>
            <translation>Ce post a aussi été modifié ailleurs. Cet autre texte est gardé dans son historique.</translation>
        </message>
        <message>
            <source>This text of {length} characters is longer than any network takes. It stays in the clipboard: paste a part of it.</source>
            <translation>Ce texte de {length} caractères dépasse ce que prend le plus généreux des réseaux. Il reste dans le presse-papiers : collez-en une partie.</translation>
        </message>
        <message>
            <source>Some characters cannot be sent to any network: � stands in their place.</source>
            <translation>Certains caractères ne peuvent partir vers aucun réseau : � les remplace.</translation>
        </message>
    </context>
    <context>
        <name>CountdownBar</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>Envoyer maintenant</translation>
        </message>
        <message>
            <source>Publishing soon</source>
            <translation>Publication imminente</translation>
        </message>
        <message>
            <source>Escape cancels.</source>
            <translation>Échap annule.</translation>
        </message>
        <message>
            <source>{accounts} · nothing has left yet</source>
            <translation>{accounts} · rien n’est encore parti</translation>
        </message>
        <message numerus="yes">
            <source>“{title}” leaves in %n second(s)</source>
            <translation>
                <numerusform>« {title} » part dans %n seconde</numerusform>
                <numerusform>« {title} » part dans %n secondes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CropDialog</name>
        <message>
            <source>Crop the picture</source>
            <translation>Recadrer l’image</translation>
        </message>
        <message>
            <source>Networks</source>
            <translation>Réseaux</translation>
        </message>
        <message>
            <source>Shape</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Whole picture</source>
            <translation>Image entière</translation>
        </message>
        <message>
            <source>Shown whole on {networks}.</source>
            <translation>Montrée entière sur {networks}.</translation>
        </message>
        <message>
            <source>No network of this post cuts pictures: every one shows it whole.</source>
            <translation>Aucun réseau de ce post ne coupe les images : chacun la montre entière.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Garder</translation>
        </message>
        <message>
            <source>As it is</source>
            <translation>Telle quelle</translation>
        </message>
    </context>
    <context>
        <name>CropFrame</name>
        <message>
            <source>Part of the picture that is shown</source>
            <translation>Partie de l’image qui est montrée</translation>
        </message>
        <message>
            <source>Arrow keys move the frame, with Shift by a little; plus and minus change its size.</source>
            <translation>Les flèches déplacent le cadre, avec Maj d’un rien ; plus et moins changent sa taille.</translation>
        </message>
    </context>
    <context>
        <name>CurvesAnswer</name>
        <message>
            <source>Followers over time</source>
            <translation>Les abonnés au fil du temps</translation>
        </message>
        <message>
            <source>Followers</source>
            <translation>Abonnés</translation>
        </message>
        <message>
            <source>What the curves show</source>
            <translation>Ce que montrent les courbes</translation>
        </message>
        <message>
            <source>Growth</source>
            <translation>Croissance</translation>
        </message>
        <message>
            <source>counted otherwise from here on</source>
            <translation>compté autrement à partir d’ici</translation>
        </message>
        <message>
            <source>No number of followers is known yet.</source>
            <translation>Aucun nombre d’abonnés n’est encore connu.</translation>
        </message>
        <message>
            <source>{account} has {now}, known since {day}.</source>
            <translation>{account} compte {now} abonnés, connus depuis le {day}.</translation>
        </message>
        <message>
            <source>{account} went from {before} to {now} followers between {day} and {last}.</source>
            <translation>{account} est passé de {before} à {now} abonnés entre le {day} et le {last}.</translation>
        </message>
        <message>
            <source>No account has grown in what is known of it.</source>
            <translation>Aucun compte n’a progressé dans ce qui en est connu.</translation>
        </message>
        <message>
            <source>{account} grew most: {share} since it is counted as it is now.</source>
            <translation>{account} a le plus progressé : {share} depuis que le chiffre est compté comme aujourd’hui.</translation>
        </message>
        <message>
            <source>{account} grew most: {share} between {day} and {last}.</source>
            <translation>{account} a le plus progressé : {share} entre le {day} et le {last}.</translation>
        </message>
        <message>
            <source>Where a line stops, no figure was taken; nothing is filled in.</source>
            <translation>Là où une courbe s’interrompt, aucun chiffre n’a été relevé ; rien n’est inventé.</translation>
        </message>
    </context>
    <context>
        <name>Dates</name>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>Demain</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Hier</translation>
        </message>
        <message>
            <source>No time yet</source>
            <translation>Pas encore d’heure</translation>
        </message>
        <message>
            <source>second time, after the clocks go back</source>
            <translation>deuxième passage, à l’heure d’hiver</translation>
        </message>
        <message>
            <source>first time, before the clocks go back</source>
            <translation>premier passage, à l’heure d’été</translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n seconde</numerusform>
                <numerusform>%n secondes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n heure</numerusform>
                <numerusform>%n heures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n jour</numerusform>
                <numerusform>%n jours</numerusform>
            </translation>
        </message>
        <message>
            <source>{figure} ms</source>
            <translation>{figure} ms</translation>
        </message>
        <message>
            <source>{figure} s</source>
            <translation>{figure} s</translation>
        </message>
        <message>
            <source>today</source>
            <translation>auj.</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>demain</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>hier</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}, {time}</translation>
        </message>
    </context>
    <context>
        <name>DatesDialog</name>
        <message>
            <source>Dates of a health day</source>
            <translation>Dates d’une journée de santé</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Premier jour</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Dernier jour</translation>
        </message>
        <message>
            <source>These dates hold for {year} alone and are no longer marked as “to confirm”.</source>
            <translation>Ces dates ne valent que pour {year} et ne sont plus marquées « à confirmer ».</translation>
        </message>
        <message>
            <source>&amp;From</source>
            <translation>&amp;Du</translation>
        </message>
        <message>
            <source>&amp;to</source>
            <translation>&amp;au</translation>
        </message>
        <message>
            <source>Follow the rule again</source>
            <translation>Suivre de nouveau la règle</translation>
        </message>
        <message>
            <source>Keep these dates</source>
            <translation>Garder ces dates</translation>
        </message>
    </context>
    <context>
        <name>DaysOffDialog</name>
        <message>
            <source>Public and school holidays</source>
            <translation>Jours fériés et vacances scolaires</translation>
        </message>
        <message>
            <source>Place of the clinic</source>
            <translation>Lieu de la clinique</translation>
        </message>
        <message>
            <source>The &amp;clinic is in</source>
            <translation>La &amp;clinique se trouve en</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Public holidays are computed for every year.</source>
            <translation>Les jours fériés sont calculés pour toutes les années.</translation>
        </message>
        <message>
            <source>School holidays are known until {day}; a newer file may take their place.</source>
            <translation>Les vacances scolaires sont connues jusqu’au {day} ; un fichier plus récent peut les remplacer.</translation>
        </message>
        <message>
            <source>Your file of school holidays cannot be read; the program’s own is used.</source>
            <translation>Votre fichier de vacances scolaires est illisible ; celui du logiciel est utilisé.</translation>
        </message>
        <message>
            <source>They come from the file that you chose.</source>
            <translation>Elles viennent du fichier que vous avez choisi.</translation>
        </message>
        <message>
            <source>Choose a file of school holidays…</source>
            <translation>Choisir un fichier de vacances scolaires…</translation>
        </message>
        <message>
            <source>Use the program’s own</source>
            <translation>Utiliser celui du logiciel</translation>
        </message>
        <message>
            <source>File of school holidays</source>
            <translation>Fichier de vacances scolaires</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>Tableaux (*.csv)</translation>
        </message>
    </context>
    <context>
        <name>Deeds</name>
        <message>
            <source>Choose a post first.</source>
            <translation>Choisissez d’abord un post.</translation>
        </message>
    </context>
    <context>
        <name>DeliveryNotices</name>
        <message>
            <source>“{title}” may be live on {account}: nobody can tell.</source>
            <translation>« {title} » est peut-être en ligne sur {account} : impossible de le savoir.</translation>
        </message>
        <message>
            <source>Look at the account, then say what you see. Nothing is sent again without you.</source>
            <translation>Regardez le compte, puis dites ce que vous voyez. Rien ne repart sans vous.</translation>
        </message>
        <message>
            <source>“{title}” did not leave for {account}.</source>
            <translation>« {title} » n’est pas parti pour {account}.</translation>
        </message>
        <message>
            <source>Show them</source>
            <translation>Les montrer</translation>
        </message>
        <message numerus="yes">
            <source>%n publication(s) waiting for you</source>
            <translation>
                <numerusform>%n publication vous attend</numerusform>
                <numerusform>%n publications vous attendent</numerusform>
            </translation>
        </message>
        <message>
            <source>Some hours passed while CM Station was closed, or something did not go through.</source>
            <translation>Des heures sont passées pendant que CM Station était fermé, ou un envoi n’a pas abouti.</translation>
        </message>
        <message>
            <source>It is time: “{title}” for {account}, which you publish by hand.</source>
            <translation>C’est l’heure : « {title} » pour {account}, à publier vous-même.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>The text and the pictures are ready: paste them, then give the link back.</source>
            <translation>Le texte et les photos sont prêts : collez-les, puis donnez le lien.</translation>
        </message>
        <message>
            <source>“{title}” may have left for {account} after the copy was made.</source>
            <translation>« {title} » est peut-être parti vers {account} après la copie.</translation>
        </message>
        <message>
            <source>Look at the account first, then send it or take it back.</source>
            <translation>Regardez d’abord le compte, puis envoyez-le ou retirez-le.</translation>
        </message>
        <message>
            <source>“{title}” should have left for {account} ({when}).</source>
            <translation>« {title} » aurait dû partir pour {account} ({when}).</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>Envoyer maintenant</translation>
        </message>
        <message>
            <source>Choose a time</source>
            <translation>Choisir une heure</translation>
        </message>
        <message>
            <source>The computer was off at that hour, so nothing was published.</source>
            <translation>L’ordinateur était éteint ou en veille à cette heure : rien n’a été publié.</translation>
        </message>
        <message>
            <source>See</source>
            <translation>Voir</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Write a post with this picture</source>
            <translation>Écrire un post avec cette image</translation>
        </message>
        <message>
            <source>Take the picture out of the library (Delete)</source>
            <translation>Retirer l’image de la médiathèque (Suppr)</translation>
        </message>
        <message>
            <source>Added: {when}</source>
            <translation>Ajoutée : {when}</translation>
        </message>
    </context>
    <context>
        <name>DialogFrame</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>DifferenceDialog</name>
        <message>
            <source>Both texts are the same, word for word.</source>
            <translation>Les deux textes sont identiques, mot pour mot.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Only in the base</source>
            <translation>Seulement dans la base</translation>
        </message>
        <message>
            <source>Only in this version</source>
            <translation>Seulement dans cette version</translation>
        </message>
    </context>
    <context>
        <name>DifferenceView</name>
        <message>
            <source>Difference between the two texts</source>
            <translation>Différence entre les deux textes</translation>
        </message>
    </context>
    <context>
        <name>DraftListDelegate</name>
        <message>
            <source>Untitled</source>
            <translation>Sans titre</translation>
        </message>
    </context>
    <context>
        <name>DraftListModel</name>
        <message>
            <source>To check</source>
            <translation>À vérifier</translation>
        </message>
        <message>
            <source>Time has passed</source>
            <translation>L’heure est passée</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>Cette semaine</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>No date yet</source>
            <translation>Sans date</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Publiés</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>Archivés</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Sans titre</translation>
        </message>
    </context>
    <context>
        <name>Drawer</name>
        <message>
            <source>Fold the list away</source>
            <translation>Replier la liste</translation>
        </message>
        <message>
            <source>Items of the day</source>
            <translation>Éléments du jour</translation>
        </message>
        <message>
            <source>Nothing on this day yet.</source>
            <translation>Rien ce jour-là pour l’instant.</translation>
        </message>
        <message>
            <source>Write a post for this day</source>
            <translation>Écrire un post pour ce jour</translation>
        </message>
        <message>
            <source>To place</source>
            <translation>À placer</translation>
        </message>
        <message>
            <source>Kind of posts to place</source>
            <translation>Sorte de posts à placer</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Brouillons</translation>
        </message>
        <message>
            <source>Ideas</source>
            <translation>Idées</translation>
        </message>
        <message>
            <source>Posts to place</source>
            <translation>Posts à placer</translation>
        </message>
        <message>
            <source>Drag a post onto a day, or press M.</source>
            <translation>Glissez un post sur un jour, ou touche M.</translation>
        </message>
        <message>
            <source>Drafts {count}</source>
            <translation>Brouillons {count}</translation>
        </message>
        <message>
            <source>Ideas {count}</source>
            <translation>Idées {count}</translation>
        </message>
        <message>
            <source>Ideas without a date wait here.</source>
            <translation>Les idées sans date attendent ici.</translation>
        </message>
        <message>
            <source>Drafts without a date wait here.</source>
            <translation>Les brouillons sans date attendent ici.</translation>
        </message>
    </context>
    <context>
        <name>DropVeil</name>
        <message>
            <source>Drop the pictures here</source>
            <translation>Déposez les images ici</translation>
        </message>
    </context>
    <context>
        <name>EditDialog</name>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
    </context>
    <context>
        <name>EditMenu</name>
        <message>
            <source>&amp;Undo: {what}</source>
            <translation>&amp;Annuler : {what}</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Annuler</translation>
        </message>
    </context>
    <context>
        <name>EntryDeeds</name>
        <message numerus="yes">
            <source>%n figure(s) entered</source>
            <translation>
                <numerusform>%n chiffre saisi</numerusform>
                <numerusform>%n chiffres saisis</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EntryDialog</name>
        <message>
            <source>Enter figures</source>
            <translation>Saisir des chiffres</translation>
        </message>
        <message>
            <source>Day of the figures</source>
            <translation>Jour des chiffres</translation>
        </message>
        <message>
            <source>Figures of the day</source>
            <translation>Chiffres du jour</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>This network does not count it.</source>
            <translation>Ce réseau ne le compte pas.</translation>
        </message>
        <message>
            <source>{metric} of {account}: write a whole number, or nothing when it is not known.</source>
            <translation>{metric}, {account} : écrivez un nombre entier, ou rien s’il n’est pas connu.</translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s) to save</source>
            <translation>
                <numerusform>%n chiffre à enregistrer</numerusform>
                <numerusform>%n chiffres à enregistrer</numerusform>
            </translation>
        </message>
        <message>
            <source>An empty cell is “not known”, which is not 0. Tab goes to the next cell.</source>
            <translation>Une case vide veut dire « non connu », ce qui n’est pas 0. Tabulation mène à la case suivante.</translation>
        </message>
        <message>
            <source>Nothing has changed.</source>
            <translation>Rien n’a changé.</translation>
        </message>
        <message>
            <source>&amp;Day</source>
            <translation>&amp;Jour</translation>
        </message>
        <message>
            <source>Save (Ctrl+Enter)</source>
            <translation>Enregistrer (Ctrl+Entrée)</translation>
        </message>
    </context>
    <context>
        <name>EntryRow</name>
        <message>
            <source>Move up (Alt+Up)</source>
            <translation>Monter (Alt+Haut)</translation>
        </message>
        <message>
            <source>Move down (Alt+Down)</source>
            <translation>Descendre (Alt+Bas)</translation>
        </message>
        <message>
            <source>Take out of the review</source>
            <translation>Retirer de la revue</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Résumé</translation>
        </message>
        <message>
            <source>In your own words</source>
            <translation>Avec vos mots</translation>
        </message>
        <message>
            <source>Tone</source>
            <translation>Ton</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>With the full text</source>
            <translation>Texte intégral</translation>
        </message>
        <message>
            <source>It takes a licence to copy: tick it in the menu at the top.</source>
            <translation>Il faut une licence de copie : cochez-la dans le menu, en haut.</translation>
        </message>
    </context>
    <context>
        <name>EventDialog</name>
        <message>
            <source>Event of the clinic</source>
            <translation>Événement de la clinique</translation>
        </message>
        <message>
            <source>New event of the clinic</source>
            <translation>Nouvel événement de la clinique</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <source>The clocks skip this hour on that day. Choose another one.</source>
            <translation>Ce jour-là, les horloges sautent cette heure. Choisissez-en une autre.</translation>
        </message>
        <message>
            <source>It would end before it begins.</source>
            <translation>L’événement se terminerait avant d’avoir commencé.</translation>
        </message>
        <message>
            <source>The series would end before it begins.</source>
            <translation>La série se terminerait avant d’avoir commencé.</translation>
        </message>
        <message>
            <source>The calendar warns of everything that is planned on a quiet day or the day before. Nothing is taken back by itself.</source>
            <translation>Le calendrier signale tout ce qui est prévu un jour de silence ou la veille. Rien n’est retiré de lui-même.</translation>
        </message>
        <message>
            <source>It is left out in months that have no day {day}.</source>
            <translation>L’événement n’a pas lieu les mois qui n’ont pas de {day}.</translation>
        </message>
        <message>
            <source>It comes back in leap years only.</source>
            <translation>Cet événement ne revient que les années bissextiles.</translation>
        </message>
    </context>
    <context>
        <name>EventFields</name>
        <message>
            <source>What is it?</source>
            <translation>De quoi s’agit-il ?</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Editorial line</source>
            <translation>Ligne éditoriale</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Campagne</translation>
        </message>
        <message>
            <source>Which of the series</source>
            <translation>Portée dans la série</translation>
        </message>
        <message>
            <source>Day on which it begins</source>
            <translation>Jour du début</translation>
        </message>
        <message>
            <source>Hour at which it begins</source>
            <translation>Heure du début</translation>
        </message>
        <message>
            <source>The &amp;whole day</source>
            <translation>Toute la &amp;journée</translation>
        </message>
        <message>
            <source>Day on which it ends</source>
            <translation>Jour de la fin</translation>
        </message>
        <message>
            <source>Hour at which it ends</source>
            <translation>Heure de la fin</translation>
        </message>
        <message>
            <source>Repeats</source>
            <translation>Répétition</translation>
        </message>
        <message>
            <source>&amp;until</source>
            <translation>&amp;jusqu’au</translation>
        </message>
        <message>
            <source>Last day of the series</source>
            <translation>Dernier jour de la série</translation>
        </message>
        <message>
            <source>No editorial line</source>
            <translation>Sans ligne éditoriale</translation>
        </message>
        <message>
            <source>No campaign</source>
            <translation>Sans campagne</translation>
        </message>
        <message>
            <source>This one</source>
            <translation>Celui-ci</translation>
        </message>
        <message>
            <source>The whole series</source>
            <translation>Toute la série</translation>
        </message>
        <message>
            <source>By a rule of its own</source>
            <translation>Selon sa propre règle</translation>
        </message>
        <message>
            <source>Does not repeat</source>
            <translation>Une seule fois</translation>
        </message>
        <message>
            <source>Every day</source>
            <translation>Tous les jours</translation>
        </message>
        <message>
            <source>Every week</source>
            <translation>Toutes les semaines</translation>
        </message>
        <message>
            <source>Every two weeks</source>
            <translation>Toutes les deux semaines</translation>
        </message>
        <message>
            <source>Every month</source>
            <translation>Tous les mois</translation>
        </message>
        <message>
            <source>Every year</source>
            <translation>Tous les ans</translation>
        </message>
        <message>
            <source>&amp;Begins</source>
            <translation>&amp;Début</translation>
        </message>
        <message>
            <source>&amp;Ends</source>
            <translation>&amp;Fin</translation>
        </message>
        <message>
            <source>&amp;Repeats</source>
            <translation>&amp;Répétition</translation>
        </message>
        <message>
            <source>&amp;Place</source>
            <translation>&amp;Lieu</translation>
        </message>
        <message>
            <source>N&amp;otes</source>
            <translation>N&amp;otes</translation>
        </message>
        <message>
            <source>Choose “The whole series” to change it.</source>
            <translation>Choisissez « Toute la série » pour modifier ce champ.</translation>
        </message>
    </context>
    <context>
        <name>Evidence</name>
        <message>
            <source>Posts of the account that were read: {value}</source>
            <translation>Posts du compte relus : {value}</translation>
        </message>
        <message>
            <source>Posts found on the page: {value}</source>
            <translation>Posts trouvés sur la page : {value}</translation>
        </message>
        <message>
            <source>Page that was read: {value}</source>
            <translation>Page relue : {value}</translation>
        </message>
        <message>
            <source>Posts with the same text: {value}</source>
            <translation>Posts portant le même texte : {value}</translation>
        </message>
        <message>
            <source>The list of posts did not reach back far enough</source>
            <translation>La liste des posts ne remontait pas assez loin</translation>
        </message>
        <message>
            <source>The network still keeps it for later</source>
            <translation>Le réseau le garde encore pour plus tard</translation>
        </message>
        <message>
            <source>Found at the post’s own place: {value}</source>
            <translation>Trouvé à l’emplacement du post : {value}</translation>
        </message>
        <message>
            <source>Nothing at the post’s own place: {value}</source>
            <translation>Rien à l’emplacement du post : {value}</translation>
        </message>
        <message>
            <source>Looked for since {value}</source>
            <translation>Cherché depuis {value}</translation>
        </message>
        <message>
            <source>The server runs {value}</source>
            <translation>Le serveur utilise {value}</translation>
        </message>
        <message>
            <source>Number of the draft on the site: {value}</source>
            <translation>Numéro du brouillon sur le site : {value}</translation>
        </message>
        <message>
            <source>Changed on the site at {value}</source>
            <translation>Modifié sur le site à {value}</translation>
        </message>
        <message>
            <source>Dated {value} on the site</source>
            <translation>Daté de {value} sur le site</translation>
        </message>
        <message>
            <source>Address on the site: {value}</source>
            <translation>Adresse sur le site : {value}</translation>
        </message>
        <message>
            <source>The site says: published</source>
            <translation>Le site dit : publié</translation>
        </message>
        <message>
            <source>The site says: planned for later</source>
            <translation>Le site dit : prévu pour plus tard</translation>
        </message>
        <message>
            <source>The site says: still a draft</source>
            <translation>Le site dit : encore un brouillon</translation>
        </message>
        <message>
            <source>The site says: waiting for review</source>
            <translation>Le site dit : en attente de relecture</translation>
        </message>
        <message>
            <source>The site says: private</source>
            <translation>Le site dit : privé</translation>
        </message>
        <message>
            <source>The site says: in the bin</source>
            <translation>Le site dit : dans la corbeille</translation>
        </message>
        <message>
            <source>The site no longer knows it</source>
            <translation>Le site ne le connaît plus</translation>
        </message>
        <message>
            <source>nothing was found</source>
            <translation>rien n’a été trouvé</translation>
        </message>
        <message>
            <source>Look number {number}: {found}</source>
            <translation>Regard nº {number} : {found}</translation>
        </message>
        <message>
            <source>The computer’s clock was set back since, so looking proves nothing</source>
            <translation>L’horloge de l’ordinateur a été reculée depuis : chercher ne prouve rien</translation>
        </message>
        <message>
            <source>Nothing had been made ready yet</source>
            <translation>Rien n’était encore préparé</translation>
        </message>
    </context>
    <context>
        <name>ExchangeDeeds</name>
        <message>
            <source>Look at what is planned on the networks</source>
            <translation>Regarder ce qui est prévu sur les réseaux</translation>
        </message>
        <message>
            <source>Import from a file…</source>
            <translation>Importer depuis un fichier…</translation>
        </message>
        <message>
            <source>Export to a file…</source>
            <translation>Exporter vers un fichier…</translation>
        </message>
        <message>
            <source>A calendar for Outlook or Thunderbird…</source>
            <translation>Un calendrier pour Outlook ou Thunderbird…</translation>
        </message>
        <message>
            <source>Print or save as PDF…</source>
            <translation>Imprimer ou enregistrer en PDF…</translation>
        </message>
        <message>
            <source>{accounts} did not answer; what was seen there before is still shown.</source>
            <translation>Pas de réponse de {accounts} ; ce qu’on y avait vu auparavant reste affiché.</translation>
        </message>
        <message>
            <source>What is planned on the networks is up to date.</source>
            <translation>Ce qui est prévu sur les réseaux est à jour.</translation>
        </message>
        <message>
            <source>Import into the calendar</source>
            <translation>Importer dans le calendrier</translation>
        </message>
        <message>
            <source>Calendars and tables (*.ics *.csv *.xlsx)</source>
            <translation>Calendriers et tableaux (*.ics *.csv *.xlsx)</translation>
        </message>
        <message>
            <source>“{name}” taken into the calendar</source>
            <translation>« {name} » ajouté au calendrier</translation>
        </message>
        <message>
            <source>calendar-{day}</source>
            <translation>calendrier-{day}</translation>
        </message>
        <message>
            <source>Export the calendar</source>
            <translation>Exporter le calendrier</translation>
        </message>
        <message>
            <source>Excel table (*.xlsx)</source>
            <translation>Tableau Excel (*.xlsx)</translation>
        </message>
        <message>
            <source>Calendar for Outlook, Thunderbird, a phone (*.ics)</source>
            <translation>Calendrier pour Outlook, Thunderbird ou un téléphone (*.ics)</translation>
        </message>
        <message>
            <source>Table as text (*.csv)</source>
            <translation>Tableau en texte (*.csv)</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) written to {name}</source>
            <translation>
                <numerusform>%n élément écrit dans {name}</numerusform>
                <numerusform>%n éléments écrits dans {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>Calendar for other programs written</source>
            <translation>Calendrier pour d’autres programmes écrit</translation>
        </message>
        <message>
            <source>It is kept no longer.</source>
            <translation>Il n’est plus tenu à jour.</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Enregistrer en PDF</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) written to {name}</source>
            <translation>
                <numerusform>%n page écrite dans {name}</numerusform>
                <numerusform>%n pages écrites dans {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) sent to the printer</source>
            <translation>
                <numerusform>%n page envoyée à l’imprimante</numerusform>
                <numerusform>%n pages envoyées à l’imprimante</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FigureFile</name>
        <message>
            <source>The file is larger than 20 MB; it was not read.</source>
            <translation>Le fichier dépasse 20 Mo ; il n’a pas été lu.</translation>
        </message>
        <message>
            <source>The letters of the file cannot be read. Save it once more as CSV UTF-8.</source>
            <translation>Les lettres du fichier sont illisibles. Enregistrez-le à nouveau en CSV UTF-8.</translation>
        </message>
        <message>
            <source>This is no Excel table that can be read.</source>
            <translation>Ce n’est pas un tableau Excel lisible.</translation>
        </message>
        <message>
            <source>A quotation mark is opened and not closed.</source>
            <translation>Un guillemet est ouvert et n’est pas fermé.</translation>
        </message>
        <message>
            <source>The file has too many lines.</source>
            <translation>Le fichier a trop de lignes.</translation>
        </message>
        <message>
            <source>The file has too many columns.</source>
            <translation>Le fichier a trop de colonnes.</translation>
        </message>
        <message>
            <source>There is nothing in the file.</source>
            <translation>Le fichier est vide.</translation>
        </message>
        <message>
            <source>No column is called “date” or “day”.</source>
            <translation>Aucune colonne ne s’appelle « date » ou « jour ».</translation>
        </message>
        <message>
            <source>No column has a figure’s name, such as “followers” or “views”.</source>
            <translation>Aucune colonne ne porte le nom d’un chiffre, comme « abonnés » ou « vues ».</translation>
        </message>
        <message>
            <source>Two columns have the same meaning.</source>
            <translation>Deux colonnes ont le même sens.</translation>
        </message>
        <message>
            <source>The line has more cells than the heading.</source>
            <translation>La ligne a plus de cases que l’en-tête.</translation>
        </message>
        <message>
            <source>The same account, day and figure stand there twice.</source>
            <translation>Le même compte, le même jour et le même chiffre y sont deux fois.</translation>
        </message>
        <message>
            <source>The post has neither a title nor a link nor a number of its own.</source>
            <translation>La publication n’a ni titre, ni lien, ni numéro.</translation>
        </message>
        <message>
            <source>The cell holds an error of the spreadsheet.</source>
            <translation>La case contient une erreur du tableur.</translation>
        </message>
        <message>
            <source>The cell holds a formula without a result. Save the file once more in the spreadsheet.</source>
            <translation>La case contient une formule sans résultat. Enregistrez à nouveau le fichier dans le tableur.</translation>
        </message>
        <message>
            <source>This is no day that can be read.</source>
            <translation>Ce jour est illisible.</translation>
        </message>
        <message>
            <source>The day is missing.</source>
            <translation>Le jour manque.</translation>
        </message>
        <message>
            <source>This day is written otherwise than the others of the file.</source>
            <translation>Ce jour est écrit autrement que les autres du fichier.</translation>
        </message>
        <message>
            <source>Day or month first? Nothing in the file tells. Choose it below.</source>
            <translation>Le jour ou le mois d’abord ? Rien dans le fichier ne le dit. Choisissez ci-dessous.</translation>
        </message>
        <message>
            <source>The day is a bare number. Format the column as a date in the spreadsheet.</source>
            <translation>Le jour est un simple nombre. Mettez la colonne au format date dans le tableur.</translation>
        </message>
        <message>
            <source>This day has not come yet.</source>
            <translation>Ce jour n’est pas encore venu.</translation>
        </message>
        <message>
            <source>This is no hour that can be read.</source>
            <translation>Cette heure est illisible.</translation>
        </message>
        <message>
            <source>No account of yours has this name.</source>
            <translation>Aucun de vos comptes ne porte ce nom.</translation>
        </message>
        <message>
            <source>The account is missing.</source>
            <translation>Le compte manque.</translation>
        </message>
        <message>
            <source>The file does not say which account it is about. Choose it below.</source>
            <translation>Le fichier ne dit pas de quel compte il parle. Choisissez-le ci-dessous.</translation>
        </message>
        <message>
            <source>Several accounts have this name.</source>
            <translation>Plusieurs comptes portent ce nom.</translation>
        </message>
        <message>
            <source>No figure has this name.</source>
            <translation>Aucun chiffre ne porte ce nom.</translation>
        </message>
        <message>
            <source>This is no number.</source>
            <translation>Ce n’est pas un nombre.</translation>
        </message>
        <message>
            <source>This number is not whole.</source>
            <translation>Ce nombre n’est pas entier.</translation>
        </message>
        <message>
            <source>This number can be read in two ways. Write it without a point and without a comma.</source>
            <translation>Ce nombre peut se lire de deux façons. Écrivez-le sans point ni virgule.</translation>
        </message>
        <message>
            <source>This number is written otherwise than the others of the file.</source>
            <translation>Ce nombre est écrit autrement que les autres du fichier.</translation>
        </message>
        <message>
            <source>Nothing counts less than 0.</source>
            <translation>Rien ne compte moins de 0.</translation>
        </message>
        <message>
            <source>This number is too great.</source>
            <translation>Ce nombre est trop grand.</translation>
        </message>
        <message>
            <source>This number is rounded (“1.2k”). Write it in full.</source>
            <translation>Ce nombre est arrondi (« 1,2k »). Écrivez-le en entier.</translation>
        </message>
        <message>
            <source>{sentence} It says “{found}”.</source>
            <translation>{sentence} On y lit « {found} ».</translation>
        </message>
        <message>
            <source>See line {line}.</source>
            <translation>Voyez la ligne {line}.</translation>
        </message>
        <message>
            <source>Line {line}, “{column}”: {sentence}</source>
            <translation>Ligne {line}, « {column} » : {sentence}</translation>
        </message>
        <message>
            <source>Line {line}: {sentence}</source>
            <translation>Ligne {line} : {sentence}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln line(s) can be taken.</source>
            <translation>
                <numerusform>%Ln ligne peut être reprise.</numerusform>
                <numerusform>%Ln lignes peuvent être reprises.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln figure(s), {days}.</source>
            <translation>
                <numerusform>%Ln chiffre, {days}.</numerusform>
                <numerusform>%Ln chiffres, {days}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln post(s) with their figures.</source>
            <translation>
                <numerusform>%Ln publication avec ses chiffres.</numerusform>
                <numerusform>%Ln publications avec leurs chiffres.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln known figure(s) get another value.</source>
            <translation>
                <numerusform>%Ln chiffre connu change de valeur.</numerusform>
                <numerusform>%Ln chiffres connus changent de valeur.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln figure(s) that you typed yourself stay as they are.</source>
            <translation>
                <numerusform>%Ln chiffre que vous avez saisi reste tel quel.</numerusform>
                <numerusform>%Ln chiffres que vous avez saisis restent tels quels.</numerusform>
            </translation>
        </message>
        <message>
            <source>These columns mean nothing here and are passed over: {columns}</source>
            <translation>Ces colonnes n’ont pas de sens ici et sont laissées de côté : {columns}</translation>
        </message>
    </context>
    <context>
        <name>FilePreviewDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Take the others</source>
            <translation>Reprendre les autres</translation>
        </message>
    </context>
    <context>
        <name>FilterMenu</name>
        <message>
            <source>Posts</source>
            <translation>Posts</translation>
        </message>
        <message>
            <source>Events of the clinic</source>
            <translation>Événements de la clinique</translation>
        </message>
        <message>
            <source>Planned on the networks</source>
            <translation>Planifiés sur les réseaux</translation>
        </message>
        <message>
            <source>Health days</source>
            <translation>Journées de santé</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>Jours fériés et vacances</translation>
        </message>
        <message>
            <source>States</source>
            <translation>États</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Comptes</translation>
        </message>
        <message>
            <source>Editorial lines</source>
            <translation>Lignes éditoriales</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>Campagnes</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>Tout afficher</translation>
        </message>
        <message>
            <source>{title} (some)</source>
            <translation>{title} (une partie)</translation>
        </message>
    </context>
    <context>
        <name>Findings</name>
        <message>
            <source>{account}: {length} of {limit} characters</source>
            <translation>{account} : {length} caractères sur {limit}</translation>
        </message>
        <message numerus="yes">
            <source>{account}: %n character(s)</source>
            <translation>
                <numerusform>{account} : %n caractère</numerusform>
                <numerusform>{account} : %n caractères</numerusform>
            </translation>
        </message>
        <message>
            <source>No account is chosen</source>
            <translation>Aucun compte choisi</translation>
        </message>
        <message>
            <source>{account}: there is nothing to publish yet</source>
            <translation>{account} : rien à publier pour l’instant</translation>
        </message>
        <message numerus="yes">
            <source>{account}: %n character(s) too many</source>
            <translation>
                <numerusform>{account} : %n caractère de trop</numerusform>
                <numerusform>{account} : %n caractères de trop</numerusform>
            </translation>
        </message>
        <message>
            <source>{account}: a title is needed</source>
            <translation>{account} : il faut un titre</translation>
        </message>
        <message numerus="yes">
            <source>{account}: title too long by %n character(s)</source>
            <translation>
                <numerusform>{account} : titre trop long de %n caractère</numerusform>
                <numerusform>{account} : titre trop long de %n caractères</numerusform>
            </translation>
        </message>
        <message>
            <source>{account}: too many hashtags</source>
            <translation>{account} : trop de mots-dièse</translation>
        </message>
        <message>
            <source>{account}: too many people mentioned</source>
            <translation>{account} : trop de personnes mentionnées</translation>
        </message>
        <message>
            <source>{account}: too many links</source>
            <translation>{account} : trop de liens</translation>
        </message>
        <message>
            <source>{account}: a character that the network refuses</source>
            <translation>{account} : un caractère que le réseau refuse</translation>
        </message>
        <message>
            <source>Picture {picture}: describe the image</source>
            <translation>Photo {picture} : décrire l’image</translation>
        </message>
        <message>
            <source>Every picture is described</source>
            <translation>Toutes les photos sont décrites</translation>
        </message>
        <message numerus="yes">
            <source>{account}, picture {picture}: %n character(s) too many</source>
            <translation>
                <numerusform>{account}, photo {picture} : %n caractère de trop</numerusform>
                <numerusform>{account}, photo {picture} : %n caractères de trop</numerusform>
            </translation>
        </message>
        <message>
            <source>{account}: {pictures} pictures, {limit} at most</source>
            <translation>{account} : {pictures} photos, {limit} au plus</translation>
        </message>
        <message>
            <source>{account}: a picture is needed</source>
            <translation>{account} : il faut une photo</translation>
        </message>
        <message>
            <source>The file {name} is no longer on this computer</source>
            <translation>Le fichier {name} n’est plus sur cet ordinateur</translation>
        </message>
        <message>
            <source>The link is not a web address</source>
            <translation>Le lien n’est pas une adresse web</translation>
        </message>
        <message>
            <source>The link does not begin with https</source>
            <translation>Le lien ne commence pas par https</translation>
        </message>
        <message numerus="yes">
            <source>{account}: first comment too long by %n character(s)</source>
            <translation>
                <numerusform>{account} : premier commentaire trop long de %n caractère</numerusform>
                <numerusform>{account} : premier commentaire trop long de %n caractères</numerusform>
            </translation>
        </message>
        <message>
            <source>{account}: leaves without its first comment</source>
            <translation>{account} : partira sans son premier commentaire</translation>
        </message>
        <message>
            <source>{account}: sign in again</source>
            <translation>{account} : se connecter à nouveau</translation>
        </message>
        <message>
            <source>{account}: paused</source>
            <translation>{account} : en pause</translation>
        </message>
        <message>
            <source>{account}: same text less than a day ago</source>
            <translation>{account} : même texte il y a moins d’un jour</translation>
        </message>
        <message>
            <source>Still to be filled in: {name}</source>
            <translation>Reste à compléter : {name}</translation>
        </message>
        <message>
            <source>The planned hour has passed</source>
            <translation>L’heure prévue est passée</translation>
        </message>
        <message>
            <source>{account}: another post leaves at that hour</source>
            <translation>{account} : un autre post part à cette heure</translation>
        </message>
        <message>
            <source>Go</source>
            <translation>Aller</translation>
        </message>
        <message>
            <source>Write</source>
            <translation>Écrire</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Choisir</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>See</source>
            <translation>Voir</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Changer</translation>
        </message>
    </context>
    <context>
        <name>FolderDialog</name>
        <message>
            <source>A calendar for Outlook or Thunderbird</source>
            <translation>Un calendrier pour Outlook ou Thunderbird</translation>
        </message>
        <message>
            <source>CM Station keeps a file, cmstation.ics, up to date in a folder that you choose: titles, hours, states and networks, never the text of a post. Subscribe to it in Outlook, Thunderbird or on a phone.</source>
            <translation>CM Station tient à jour un fichier, cmstation.ics, dans un dossier que vous choisissez : titres, heures, états et réseaux, jamais le texte d’un post. Abonnez-vous à ce fichier dans Outlook, dans Thunderbird ou sur un téléphone.</translation>
        </message>
        <message>
            <source>Last written: {when}</source>
            <translation>Dernière mise à jour : {when}</translation>
        </message>
        <message>
            <source>The file could not be written since. Look at the folder, or choose another one.</source>
            <translation>Le fichier n’a pas pu être écrit depuis. Vérifiez le dossier, ou choisissez-en un autre.</translation>
        </message>
        <message>
            <source>Keep it no longer</source>
            <translation>Ne plus le tenir à jour</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translation>Un autre dossier…</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>Choisir un dossier…</translation>
        </message>
        <message>
            <source>Folder of the calendar</source>
            <translation>Dossier du calendrier</translation>
        </message>
    </context>
    <context>
        <name>FolderOpening</name>
        <message>
            <source>The first start prepares it, which may take a minute on a slow disk.</source>
            <translation>Le premier démarrage le prépare, ce qui peut prendre une minute sur un disque lent.</translation>
        </message>
        <message>
            <source>Your folder is being opened.</source>
            <translation>Votre dossier est en cours d’ouverture.</translation>
        </message>
        <message>
            <source>CM Station was already open on this folder: this is its window.</source>
            <translation>CM Station était déjà ouvert sur ce dossier : voici sa fenêtre.</translation>
        </message>
    </context>
    <context>
        <name>FormsAnswer</name>
        <message>
            <source>No post went out in this period.</source>
            <translation>Rien n’a été publié sur cette période.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln publication</numerusform>
                <numerusform>%Ln publications</numerusform>
            </translation>
        </message>
        <message>
            <source>Median score</source>
            <translation>Score médian</translation>
        </message>
        <message>
            <source>By form</source>
            <translation>Par forme</translation>
        </message>
        <message>
            <source>Median score of the posts of each form; with fewer than five, nothing is claimed.</source>
            <translation>Score médian des publications de chaque forme ; en dessous de cinq, rien n’est affirmé.</translation>
        </message>
        <message>
            <source>{share} of the publications are “{form}”.</source>
            <translation>{share} des publications : « {form} ».</translation>
        </message>
        <message>
            <source>There are too few posts with a score to say which form does best.</source>
            <translation>Trop peu de publications ont un score pour dire quelle forme réussit le mieux.</translation>
        </message>
        <message>
            <source>“{form}” has a median score of {score} (1 is usual).</source>
            <translation>« {form} » a un score médian de {score} (1 est l’habitude).</translation>
        </message>
        <message>
            <source>“{form}” does best: score {score} (1 is usual).</source>
            <translation>« {form} » réussit le mieux : score {score} (1 est l’habitude).</translation>
        </message>
    </context>
    <context>
        <name>FoundDelegate</name>
        <message>
            <source>Nothing in it yet.</source>
            <translation>Rien dedans pour l’instant.</translation>
        </message>
        <message>
            <source>already watched</source>
            <translation>déjà suivie</translation>
        </message>
    </context>
    <context>
        <name>FoundList</name>
        <message>
            <source>Sources found</source>
            <translation>Sources trouvées</translation>
        </message>
    </context>
    <context>
        <name>FoundModel</name>
        <message>
            <source>already watched</source>
            <translation>déjà suivie</translation>
        </message>
    </context>
    <context>
        <name>GapsAnswer</name>
        <message>
            <source>What each figure counts</source>
            <translation>Ce que compte chaque chiffre</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>Ce qui manque</translation>
        </message>
        <message numerus="yes">
            <source>%n post(s) are no longer on their network; the last figures are kept.</source>
            <translation>
                <numerusform>%n publication n’est plus sur son réseau ; ses derniers chiffres connus sont gardés.</numerusform>
                <numerusform>%n publications ne sont plus sur leur réseau ; leurs derniers chiffres connus sont gardés.</numerusform>
            </translation>
        </message>
        <message>
            <source>No figure is known of this period.</source>
            <translation>Aucun chiffre n’est connu pour cette période.</translation>
        </message>
        <message>
            <source>Every account has a figure for every day of the period.</source>
            <translation>Chaque compte a un chiffre pour chaque jour de la période.</translation>
        </message>
        <message numerus="yes">
            <source>%n account(s) have days without a figure.</source>
            <translation>
                <numerusform>%n compte a des jours sans chiffre.</numerusform>
                <numerusform>%n comptes ont des jours sans chiffre.</numerusform>
            </translation>
        </message>
        <message>
            <source>Figures are read when this program runs: days on which the computer was off stay empty, and nothing is filled in.</source>
            <translation>Les chiffres sont relevés quand ce programme tourne : les jours où l’ordinateur était éteint restent vides, et rien n’est inventé.</translation>
        </message>
        <message>
            <source>No figure is known by the end of this period.</source>
            <translation>Aucun chiffre n’est connu à la fin de cette période.</translation>
        </message>
        <message>
            <source>No day is missing.</source>
            <translation>Aucun jour ne manque.</translation>
        </message>
        <message>
            <source>Nothing on {days}: {missing} of {all} days have no figure.</source>
            <translation>Rien : {days} ({missing} sur {all} jours).</translation>
        </message>
    </context>
    <context>
        <name>GoalDialog</name>
        <message>
            <source>Change a goal</source>
            <translation>Modifier un objectif</translation>
        </message>
        <message>
            <source>Set a goal</source>
            <translation>Fixer un objectif</translation>
        </message>
        <message>
            <source>&amp;Until</source>
            <translation>&amp;Jusqu’au</translation>
        </message>
        <message>
            <source>Day until which it is to be reached</source>
            <translation>Jour avant lequel l’atteindre</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Compte</translation>
        </message>
        <message>
            <source>What is counted</source>
            <translation>Ce qui est compté</translation>
        </message>
        <message>
            <source>Number to reach</source>
            <translation>Nombre à atteindre</translation>
        </message>
        <message>
            <source>Name of the goal</source>
            <translation>Nom de l’objectif</translation>
        </message>
        <message>
            <source>for instance 17000</source>
            <translation>par exemple 17000</translation>
        </message>
        <message>
            <source>may stay empty</source>
            <translation>peut rester vide</translation>
        </message>
        <message>
            <source>All accounts together</source>
            <translation>Tous les comptes ensemble</translation>
        </message>
        <message>
            <source>&amp;Account</source>
            <translation>&amp;Compte</translation>
        </message>
        <message>
            <source>&amp;What</source>
            <translation>&amp;Quoi</translation>
        </message>
        <message>
            <source>&amp;Number</source>
            <translation>&amp;Nombre</translation>
        </message>
        <message>
            <source>Na&amp;me</source>
            <translation>N&amp;om</translation>
        </message>
        <message>
            <source>Give this goal up</source>
            <translation>Abandonner cet objectif</translation>
        </message>
        <message>
            <source>Write the number to reach.</source>
            <translation>Écrivez le nombre à atteindre.</translation>
        </message>
    </context>
    <context>
        <name>GoalsAnswer</name>
        <message>
            <source>Set a goal…</source>
            <translation>Fixer un objectif…</translation>
        </message>
        <message>
            <source>Goals and milestones</source>
            <translation>Objectifs et caps franchis</translation>
        </message>
        <message numerus="yes">
            <source>%n round number(s) passed in this period.</source>
            <translation>
                <numerusform>%n cap franchi sur cette période.</numerusform>
                <numerusform>%n caps franchis sur cette période.</numerusform>
            </translation>
        </message>
        <message>
            <source>No goal is set, and no round number was passed in this period.</source>
            <translation>Aucun objectif n’est fixé, et aucun cap n’a été franchi sur cette période.</translation>
        </message>
        <message>
            <source>A goal such as “17,000 followers” gives the curve something to hold on to.</source>
            <translation>Un objectif comme « 17 000 abonnés » donne un repère à la courbe.</translation>
        </message>
        <message numerus="yes">
            <source>%n goal(s) reached.</source>
            <translation>
                <numerusform>%n objectif atteint.</numerusform>
                <numerusform>%n objectifs atteints.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n goal(s) reached, of {goals}.</source>
            <translation>
                <numerusform>%n objectif atteint sur {goals}.</numerusform>
                <numerusform>%n objectifs atteints sur {goals}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <source>How far it is is not known: no figure tells it.</source>
            <translation>On ne sait pas où il en est : aucun chiffre ne le dit.</translation>
        </message>
        <message>
            <source>Reached on {reached}; {value} on {day}.</source>
            <translation>Atteint le {reached} ; {value} le {day}.</translation>
        </message>
        <message>
            <source>{value} on {day}: {share}, {left} to go.</source>
            <translation>{value} le {day} : {share}, il en manque {left}.</translation>
        </message>
        <message>
            <source>It is set for {day}.</source>
            <translation>Échéance le {day}.</translation>
        </message>
        <message>
            <source>{change} since {day}.</source>
            <translation>{change} depuis le {day}.</translation>
        </message>
        <message>
            <source>If all days were like these, it would be there on {day}.</source>
            <translation>Si tous les jours leur ressemblaient, il serait atteint le {day}.</translation>
        </message>
        <message>
            <source>{account} passed {figure} between {before} and {day}.</source>
            <translation>{account} a franchi {figure} entre le {before} et le {day}.</translation>
        </message>
        <message>
            <source>{account} passed {figure} on {day}.</source>
            <translation>{account} a franchi {figure} le {day}.</translation>
        </message>
    </context>
    <context>
        <name>GridView</name>
        <message>
            <source>Pictures of the library</source>
            <translation>Images de la médiathèque</translation>
        </message>
    </context>
    <context>
        <name>HandOverDialog</name>
        <message>
            <source>Publish on {account}</source>
            <translation>Publier sur {account}</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>Give the link back</source>
            <translation>Donnez le lien</translation>
        </message>
        <message>
            <source>Copy the address of the post once it is live.</source>
            <translation>Copiez l’adresse du post une fois en ligne.</translation>
        </message>
        <message>
            <source>It is live</source>
            <translation>Il est en ligne</translation>
        </message>
        <message>
            <source>The header keeps count of what waits for you.</source>
            <translation>L’en-tête garde le compte de ce qui vous attend.</translation>
        </message>
        <message>
            <source>Paste the text</source>
            <translation>Collez le texte</translation>
        </message>
        <message>
            <source>The page is open in your browser; the text is copied.</source>
            <translation>La page est ouverte dans le navigateur ; le texte est copié.</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>Copier le texte</translation>
        </message>
        <message>
            <source>Copy the title</source>
            <translation>Copier le titre</translation>
        </message>
        <message>
            <source>Decorative: no alternative text</source>
            <translation>Décorative : sans texte alternatif</translation>
        </message>
        <message>
            <source>Picture {number}: {words}</source>
            <translation>Photo {number} : {words}</translation>
        </message>
        <message>
            <source>Copy the alternative text</source>
            <translation>Copier le texte alternatif</translation>
        </message>
        <message>
            <source>Copy the alternative text of picture {number}</source>
            <translation>Copier le texte alternatif de la photo {number}</translation>
        </message>
        <message>
            <source>Add the first comment</source>
            <translation>Ajoutez le premier commentaire</translation>
        </message>
        <message>
            <source>Copy the comment</source>
            <translation>Copier le commentaire</translation>
        </message>
        <message>
            <source>Copied: {what}</source>
            <translation>Copié : {what}</translation>
        </message>
        <message>
            <source>Open the page</source>
            <translation>Ouvrir la page</translation>
        </message>
        <message numerus="yes">
            <source>Add the %n picture(s)</source>
            <translation>
                <numerusform>Ajoutez la photo</numerusform>
                <numerusform>Ajoutez les %n photos</numerusform>
            </translation>
        </message>
        <message>
            <source>Cropped, light, without shooting data.</source>
            <translation>Recadrées, légères, sans données de prise de vue.</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>Ouvrir le dossier</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Parts of CM Station</source>
            <translation>Parties de CM Station</translation>
        </message>
        <message>
            <source>Search or do</source>
            <translation>Chercher ou agir</translation>
        </message>
        <message numerus="yes">
            <source>%n due</source>
            <translation>
                <numerusform>%n à publier</numerusform>
                <numerusform>%n à publier</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n post(s) should still leave today</source>
            <translation>
                <numerusform>%n post doit encore partir aujourd’hui</numerusform>
                <numerusform>%n posts doivent encore partir aujourd’hui</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%n à vérifier</numerusform>
                <numerusform>%n à vérifier</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n post(s) waiting for you</source>
            <translation>
                <numerusform>%n post vous attend</numerusform>
                <numerusform>%n posts vous attendent</numerusform>
            </translation>
        </message>
        <message>
            <source>On line</source>
            <translation>En ligne</translation>
        </message>
        <message>
            <source>This computer is on line</source>
            <translation>Cet ordinateur est connecté</translation>
        </message>
        <message>
            <source>This computer is off line: you can write, and posts leave once the line is back</source>
            <translation>Cet ordinateur est hors ligne : vous pouvez écrire, les posts partiront au retour de la connexion</translation>
        </message>
        <message>
            <source>Off line</source>
            <translation>Hors ligne</translation>
        </message>
        <message>
            <source>You work off line: nothing leaves until you go on line again</source>
            <translation>Vous travaillez hors ligne : rien ne part tant que vous ne reprenez pas les envois</translation>
        </message>
        <message>
            <source>Sending stopped</source>
            <translation>Envois suspendus</translation>
        </message>
    </context>
    <context>
        <name>HealthDayCard</name>
        <message>
            <source>Open its post</source>
            <translation>Ouvrir son post</translation>
        </message>
        <message>
            <source>Prepare a post</source>
            <translation>Préparer un post</translation>
        </message>
        <message>
            <source>Take up the last post for this day</source>
            <translation>Reprendre le dernier post de cette journée</translation>
        </message>
        <message>
            <source>A copy that has to be read and validated again</source>
            <translation>Une copie, à relire et à valider de nouveau</translation>
        </message>
        <message>
            <source>Its dates…</source>
            <translation>Ses dates…</translation>
        </message>
        <message>
            <source>Not in {year}</source>
            <translation>Pas en {year}</translation>
        </message>
        <message>
            <source>{date}, to confirm: look at the organiser’s page</source>
            <translation>{date}, à confirmer : consultez la page de l’organisateur</translation>
        </message>
        <message>
            <source>Organised by {organiser}</source>
            <translation>Organisation : {organiser}</translation>
        </message>
        <message>
            <source>Source: {source}</source>
            <translation>Source : {source}</translation>
        </message>
    </context>
    <context>
        <name>HealthDayDeeds</name>
        <message>
            <source>“{day}” taken up: it has to be read and validated again</source>
            <translation>« {day} » repris : à relire et à valider de nouveau</translation>
        </message>
        <message>
            <source>Dates of “{day}” kept</source>
            <translation>Dates de « {day} » enregistrées</translation>
        </message>
        <message>
            <source>“{day}” follows its rule again</source>
            <translation>« {day} » suit de nouveau sa règle</translation>
        </message>
        <message>
            <source>“{day}” is not kept in {year}</source>
            <translation>« {day} » n’est pas retenu en {year}</translation>
        </message>
        <message>
            <source>Themes of health days chosen</source>
            <translation>Thèmes des journées de santé choisis</translation>
        </message>
        <message>
            <source>“{day}” added</source>
            <translation>« {day} » ajouté</translation>
        </message>
        <message>
            <source>“{day}” removed</source>
            <translation>« {day} » retiré</translation>
        </message>
        <message>
            <source>Place of the clinic chosen</source>
            <translation>Lieu de la clinique choisi</translation>
        </message>
        <message>
            <source>School holidays taken from the file</source>
            <translation>Vacances scolaires reprises du fichier</translation>
        </message>
        <message>
            <source>School holidays of the program again</source>
            <translation>Vacances scolaires du programme rétablies</translation>
        </message>
    </context>
    <context>
        <name>HealthDaysDialog</name>
        <message>
            <source>Health days</source>
            <translation>Journées de santé</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Année</translation>
        </message>
        <message>
            <source>Name or theme</source>
            <translation>Nom ou thème</translation>
        </message>
        <message>
            <source>Themes shown (some)</source>
            <translation>Thèmes affichés (une partie)</translation>
        </message>
        <message>
            <source>Themes shown (all)</source>
            <translation>Thèmes affichés (tous)</translation>
        </message>
        <message>
            <source>Show all themes</source>
            <translation>Afficher tous les thèmes</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n journée</numerusform>
                <numerusform>%n journées</numerusform>
            </translation>
        </message>
        <message>
            <source>Its dates…</source>
            <translation>Ses dates…</translation>
        </message>
        <message>
            <source>Show in the calendar</source>
            <translation>Voir dans le calendrier</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Prepare a post</source>
            <translation>Préparer un post</translation>
        </message>
    </context>
    <context>
        <name>HealthDaysList</name>
        <message>
            <source>Health days of the year</source>
            <translation>Journées de santé de l’année</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Quand</translation>
        </message>
        <message>
            <source>Health day</source>
            <translation>Journée de santé</translation>
        </message>
        <message>
            <source>Themes</source>
            <translation>Thèmes</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Remarque</translation>
        </message>
        <message>
            <source>to confirm</source>
            <translation>à confirmer</translation>
        </message>
        <message>
            <source>your own</source>
            <translation>la vôtre</translation>
        </message>
    </context>
    <context>
        <name>HeatMap</name>
        <message>
            <source>Day of the week</source>
            <translation>Jour de la semaine</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>Publications</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>Score</translation>
        </message>
        <message>
            <source>Not enough posts</source>
            <translation>Trop peu de publications</translation>
        </message>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln publication</numerusform>
                <numerusform>%Ln publications</numerusform>
            </translation>
        </message>
        <message>
            <source>{when}: {posts}, not enough to say</source>
            <translation>{when} : {posts}, trop peu pour conclure</translation>
        </message>
        <message>
            <source>{when}: {posts}, score {score}</source>
            <translation>{when} : {posts}, score {score}</translation>
        </message>
        <message>
            <source>weaker</source>
            <translation>plus faible</translation>
        </message>
        <message>
            <source>stronger</source>
            <translation>plus fort</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Raccourcis clavier</translation>
        </message>
        <message>
            <source>Tab goes from one thing to the next, the arrows move inside a list, Enter opens, Escape closes. Every button can be reached without a mouse.</source>
            <translation>Tab passe d’un élément au suivant, les flèches se déplacent dans une liste, Entrée ouvre, Échap ferme. Chaque bouton est accessible sans souris.</translation>
        </message>
        <message>
            <source>How CM Station works</source>
            <translation>Comment fonctionne CM Station</translation>
        </message>
        <message>
            <source>You write once</source>
            <translation>Vous écrivez une fois</translation>
        </message>
        <message>
            <source>A post has one base text. Each account follows it until you change its version; then it keeps its own text, and you can compare it with the base or go back. Everything is saved as you type, with or without a connection.</source>
            <translation>Un post a un texte de base. Chaque compte le suit tant que vous ne touchez pas à sa version ; il garde ensuite son propre texte, que vous pouvez comparer à la base ou abandonner pour y revenir. Tout s’enregistre au fil de la frappe, avec ou sans connexion.</translation>
        </message>
        <message>
            <source>Nothing leaves without you</source>
            <translation>Rien ne part sans vous</translation>
        </message>
        <message>
            <source>Publishing starts a short countdown with a Cancel button: nothing has been sent until it ends. When something is amiss, a last look opens first and says what. A planned post leaves at its hour while CM Station is open; if the computer was asleep too long, it asks you before sending.</source>
            <translation>Publier lance un court compte à rebours avec un bouton Annuler : rien n’est envoyé avant la fin. Si quelque chose ne va pas, un dernier regard s’ouvre d’abord et dit quoi. Un post planifié part à son heure tant que CM Station est ouvert ; si l’ordinateur est resté trop longtemps en veille, il vous demande avant d’envoyer.</translation>
        </message>
        <message>
            <source>Nothing leaves twice</source>
            <translation>Rien ne part deux fois</translation>
        </message>
        <message>
            <source>When a network does not answer, nobody knows whether the post is live. CM Station looks for it. If that does not tell, it shows you what it saw and lets you decide. It never sends again blindly.</source>
            <translation>Quand un réseau ne répond pas, personne ne sait si le post est en ligne. CM Station le cherche. Si cela ne suffit pas, il vous montre ce qu’il a vu et vous laisse décider. Il ne renvoie jamais à l’aveugle.</translation>
        </message>
        <message>
            <source>Networks without a direct way</source>
            <translation>Les réseaux sans accès direct</translation>
        </message>
        <message>
            <source>For these accounts CM Station prepares everything: at the hour, it opens the right page, puts the text on the clipboard and the pictures in a folder. You paste, then give the link back.</source>
            <translation>Pour ces comptes, CM Station prépare tout : à l’heure dite, il ouvre la bonne page, met le texte dans le presse-papiers et les photos dans un dossier. Vous collez, puis vous donnez le lien.</translation>
        </message>
        <message>
            <source>What stays here</source>
            <translation>Ce qui reste ici</translation>
        </message>
        <message>
            <source>Posts, pictures and the history are kept on this computer, with a copy each day. Passwords are in the system’s password store, never in a file. Pictures leave without their hidden data, such as the place where they were taken.</source>
            <translation>Les posts, les photos et l’historique restent sur cet ordinateur, avec une copie chaque jour. Les mots de passe sont dans le coffre du système, jamais dans un fichier. Les photos partent sans leurs données cachées, comme le lieu de la prise de vue.</translation>
        </message>
        <message>
            <source>About CM Station</source>
            <translation>À propos de CM Station</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>Version {version}</translation>
        </message>
        <message>
            <source>What it is for</source>
            <translation>À quoi il sert</translation>
        </message>
        <message>
            <source>The workstation of a clinic’s communication officer: writing, planning and publishing on every network, from one place, on this computer.</source>
            <translation>Le poste de travail de la personne qui communique pour une clinique : écrire, planifier et publier sur tous les réseaux, d’un seul endroit, sur cet ordinateur.</translation>
        </message>
        <message>
            <source>Where your work is</source>
            <translation>Où est votre travail</translation>
        </message>
        <message>
            <source>In this folder: {folder}</source>
            <translation>Dans ce dossier : {folder}</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licence</translation>
        </message>
        <message>
            <source>Free software under the GNU General Public License, version 3 or later: you may use it, study it, share it and improve it. It uses Qt, Python and the Inter typeface.</source>
            <translation>Logiciel libre sous licence publique générale GNU, version 3 ou suivante : vous pouvez l’utiliser, l’étudier, le partager et l’améliorer. Il repose sur Qt, Python et la police Inter.</translation>
        </message>
    </context>
    <context>
        <name>HintPage</name>
        <message>
            <source>What can be watched</source>
            <translation>Ce qui peut être suivi</translation>
        </message>
        <message>
            <source>A site or a page: its feed is found by itself, if it has one.</source>
            <translation>Un site ou une page : son flux est trouvé tout seul, s’il en a un.</translation>
        </message>
        <message>
            <source>A feed, a Google Alert, a Scoop.it topic, a podcast, a YouTube channel.</source>
            <translation>Un flux, une alerte Google, un sujet Scoop.it, un podcast, une chaîne YouTube.</translation>
        </message>
        <message>
            <source>An account or a tag: @name@server on Mastodon, @name.bsky.social on Bluesky.</source>
            <translation>Un compte ou un mot-dièse : @nom@serveur sur Mastodon, @nom.bsky.social sur Bluesky.</translation>
        </message>
        <message>
            <source>Words: they are looked for in PubMed, on Bluesky and in the news.</source>
            <translation>Des mots : ils sont cherchés dans PubMed, sur Bluesky et dans l’actualité.</translation>
        </message>
        <message>
            <source>Newsletters: those of a folder of a mailbox, through “A mailbox’s newsletters”.</source>
            <translation>Des newsletters : celles d’un dossier d’une boîte, par « Les newsletters d’une boîte aux lettres ».</translation>
        </message>
    </context>
    <context>
        <name>HistoryColumn</name>
        <message>
            <source>New review</source>
            <translation>Nouvelle revue</translation>
        </message>
        <message>
            <source>No review yet</source>
            <translation>Aucune revue pour l’instant</translation>
        </message>
        <message>
            <source>Remove the review</source>
            <translation>Supprimer la revue</translation>
        </message>
        <message>
            <source>Remove the review that is chosen (Delete)</source>
            <translation>Supprimer la revue choisie (Suppr)</translation>
        </message>
    </context>
    <context>
        <name>HistoryDialog</name>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>Earlier contents</source>
            <translation>Contenus précédents</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Recherche…</translation>
        </message>
        <message>
            <source>Bring this one back</source>
            <translation>Reprendre celui-ci</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Nothing earlier is kept yet: contents are kept as you write.</source>
            <translation>Rien d’antérieur n’est encore gardé : les contenus le sont au fil de l’écriture.</translation>
        </message>
        <message>
            <source>Struck through: what this one said. Underlined: what the post says now.</source>
            <translation>Barré : ce que disait celui-ci. Souligné : ce que dit le post à présent.</translation>
        </message>
        <message>
            <source>Earlier content brought back</source>
            <translation>Contenu précédent repris</translation>
        </message>
        <message>
            <source>Kept while writing</source>
            <translation>Gardé au fil de l’écriture</translation>
        </message>
        <message>
            <source>Before another content was brought back</source>
            <translation>Avant la reprise d’un autre contenu</translation>
        </message>
        <message>
            <source>Written elsewhere at the same time</source>
            <translation>Écrit ailleurs au même moment</translation>
        </message>
        <message>
            <source>When it was planned</source>
            <translation>Quand il a été planifié</translation>
        </message>
    </context>
    <context>
        <name>HostMessage</name>
        <message>
            <source>Message for the host</source>
            <translation>Message pour l’hébergeur</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Objet</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>For the person who looks after the site</source>
            <translation>Pour la personne qui s’occupe du site</translation>
        </message>
        <message>
            <source>It holds no password. Change what you like, then send it.</source>
            <translation>Il ne contient aucun mot de passe. Modifiez ce que vous voulez, puis envoyez-le.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Open in the mail program</source>
            <translation>Ouvrir dans la messagerie</translation>
        </message>
        <message>
            <source>Copy the message</source>
            <translation>Copier le message</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copié</translation>
        </message>
    </context>
    <context>
        <name>HourAsking</name>
        <message>
            <source>On {day} the clocks skip {hour}. Choose another hour.</source>
            <translation>Le {day}, les horloges sautent {hour}. Choisissez une autre heure.</translation>
        </message>
    </context>
    <context>
        <name>Hours</name>
        <message>
            <source>{hour}:00 bis</source>
            <comment>the second of two equal hours</comment>
            <translation>{hour} h bis</translation>
        </message>
        <message>
            <source>{hour}:00</source>
            <comment>a full hour at the edge of a day</comment>
            <translation>{hour} h</translation>
        </message>
        <message>
            <source>{time} again</source>
            <comment>after the clocks go back</comment>
            <translation>{time} bis</translation>
        </message>
        <message>
            <source>does not exist</source>
            <comment>of an hour that the clocks skip</comment>
            <translation>n’existe pas</translation>
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation>{day}, {time}</translation>
        </message>
        <message>
            <source>free</source>
            <comment>nothing is planned at this hour</comment>
            <translation>libre</translation>
        </message>
        <message>
            <source>{name} (school holidays)</source>
            <translation>{name} (vacances scolaires)</translation>
        </message>
        <message>
            <source>{health_day}?</source>
            <comment>its date is not sure</comment>
            <translation>{health_day} ?</translation>
        </message>
        <message>
            <source>+{count}</source>
            <translation>+{count}</translation>
        </message>
        <message>
            <source>{time}, free for {accounts}</source>
            <translation>{time}, libre pour {accounts}</translation>
        </message>
    </context>
    <context>
        <name>HoursAnswer</name>
        <message>
            <source>, </source>
            <comment>between two hours of the week</comment>
            <translation>, </translation>
        </message>
        <message>
            <source>{weekday} at {hour}</source>
            <translation>le {weekday} à {hour}</translation>
        </message>
        <message>
            <source>Your posts do better than usual on {hours}.</source>
            <translation>Vos publications réussissent mieux que d’habitude {hours}.</translation>
        </message>
        <message>
            <source>No hour of the week does better than usual.</source>
            <translation>Aucune heure de la semaine ne réussit mieux que l’habitude.</translation>
        </message>
        <message>
            <source>There are too few posts to say at which hour they do best.</source>
            <translation>Il y a trop peu de publications pour dire à quelle heure elles réussissent le mieux.</translation>
        </message>
        <message>
            <source>From {posts} with a score, {days}, on the clocks of {place}.</source>
            <translation>D’après {posts} avec un score, {days}, à l’heure de {place}.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln publication</numerusform>
                <numerusform>%Ln publications</numerusform>
            </translation>
        </message>
        <message>
            <source>The right moment</source>
            <translation>Le bon moment</translation>
        </message>
        <message>
            <source>Score by hour</source>
            <translation>Score par heure</translation>
        </message>
        <message>
            <source>Each cell says how many posts it has; with fewer than {count}, nothing is claimed.</source>
            <translation>Chaque case dit combien de publications elle compte ; en dessous de {count}, rien n’est affirmé.</translation>
        </message>
        <message>
            <source>The colour is the median score of the posts that went out in that hour.</source>
            <translation>La couleur est le score médian des publications parties à cette heure.</translation>
        </message>
    </context>
    <context>
        <name>HoursGrid</name>
        <message>
            <source>Week</source>
            <translation>Semaine</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
    </context>
    <context>
        <name>HoursHead</name>
        <message>
            <source>W{number}</source>
            <comment>short for a week of the year</comment>
            <translation>S{number}</translation>
        </message>
        <message>
            <source>All day</source>
            <comment>before the items that last whole days</comment>
            <translation>Journée</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Import into the calendar</source>
            <translation>Importer dans le calendrier</translation>
        </message>
        <message>
            <source>What is wrong in the file</source>
            <translation>Ce qui ne va pas dans le fichier</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) to look at</source>
            <translation>
                <numerusform>%n ligne à regarder</numerusform>
                <numerusform>%n lignes à regarder</numerusform>
            </translation>
        </message>
        <message>
            <source>These lines are left out; the others can be taken.</source>
            <translation>Ces lignes sont laissées de côté ; les autres peuvent être reprises.</translation>
        </message>
        <message>
            <source>Nothing is taken before these lines are mended in the file.</source>
            <translation>Rien n’est repris tant que ces lignes ne sont pas corrigées dans le fichier.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Take it into the calendar</source>
            <translation>Reprendre dans le calendrier</translation>
        </message>
        <message>
            <source>Import figures</source>
            <translation>Importer des chiffres</translation>
        </message>
        <message>
            <source>Take these figures</source>
            <translation>Reprendre ces chiffres</translation>
        </message>
        <message>
            <source>Nothing is taken before the file is right.</source>
            <translation>Rien n’est repris tant que le fichier n’est pas corrigé.</translation>
        </message>
        <message>
            <source>There is no line of figures in the file.</source>
            <translation>Le fichier n’a aucune ligne de chiffres.</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>%n point à revoir</numerusform>
                <numerusform>%n points à revoir</numerusform>
            </translation>
        </message>
        <message>
            <source>{count}, and more further down</source>
            <translation>{count}, et d’autres plus bas</translation>
        </message>
        <message>
            <source>Account that the file is about</source>
            <translation>Compte dont parle le fichier</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choisir…</translation>
        </message>
        <message>
            <source>How the file writes days</source>
            <translation>Comment le fichier écrit les jours</translation>
        </message>
        <message>
            <source>Day first (03/04 is 3 April)</source>
            <translation>Le jour d’abord (03/04 est le 3 avril)</translation>
        </message>
        <message>
            <source>Month first (03/04 is 4 March)</source>
            <translation>Le mois d’abord (03/04 est le 4 mars)</translation>
        </message>
        <message>
            <source>&amp;Account</source>
            <translation>&amp;Compte</translation>
        </message>
        <message>
            <source>&amp;Days</source>
            <translation>&amp;Jours</translation>
        </message>
    </context>
    <context>
        <name>InfoButton</name>
        <message>
            <source>What is counted: {subject}</source>
            <translation>Ce qui est compté : {subject}</translation>
        </message>
    </context>
    <context>
        <name>KeepTemplateDialog</name>
        <message>
            <source>Keep as a template</source>
            <translation>Garder comme modèle</translation>
        </message>
        <message>
            <source>Name of the template</source>
            <translation>Nom du modèle</translation>
        </message>
        <message>
            <source>Words between double braces, such as {{date}} or {{place}}, will be asked for each time.</source>
            <translation>Les mots entre doubles accolades, comme {{date}} ou {{lieu}}, seront demandés à chaque fois.</translation>
        </message>
        <message>
            <source>Asked for in this one: {names}</source>
            <translation>Demandés dans celui-ci : {names}</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Garder</translation>
        </message>
        <message>
            <source>Give the template a name first.</source>
            <translation>Donnez d’abord un nom au modèle.</translation>
        </message>
    </context>
    <context>
        <name>KeyringCard</name>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Sign in for this session only</source>
            <translation>Se connecter pour cette session seulement</translation>
        </message>
        <message>
            <source>Until then you can sign in for this session: nothing is written to a file.</source>
            <translation>D’ici là, vous pouvez vous connecter pour cette session : rien n’est écrit dans un fichier.</translation>
        </message>
        <message>
            <source>The computer’s password store is locked</source>
            <translation>Le coffre à mots de passe de l’ordinateur est verrouillé</translation>
        </message>
        <message>
            <source>The computer’s password store refused to keep the password</source>
            <translation>Le coffre à mots de passe de l’ordinateur a refusé de garder le mot de passe</translation>
        </message>
        <message>
            <source>This computer has no password store</source>
            <translation>Cet ordinateur n’a pas de coffre à mots de passe</translation>
        </message>
        <message>
            <source>Unlock it with the password of your session, then try again.</source>
            <translation>Déverrouillez-le avec le mot de passe de votre session, puis réessayez.</translation>
        </message>
        <message>
            <source>Allow CM Station when the system asks, then try again.</source>
            <translation>Autorisez CM Station quand le système le demande, puis réessayez.</translation>
        </message>
        <message>
            <source>Ask the computer service to set one up (GNOME Keyring, KWallet, Windows Credentials).</source>
            <translation>Demandez au service informatique d’en installer un (GNOME Keyring, KWallet, Gestionnaire d’identification de Windows).</translation>
        </message>
    </context>
    <context>
        <name>LabelsRow</name>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Campagne</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>No theme</source>
            <translation>Sans thème</translation>
        </message>
        <message>
            <source>New theme…</source>
            <translation>Nouveau thème…</translation>
        </message>
        <message>
            <source>No campaign</source>
            <translation>Sans campagne</translation>
        </message>
        <message>
            <source>New campaign…</source>
            <translation>Nouvelle campagne…</translation>
        </message>
        <message>
            <source>A theme is a line of what the clinic talks about; posts are sorted and balanced by it.</source>
            <translation>Un thème est une ligne de ce dont parle la clinique ; les posts sont rangés et équilibrés d’après lui.</translation>
        </message>
        <message>
            <source>New theme</source>
            <translation>Nouveau thème</translation>
        </message>
        <message>
            <source>A campaign gathers posts of a few weeks under one name.</source>
            <translation>Une campagne réunit sous un nom les posts de quelques semaines.</translation>
        </message>
        <message>
            <source>New campaign</source>
            <translation>Nouvelle campagne</translation>
        </message>
        <message>
            <source>French</source>
            <translation>Français</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Anglais</translation>
        </message>
        <message>
            <source>Dutch</source>
            <translation>Néerlandais</translation>
        </message>
        <message>
            <source>German</source>
            <translation>Allemand</translation>
        </message>
        <message>
            <source>Spanish</source>
            <translation>Espagnol</translation>
        </message>
        <message>
            <source>Italian</source>
            <translation>Italien</translation>
        </message>
        <message>
            <source>Portuguese</source>
            <translation>Portugais</translation>
        </message>
        <message>
            <source>Arabic</source>
            <translation>Arabe</translation>
        </message>
    </context>
    <context>
        <name>LaneDeeds</name>
        <message>
            <source>Give posts another account one by one: each may have words of its own there.</source>
            <translation>Changez le compte des posts un par un : chacun peut y avoir son propre texte.</translation>
        </message>
        <message>
            <source>Copied for another account</source>
            <translation>Copie faite pour un autre compte</translation>
        </message>
        <message>
            <source>Account exchanged</source>
            <translation>Compte remplacé</translation>
        </message>
        <message>
            <source>Copied into another campaign</source>
            <translation>Copie faite dans une autre campagne</translation>
        </message>
        <message>
            <source>Campaign changed</source>
            <translation>Campagne modifiée</translation>
        </message>
    </context>
    <context>
        <name>LanesCorner</name>
        <message>
            <source>One lane for each</source>
            <translation>Une ligne par</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>Campagnes</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Comptes</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>Jours fériés, vacances</translation>
        </message>
        <message>
            <source>Health days</source>
            <translation>Journées de santé</translation>
        </message>
    </context>
    <context>
        <name>LanesTable</name>
        <message>
            <source>Campaigns and accounts</source>
            <translation>Campagnes et comptes</translation>
        </message>
    </context>
    <context>
        <name>LastLook</name>
        <message>
            <source>Publish: last look</source>
            <translation>Publier — dernier regard</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Quand</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Maintenant</translation>
        </message>
        <message>
            <source>{day}, {city} time</source>
            <translation>{day}, heure de {city}</translation>
        </message>
        <message>
            <source>To mend before anything leaves: {trouble}.</source>
            <translation>À corriger avant tout départ : {trouble}.</translation>
        </message>
        <message numerus="yes">
            <source>%n sending(s) now</source>
            <translation>
                <numerusform>%n envoi maintenant</numerusform>
                <numerusform>%n envois maintenant</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sending(s) at {time}</source>
            <translation>
                <numerusform>%n envoi à {time}</numerusform>
                <numerusform>%n envois à {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>For you to paste, text copied and pictures ready: {accounts}.</source>
            <translation>À coller par vos soins, texte copié et photos prêtes : {accounts}.</translation>
        </message>
        <message>
            <source>Back to the text</source>
            <translation>Revenir au texte</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Sans titre</translation>
        </message>
        <message numerus="yes">
            <source>%n account(s)</source>
            <translation>
                <numerusform>%n compte</numerusform>
                <numerusform>%n comptes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Confirm %n publication(s)</source>
            <translation>
                <numerusform>Confirmer la publication</numerusform>
                <numerusform>Confirmer les %n publications</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose at least one account.</source>
            <translation>Choisissez au moins un compte.</translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>Se reconnecter</translation>
        </message>
        <message>
            <source>Change the text</source>
            <translation>Corriger le texte</translation>
        </message>
        <message>
            <source>Change the title</source>
            <translation>Corriger le titre</translation>
        </message>
        <message>
            <source>Change the link</source>
            <translation>Corriger le lien</translation>
        </message>
        <message>
            <source>Change the comment</source>
            <translation>Corriger le commentaire</translation>
        </message>
        <message>
            <source>Describe the picture</source>
            <translation>Décrire l’image</translation>
        </message>
        <message>
            <source>See the pictures</source>
            <translation>Voir les photos</translation>
        </message>
        <message>
            <source>Open the accounts</source>
            <translation>Ouvrir les comptes</translation>
        </message>
        <message>
            <source>Choose accounts</source>
            <translation>Choisir des comptes</translation>
        </message>
        <message>
            <source>Change the time</source>
            <translation>Changer l’heure</translation>
        </message>
    </context>
    <context>
        <name>LastLookRow</name>
        <message>
            <source>Publish on {account}</source>
            <translation>Publier sur {account}</translation>
        </message>
        <message>
            <source>Not this time</source>
            <translation>Pas cette fois</translation>
        </message>
        <message>
            <source>You publish it by hand</source>
            <translation>Publication assistée</translation>
        </message>
        <message>
            <source>No text, the pictures alone</source>
            <translation>Sans texte, les photos seules</translation>
        </message>
        <message>
            <source>No text yet</source>
            <translation>Pas encore de texte</translation>
        </message>
        <message numerus="yes">
            <source>Ready · %n character(s)</source>
            <translation>
                <numerusform>Prêt · %n caractère</numerusform>
                <numerusform>Prêt · %n caractères</numerusform>
            </translation>
        </message>
        <message>
            <source>Ready · {length} of {limit}</source>
            <translation>Prêt · {length} sur {limit}</translation>
        </message>
        <message>
            <source>One hour later</source>
            <translation>Une heure plus tard</translation>
        </message>
    </context>
    <context>
        <name>Library</name>
        <message>
            <source>This is a HEIC photo, as phones take them, and networks do not accept it. Send it from the phone as JPEG, or open it on this computer and save it as JPEG.</source>
            <translation>C’est une photo HEIC, comme en font les téléphones, et les réseaux ne l’acceptent pas. Envoyez-la depuis le téléphone en JPEG, ou ouvrez-la sur cet ordinateur et enregistrez-la en JPEG.</translation>
        </message>
        <message>
            <source>Described</source>
            <translation>Décrite</translation>
        </message>
        <message>
            <source>Decorative</source>
            <translation>Décorative</translation>
        </message>
        <message>
            <source>To describe</source>
            <translation>À décrire</translation>
        </message>
        <message>
            <source>{figure} kB</source>
            <translation>{figure} ko</translation>
        </message>
        <message>
            <source>{figure} MB</source>
            <translation>{figure} Mo</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>{width} × {height} pixels</source>
            <translation>{width} × {height} pixels</translation>
        </message>
        <message numerus="yes">
            <source>%n post(s)</source>
            <translation>
                <numerusform>%n post</numerusform>
                <numerusform>%n posts</numerusform>
            </translation>
        </message>
        <message>
            <source>in no post</source>
            <translation>dans aucun post</translation>
        </message>
        <message>
            <source>the place (GPS)</source>
            <translation>le lieu (GPS)</translation>
        </message>
        <message>
            <source>camera and hour (EXIF)</source>
            <translation>l’appareil et l’heure (EXIF)</translation>
        </message>
        <message>
            <source>press captions (IPTC)</source>
            <translation>des légendes de presse (IPTC)</translation>
        </message>
        <message>
            <source>editing notes (XMP)</source>
            <translation>des notes de retouche (XMP)</translation>
        </message>
        <message>
            <source>comments or names</source>
            <translation>des commentaires ou des noms</translation>
        </message>
        <message>
            <source>a second picture</source>
            <translation>une seconde image</translation>
        </message>
        <message>
            <source>credentials of origin</source>
            <translation>des preuves d’origine</translation>
        </message>
        <message>
            <source>something after its end</source>
            <translation>des données après la fin</translation>
        </message>
        <message>
            <source>other details</source>
            <translation>d’autres détails</translation>
        </message>
        <message>
            <source>Found in the file: {kinds}. None of it is ever sent.</source>
            <translation>Trouvé dans le fichier : {kinds}. Rien de cela n’est jamais envoyé.</translation>
        </message>
    </context>
    <context>
        <name>LibraryBar</name>
        <message>
            <source>Search the library</source>
            <translation>Chercher dans la médiathèque</translation>
        </message>
        <message>
            <source>Which pictures</source>
            <translation>Quelles images</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Toutes</translation>
        </message>
        <message>
            <source>To describe</source>
            <translation>À décrire</translation>
        </message>
        <message>
            <source>Pictures that nobody has described yet</source>
            <translation>Images que personne n’a encore décrites</translation>
        </message>
        <message>
            <source>Add pictures</source>
            <translation>Ajouter des images</translation>
        </message>
        <message>
            <source>Choose files; you can also drop or paste pictures here</source>
            <translation>Choisir des fichiers ; on peut aussi déposer ou coller des images ici</translation>
        </message>
        <message>
            <source>All {count}</source>
            <translation>Toutes {count}</translation>
        </message>
        <message>
            <source>To describe {count}</source>
            <translation>À décrire {count}</translation>
        </message>
    </context>
    <context>
        <name>LibraryTab</name>
        <message>
            <source>Pictures (*.jpg *.jpeg *.png *.gif *.webp *.tif *.tiff *.bmp *.avif);;All files (*)</source>
            <translation>Images (*.jpg *.jpeg *.png *.gif *.webp *.tif *.tiff *.bmp *.avif);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Add pictures</source>
            <translation>Ajouter des images</translation>
        </message>
        <message>
            <source>Picture taken out of the library</source>
            <translation>Image retirée de la médiathèque</translation>
        </message>
    </context>
    <context>
        <name>LibraryView</name>
        <message>
            <source>No picture matches. Clear the search, or show all pictures.</source>
            <translation>Aucune image ne correspond. Effacez la recherche, ou affichez toutes les images.</translation>
        </message>
        <message>
            <source>Adding {place} of {total}…</source>
            <translation>Ajout de {place} sur {total}…</translation>
        </message>
        <message>
            <source>One place for your pictures</source>
            <translation>Vos images au même endroit</translation>
        </message>
        <message>
            <source>Add them once, describe them once, use them in any post. What the camera wrote into them, such as the place, is never sent.</source>
            <translation>Ajoutez-les une fois, décrivez-les une fois, servez-vous-en dans tous vos posts. Ce que l’appareil y a inscrit, comme le lieu, n’est jamais envoyé.</translation>
        </message>
        <message>
            <source>Add pictures</source>
            <translation>Ajouter des images</translation>
        </message>
        <message>
            <source>or drop them here, or paste them:</source>
            <translation>ou déposez-les ici, ou collez-les :</translation>
        </message>
    </context>
    <context>
        <name>LicenceDialog</name>
        <message>
            <source>Copying licence</source>
            <translation>Licence de copie</translation>
        </message>
        <message>
            <source>The clinic has a &amp;licence to copy press articles</source>
            <translation>L’établissement a une &amp;licence de copie d’articles de presse</translation>
        </message>
        <message>
            <source>Name or number of the licence</source>
            <translation>Nom ou numéro de la licence</translation>
        </message>
        <message>
            <source>Name or number, such as “CFC 12-3456”</source>
            <translation>Nom ou numéro, par exemple « CFC 12-3456 »</translation>
        </message>
        <message>
            <source>Declaration from</source>
            <translation>Début de la déclaration</translation>
        </message>
        <message>
            <source>Declaration to</source>
            <translation>Fin de la déclaration</translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>Copier le tableau</translation>
        </message>
        <message>
            <source>Copy as CSV</source>
            <translation>Copier en CSV</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Nothing was copied in full in these days: there is nothing to declare.</source>
            <translation>Aucun article n’a été reproduit en entier ces jours-là : il n’y a rien à déclarer.</translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) copied in full</source>
            <translation>
                <numerusform>%n article reproduit en entier</numerusform>
                <numerusform>%n articles reproduits en entier</numerusform>
            </translation>
        </message>
        <message>
            <source>Giving whole press articles to others, even inside the clinic, takes the publishers’ leave. A body that manages rights sells it: the CFC in France, Copiepresse in Belgium, Copibec in Québec. Without it a review gives titles, links and your own summaries, which is free.</source>
            <translation>Donner à d’autres des articles de presse entiers, même au sein de l’établissement, demande l’accord des éditeurs. Un organisme de gestion des droits le vend : le CFC en France, Copiepresse en Belgique, Copibec au Québec. Sans lui, une revue donne les titres, les liens et vos propres résumés, ce qui est libre.</translation>
        </message>
        <message>
            <source>Count for the declaration</source>
            <translation>Décompte pour la déclaration</translation>
        </message>
        <message>
            <source>from</source>
            <translation>du</translation>
        </message>
        <message>
            <source>to</source>
            <translation>au</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>Articles</translation>
        </message>
        <message>
            <source>Reviews</source>
            <translation>Revues</translation>
        </message>
    </context>
    <context>
        <name>LineChart</name>
        <message>
            <source>Whole period</source>
            <translation>Toute la période</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
        <message>
            <source>{name}: no figure</source>
            <translation>{name} : aucun chiffre</translation>
        </message>
    </context>
    <context>
        <name>LinesAnswer</name>
        <message>
            <source>No post went out in this period.</source>
            <translation>Rien n’a été publié sur cette période.</translation>
        </message>
        <message>
            <source>Editorial lines</source>
            <translation>Lignes éditoriales</translation>
        </message>
        <message>
            <source>A post that went out on several accounts counts once.</source>
            <translation>Une publication partie sur plusieurs comptes compte une fois.</translation>
        </message>
        <message>
            <source>The share is the line’s part of all posts of the period; the mark is the wished share.</source>
            <translation>La part est celle de la ligne dans toutes les publications de la période ; le repère est la part souhaitée.</translation>
        </message>
        <message>
            <source>Without a line</source>
            <translation>Sans ligne</translation>
        </message>
        <message>
            <source>No post of this period has an editorial line.</source>
            <translation>Aucune publication de cette période n’a de ligne éditoriale.</translation>
        </message>
        <message>
            <source>“{line}” does best of all lines: score {score} (1 is usual).</source>
            <translation>« {line} » réussit le mieux : score {score} (1 est l’habitude).</translation>
        </message>
        <message>
            <source>“{line}” is missing: {share} of the posts, {wished} wished.</source>
            <translation>« {line} » manque : {share} des publications, pour {wished} souhaités.</translation>
        </message>
        <message>
            <source>“{line}” has the largest part: {share} of the posts.</source>
            <translation>« {line} » a la plus grande part : {share} des publications.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln publication</numerusform>
                <numerusform>%Ln publications</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{line}: {posts}, score {score} over %n publication(s)</source>
            <translation>
                <numerusform>{line} : {posts}, score {score} sur %n envoi</numerusform>
                <numerusform>{line} : {posts}, score {score} sur %n envois</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{line}: {posts}; %n publication(s) with a score, too few to say more</source>
            <translation>
                <numerusform>{line} : {posts} ; %n envoi avec un score, trop peu pour en dire plus</numerusform>
                <numerusform>{line} : {posts} ; %n envois avec un score, trop peu pour en dire plus</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LinkDialog</name>
        <message>
            <source>It is live</source>
            <translation>Il est en ligne</translation>
        </message>
        <message>
            <source>Open the post on {account} in the browser, copy its address, and paste it here.</source>
            <translation>Ouvrez le post sur {account} dans le navigateur, copiez son adresse et collez-la ici.</translation>
        </message>
        <message>
            <source>Keep this link</source>
            <translation>Garder ce lien</translation>
        </message>
    </context>
    <context>
        <name>LinkField</name>
        <message>
            <source>Address of the post</source>
            <translation>Adresse du post</translation>
        </message>
        <message>
            <source>Paste the whole address of the post: it begins with https://</source>
            <translation>Collez l’adresse complète du post : elle commence par https://</translation>
        </message>
    </context>
    <context>
        <name>ListChoice</name>
        <message>
            <source>Name of the new list</source>
            <translation>Nom de la nouvelle liste</translation>
        </message>
        <message>
            <source>New list…</source>
            <translation>Nouvelle liste…</translation>
        </message>
        <message>
            <source>Lists: {names}</source>
            <translation>Listes : {names}</translation>
        </message>
        <message>
            <source>No list</source>
            <translation>Aucune liste</translation>
        </message>
        <message>
            <source>All lists</source>
            <translation>Toutes les listes</translation>
        </message>
    </context>
    <context>
        <name>ListDeeds</name>
        <message>
            <source>List “{name}” saved</source>
            <translation>Liste « {name} » enregistrée</translation>
        </message>
        <message>
            <source>List “{name}” removed</source>
            <translation>Liste « {name} » supprimée</translation>
        </message>
    </context>
    <context>
        <name>ListDialog</name>
        <message>
            <source>Watch list</source>
            <translation>Liste de veille</translation>
        </message>
        <message>
            <source>New watch list</source>
            <translation>Nouvelle liste de veille</translation>
        </message>
        <message>
            <source>Name of the list</source>
            <translation>Nom de la liste</translation>
        </message>
        <message>
            <source>Folder, if any</source>
            <translation>Dossier, s’il y en a un</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Part of the list</source>
            <translation>Partie de la liste</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Nothing is stored of these sources yet: what the rule shows cannot be told.</source>
            <translation>Rien de ces sources n’est encore enregistré : on ne peut pas dire ce que montrerait la règle.</translation>
        </message>
        <message numerus="yes">
            <source>This rule would leave out everything: all of the newest %n item(s).</source>
            <translation>
                <numerusform>Cette règle écarterait tout : l’unique article récent.</numerusform>
                <numerusform>Cette règle écarterait tout : les %n articles les plus récents.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Règle</translation>
        </message>
        <message>
            <source>Remove the list</source>
            <translation>Supprimer la liste</translation>
        </message>
        <message>
            <source>Give the list a name first.</source>
            <translation>Donnez d’abord un nom à la liste.</translation>
        </message>
    </context>
    <context>
        <name>ListFilling</name>
        <message>
            <source>No post matches. Clear the search or the filters to see all of them.</source>
            <translation>Aucun post ne correspond. Effacez la recherche ou les filtres pour les revoir tous.</translation>
        </message>
        <message>
            <source>Your posts in progress will line up here, the most urgent first.</source>
            <translation>Vos textes en cours se rangeront ici, du plus urgent au plus lointain.</translation>
        </message>
    </context>
    <context>
        <name>ListPane</name>
        <message>
            <source>Search drafts</source>
            <translation>Chercher un brouillon</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Compte</translation>
        </message>
        <message>
            <source>All themes</source>
            <translation>Tous les thèmes</translation>
        </message>
        <message>
            <source>All accounts</source>
            <translation>Tous les comptes</translation>
        </message>
        <message>
            <source>All states</source>
            <translation>Tous les états</translation>
        </message>
        <message>
            <source>New post (Ctrl+N)</source>
            <translation>Nouveau post (Ctrl+N)</translation>
        </message>
    </context>
    <context>
        <name>LookDeeds</name>
        <message>
            <source>Logo and colour of reports changed</source>
            <translation>Logo et couleur des rapports modifiés</translation>
        </message>
    </context>
    <context>
        <name>LookDialog</name>
        <message>
            <source>Logo and colour of reports</source>
            <translation>Logo et couleur des rapports</translation>
        </message>
        <message>
            <source>Choose a picture…</source>
            <translation>Choisir une image…</translation>
        </message>
        <message>
            <source>Take it off</source>
            <translation>Le retirer</translation>
        </message>
        <message>
            <source>Main colour</source>
            <translation>Couleur principale</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choisir…</translation>
        </message>
        <message>
            <source>Usual colour</source>
            <translation>Couleur habituelle</translation>
        </message>
        <message>
            <source>In the logo:</source>
            <translation>Dans le logo :</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>Logo</translation>
        </message>
        <message>
            <source>Press reviews have it too.</source>
            <translation>Les revues de presse le portent aussi.</translation>
        </message>
        <message>
            <source>&amp;Main colour</source>
            <translation>Couleur &amp;principale</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Clinic’s logo</source>
            <translation>Logo de l’établissement</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
            <translation>Images (*.png *.jpg *.jpeg *.webp)</translation>
        </message>
        <message>
            <source>Take {colour}</source>
            <translation>Prendre {colour}</translation>
        </message>
        <message>
            <source>Write the colour as six digits and letters, such as #0A666D.</source>
            <translation>Écrivez la couleur en six chiffres et lettres, par exemple #0A666D.</translation>
        </message>
        <message>
            <source>For titles and charts; a paler one is made of it. Several curves in one chart keep colours that everybody tells apart.</source>
            <translation>Pour les titres et les graphiques ; une teinte plus pâle en est tirée. Plusieurs courbes d’un même graphique gardent des couleurs que chacun distingue.</translation>
        </message>
        <message>
            <source>This colour is too pale to be read: titles take {text} instead.</source>
            <translation>Cette couleur est trop pâle pour être lue : les titres prennent {text} à la place.</translation>
        </message>
    </context>
    <context>
        <name>LookPreview</name>
        <message>
            <source>Preview of the report</source>
            <translation>Aperçu du rapport</translation>
        </message>
        <message>
            <source>Titles in {text}, bars in {mark}</source>
            <translation>Titres en {text}, barres en {mark}</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <source>What worked</source>
            <translation>Ce qui a marché</translation>
        </message>
    </context>
    <context>
        <name>Looking</name>
        <message>
            <source>This picture cannot be shown.</source>
            <translation>Cette image ne peut pas être affichée.</translation>
        </message>
        <message>
            <source>The file of this picture is missing or damaged.</source>
            <translation>Le fichier de cette image est manquant ou abîmé.</translation>
        </message>
    </context>
    <context>
        <name>MailboxDeeds</name>
        <message>
            <source>“{name}” is watched</source>
            <translation>« {name} » est suivi</translation>
        </message>
    </context>
    <context>
        <name>MailboxDialog</name>
        <message>
            <source>Watch a mailbox’s newsletters</source>
            <translation>Suivre les newsletters d’une boîte aux lettres</translation>
        </message>
        <message>
            <source>Other sources</source>
            <translation>Autres sources</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>Suivre</translation>
        </message>
        <message>
            <source>The letters of one folder are read like the articles of a site. They are only read: nothing is marked, moved or deleted in the mailbox.</source>
            <translation>Les lettres d’un dossier se lisent comme les articles d’un site. Elles sont seulement lues : rien n’est marqué, déplacé ni supprimé dans la boîte.</translation>
        </message>
        <message>
            <source>The password goes to this server and into the computer’s password store, nowhere else.</source>
            <translation>Le mot de passe va à ce serveur et dans le trousseau de l’ordinateur, nulle part ailleurs.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Name the folder first.</source>
            <translation>Indiquez d’abord le dossier.</translation>
        </message>
        <message>
            <source>Asking {host} for the folders…</source>
            <translation>Demande des dossiers à {host}…</translation>
        </message>
        <message>
            <source>Signing in to {host} and opening the folder…</source>
            <translation>Connexion à {host} et ouverture du dossier…</translation>
        </message>
    </context>
    <context>
        <name>MailboxFields</name>
        <message>
            <source>Address or user name of the mailbox</source>
            <translation>Adresse ou nom d’utilisateur de la boîte aux lettres</translation>
        </message>
        <message>
            <source>name@clinic.example</source>
            <translation>nom@clinique.example</translation>
        </message>
        <message>
            <source>Mail server (IMAP)</source>
            <translation>Serveur de messagerie (IMAP)</translation>
        </message>
        <message>
            <source>imap.clinic.example</source>
            <translation>imap.clinique.example</translation>
        </message>
        <message>
            <source>Password of the mailbox</source>
            <translation>Mot de passe de la boîte aux lettres</translation>
        </message>
        <message>
            <source>Folder of the newsletters</source>
            <translation>Dossier des newsletters</translation>
        </message>
        <message>
            <source>List the folders</source>
            <translation>Lister les dossiers</translation>
        </message>
        <message>
            <source>Name of the source</source>
            <translation>Nom de la source</translation>
        </message>
        <message>
            <source>Give the address, the server and the password first.</source>
            <translation>Indiquez d’abord l’adresse, le serveur et le mot de passe.</translation>
        </message>
        <message>
            <source>Newsletters</source>
            <translation>Newsletters</translation>
        </message>
        <message numerus="yes">
            <source>%n folder(s) found: choose one.</source>
            <translation>
                <numerusform>%n dossier trouvé : choisissez-le.</numerusform>
                <numerusform>%n dossiers trouvés : choisissez-en un.</numerusform>
            </translation>
        </message>
        <message>
            <source>This server lists no folders: type the name of yours.</source>
            <translation>Ce serveur ne donne pas la liste des dossiers : saisissez le nom du vôtre.</translation>
        </message>
        <message>
            <source>port {port}, always encrypted</source>
            <translation>port {port}, toujours chiffré</translation>
        </message>
        <message>
            <source>Add&amp;ress</source>
            <translation>Ad&amp;resse</translation>
        </message>
        <message>
            <source>Mail &amp;server</source>
            <translation>&amp;Serveur</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>Mot de &amp;passe</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Dossier</translation>
        </message>
        <message>
            <source>&amp;Lists</source>
            <translation>&amp;Listes</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nom</translation>
        </message>
        <message>
            <source>Make a folder “Newsletters” there, and a rule that files them in it.</source>
            <translation>Créez-y un dossier « Newsletters » et une règle qui les y range.</translation>
        </message>
    </context>
    <context>
        <name>MailboxPasswordDialog</name>
        <message>
            <source>Password of a mailbox</source>
            <translation>Mot de passe d’une boîte aux lettres</translation>
        </message>
        <message>
            <source>Password of the mailbox</source>
            <translation>Mot de passe de la boîte aux lettres</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Se connecter</translation>
        </message>
        <message>
            <source>Sign in again for “{name}”</source>
            <translation>Se reconnecter pour « {name} »</translation>
        </message>
        <message>
            <source>{user} at {host}</source>
            <translation>{user} sur {host}</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>Mot de &amp;passe</translation>
        </message>
        <message>
            <source>It serves every watched folder of this mailbox.</source>
            <translation>Il sert à tous les dossiers suivis de cette boîte.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Type the password first.</source>
            <translation>Saisissez d’abord le mot de passe.</translation>
        </message>
        <message>
            <source>Signing in to {host}…</source>
            <translation>Connexion à {host}…</translation>
        </message>
    </context>
    <context>
        <name>MailboxProgress</name>
        <message>
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
    </context>
    <context>
        <name>Mailboxes</name>
        <message>
            <source>{provider} wants an app password here: make one in the security settings of your {provider} account. Your usual password is refused.</source>
            <translation>{provider} demande ici un mot de passe d’application : créez-le dans les réglages de sécurité de votre compte {provider}. Votre mot de passe habituel est refusé.</translation>
        </message>
        <message>
            <source>{provider} and Microsoft 365 let programs sign in through a browser only (OAuth), which CM Station does not do: this mailbox cannot be watched. Have the newsletters sent to a mailbox elsewhere.</source>
            <translation>{provider} et Microsoft 365 n’acceptent que la connexion par un navigateur (OAuth), ce que CM Station ne fait pas : cette boîte ne peut pas être suivie. Faites envoyer les newsletters dans une autre boîte.</translation>
        </message>
        <message>
            <source>{provider} does not let other programs read its mailboxes directly: this mailbox cannot be watched. Have the newsletters sent to a mailbox elsewhere.</source>
            <translation>{provider} ne laisse pas d’autres programmes lire directement ses boîtes : cette boîte ne peut pas être suivie. Faites envoyer les newsletters dans une autre boîte.</translation>
        </message>
        <message>
            <source>The computer’s password store is locked. Unlock it, then try again.</source>
            <translation>Le trousseau de l’ordinateur est verrouillé. Déverrouillez-le, puis réessayez.</translation>
        </message>
        <message>
            <source>The computer’s password store refused to keep the password. Allow CM Station when the system asks, then try again.</source>
            <translation>Le trousseau de l’ordinateur a refusé de conserver le mot de passe. Autorisez CM Station quand le système le demande, puis réessayez.</translation>
        </message>
        <message>
            <source>This computer has no password store. Ask the computer service to set one up (GNOME Keyring, KWallet, Windows Credentials).</source>
            <translation>Cet ordinateur n’a pas de trousseau de mots de passe. Demandez au service informatique d’en installer un (GNOME Keyring, KWallet, Informations d’identification Windows).</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>{clinic} · rehearsal, publishes nowhere</source>
            <translation>{clinic} · répétition, ne publie nulle part</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Calendrier</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Brouillons</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>Veille</translation>
        </message>
        <message>
            <source>Exchanges</source>
            <translation>Échanges</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>Statistiques</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>Médiathèque</translation>
        </message>
    </context>
    <context>
        <name>MediaActions</name>
        <message>
            <source>Pictures (*.jpg *.jpeg *.png *.gif *.webp *.tif *.tiff *.heic *.avif);;All files (*)</source>
            <translation>Images (*.jpg *.jpeg *.png *.gif *.webp *.tif *.tiff *.heic *.avif);;Tous les fichiers (*)</translation>
        </message>
        <message>
            <source>Add pictures</source>
            <translation>Ajouter des images</translation>
        </message>
        <message>
            <source>pasted-picture.png</source>
            <translation>image-collée.png</translation>
        </message>
        <message>
            <source>Picture taken off the post</source>
            <translation>Image retirée du post</translation>
        </message>
    </context>
    <context>
        <name>MediaDelegate</name>
        <message>
            <source>Decorative</source>
            <translation>Décorative</translation>
        </message>
        <message>
            <source>Alternative text</source>
            <translation>Texte alternatif</translation>
        </message>
        <message>
            <source>To describe</source>
            <translation>À décrire</translation>
        </message>
        <message numerus="yes">
            <source>Cropped on %n network(s)</source>
            <translation>
                <numerusform>Recadrée sur %n réseau</numerusform>
                <numerusform>Recadrée sur %n réseaux</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MediaModel</name>
        <message>
            <source>decorative</source>
            <translation>décorative</translation>
        </message>
        <message>
            <source>not described</source>
            <translation>non décrite</translation>
        </message>
    </context>
    <context>
        <name>MediaStrip</name>
        <message>
            <source>Media</source>
            <translation>Médias</translation>
        </message>
        <message>
            <source>Shooting data is removed from what leaves</source>
            <translation>Données de prise de vue retirées à l’envoi</translation>
        </message>
        <message>
            <source>{count} of {most}</source>
            <translation>{count} sur {most}</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n image</numerusform>
                <numerusform>%n images</numerusform>
            </translation>
        </message>
        <message>
            <source>Describe…</source>
            <translation>Décrire…</translation>
        </message>
        <message>
            <source>Crop…</source>
            <translation>Recadrer…</translation>
        </message>
        <message>
            <source>Move left</source>
            <translation>Avancer</translation>
        </message>
        <message>
            <source>Move right</source>
            <translation>Reculer</translation>
        </message>
        <message>
            <source>Take off the post</source>
            <translation>Retirer du post</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Fichier</translation>
        </message>
        <message>
            <source>&amp;New post</source>
            <translation>&amp;Nouveau post</translation>
        </message>
        <message>
            <source>New post from a &amp;template…</source>
            <translation>Nouveau post depuis un &amp;modèle…</translation>
        </message>
        <message>
            <source>Add &amp;pictures to the library…</source>
            <translation>Ajouter des &amp;photos à la médiathèque…</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>&amp;Réglages…</translation>
        </message>
        <message>
            <source>Open the &amp;folder of CM Station</source>
            <translation>Ouvrir le &amp;dossier de CM Station</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Quitter</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>É&amp;dition</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Annuler</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Rétablir</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>Co&amp;uper</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Copier</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>C&amp;oller</translation>
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation>&amp;Tout sélectionner</translation>
        </message>
        <message>
            <source>&amp;Find in this part</source>
            <translation>C&amp;hercher dans cette partie</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Affichage</translation>
        </message>
        <message>
            <source>&amp;Search or do…</source>
            <translation>Ch&amp;ercher ou agir…</translation>
        </message>
        <message>
            <source>Earlier &amp;notices</source>
            <translation>Avis &amp;précédents</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>&amp;Couleurs</translation>
        </message>
        <message>
            <source>Colours as the &amp;system has them</source>
            <translation>Couleurs du &amp;système</translation>
        </message>
        <message>
            <source>&amp;Light colours</source>
            <translation>Couleurs &amp;claires</translation>
        </message>
        <message>
            <source>&amp;Dark colours</source>
            <translation>Couleurs &amp;sombres</translation>
        </message>
        <message>
            <source>F&amp;ull screen</source>
            <translation>Plei&amp;n écran</translation>
        </message>
        <message>
            <source>&amp;Publication</source>
            <translation>&amp;Publication</translation>
        </message>
        <message>
            <source>&amp;Publish this post</source>
            <translation>&amp;Publier ce post</translation>
        </message>
        <message>
            <source>&amp;Result of this post</source>
            <translation>&amp;Résultat de ce post</translation>
        </message>
        <message>
            <source>&amp;Duplicate this post</source>
            <translation>&amp;Dupliquer ce post</translation>
        </message>
        <message>
            <source>&amp;Earlier versions of this post</source>
            <translation>&amp;Versions précédentes de ce post</translation>
        </message>
        <message>
            <source>&amp;Archive this post</source>
            <translation>&amp;Archiver ce post</translation>
        </message>
        <message>
            <source>De&amp;lete this post</source>
            <translation>&amp;Supprimer ce post</translation>
        </message>
        <message>
            <source>What leaves &amp;today</source>
            <translation>Ce qui part au&amp;jourd’hui</translation>
        </message>
        <message>
            <source>What &amp;waits for me</source>
            <translation>Ce qui m’a&amp;ttend</translation>
        </message>
        <message>
            <source>&amp;Look at the networks now</source>
            <translation>&amp;Interroger les réseaux maintenant</translation>
        </message>
        <message>
            <source>&amp;Stop all sending</source>
            <translation>Suspendre tous les e&amp;nvois</translation>
        </message>
        <message>
            <source>&amp;Accounts</source>
            <translation>&amp;Comptes</translation>
        </message>
        <message>
            <source>&amp;Accounts of the clinic…</source>
            <translation>&amp;Comptes de la clinique…</translation>
        </message>
        <message>
            <source>&amp;Connect an account…</source>
            <translation>&amp;Brancher un compte…</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>A&amp;ide</translation>
        </message>
        <message>
            <source>&amp;Keys</source>
            <translation>&amp;Raccourcis clavier</translation>
        </message>
        <message>
            <source>How &amp;CM Station works</source>
            <translation>Comment fonctionne &amp;CM Station</translation>
        </message>
        <message>
            <source>Open the &amp;diary and the reports</source>
            <translation>Ouvrir le &amp;journal et les rapports</translation>
        </message>
        <message>
            <source>A&amp;bout CM Station</source>
            <translation>À &amp;propos de CM Station</translation>
        </message>
    </context>
    <context>
        <name>MetricDefinitions</name>
        <message>
            <source>How many accounts follow this one at the moment of the reading.</source>
            <translation>Combien de comptes suivent celui-ci au moment du relevé.</translation>
        </message>
        <message>
            <source>How many posts the account shows at that moment, its answers to others included.</source>
            <translation>Combien de publications le compte montre à ce moment, ses réponses à d’autres comprises.</translation>
        </message>
        <message>
            <source>How many posts the account shows at that moment.</source>
            <translation>Combien de publications le compte montre à ce moment.</translation>
        </message>
        <message>
            <source>How many people marked the post as liked.</source>
            <translation>Combien de personnes ont aimé la publication.</translation>
        </message>
        <message>
            <source>How many people reacted to the post, whichever reaction they chose.</source>
            <translation>Combien de personnes ont réagi à la publication, quelle que soit la réaction choisie.</translation>
        </message>
        <message>
            <source>How many comments stand under the post.</source>
            <translation>Combien de commentaires figurent sous la publication.</translation>
        </message>
        <message>
            <source>How many posts answer this one.</source>
            <translation>Combien de publications répondent à celle-ci.</translation>
        </message>
        <message>
            <source>How often the post was passed on as it is; quotes with words of one’s own are not in it.</source>
            <translation>Combien de fois la publication a été relayée telle quelle ; les citations commentées n’y sont pas.</translation>
        </message>
        <message>
            <source>How often the post was shared from the network.</source>
            <translation>Combien de fois la publication a été partagée depuis le réseau.</translation>
        </message>
        <message>
            <source>How many people put the post aside to find it again.</source>
            <translation>Combien de personnes ont mis la publication de côté pour la retrouver.</translation>
        </message>
        <message>
            <source>How often a video was started, by the network’s own least duration.</source>
            <translation>Combien de fois une vidéo a été lancée, selon la durée minimale que retient le réseau.</translation>
        </message>
        <message>
            <source>How often the post was displayed; one person can count several times.</source>
            <translation>Combien de fois la publication s’est affichée ; une même personne peut compter plusieurs fois.</translation>
        </message>
        <message>
            <source>How often the account’s posts were displayed that day; one person can count several times.</source>
            <translation>Combien de fois les publications du compte se sont affichées ce jour-là ; une même personne peut compter plusieurs fois.</translation>
        </message>
        <message>
            <source>How many different people had the post on their screen, as the network estimates it.</source>
            <translation>Combien de personnes différentes ont eu la publication à l’écran, selon l’estimation du réseau.</translation>
        </message>
        <message>
            <source>How many different people had something of the account on their screen that day, as the network estimates it. Days cannot be added up: the same person comes back.</source>
            <translation>Combien de personnes différentes ont eu quelque chose du compte à l’écran ce jour-là, selon l’estimation du réseau. Les jours ne s’additionnent pas : la même personne revient.</translation>
        </message>
        <message>
            <source>How often something in the post was clicked.</source>
            <translation>Combien de fois on a cliqué dans la publication.</translation>
        </message>
        <message>
            <source>How often the account’s own page was opened that day, without its posts seen elsewhere.</source>
            <translation>Combien de fois la page du compte a été ouverte ce jour-là, sans compter ses publications vues ailleurs.</translation>
        </message>
        <message>
            <source>How often it was displayed, as Facebook counted until November 2025. The views that followed are counted otherwise and cannot be set against it.</source>
            <translation>Nombre d’affichages, tel que Facebook les comptait jusqu’en novembre 2025. Les vues qui ont suivi sont comptées autrement et ne se comparent pas.</translation>
        </message>
        <message>
            <source>How often it was displayed or played, as Facebook counts since November 2025; seeing it again counts again.</source>
            <translation>Nombre d’affichages ou de lectures, tel que Facebook les compte depuis novembre 2025 ; revoir compte à nouveau.</translation>
        </message>
        <message>
            <source>How many different people it was displayed to, as Facebook counted until June 2026.</source>
            <translation>Nombre de personnes différentes à qui le contenu s’est affiché, tel que Facebook le comptait jusqu’en juin 2026.</translation>
        </message>
        <message>
            <source>How many different people viewed it, as Facebook counts since November 2025.</source>
            <translation>Nombre de personnes différentes qui ont vu le contenu, tel que Facebook le compte depuis novembre 2025.</translation>
        </message>
        <message>
            <source>How often it was displayed, as Instagram counted until April 2025. Views have taken its place and cannot be set against it.</source>
            <translation>Nombre d’affichages, tel qu’Instagram les comptait jusqu’en avril 2025. Les vues les ont remplacés et ne se comparent pas.</translation>
        </message>
        <message>
            <source>How often it was displayed or played, as Instagram counts since April 2025; seeing it again counts again.</source>
            <translation>Nombre d’affichages ou de lectures, tel qu’Instagram les compte depuis avril 2025 ; revoir compte à nouveau.</translation>
        </message>
        <message>
            <source>How many articles are published on the site at that moment.</source>
            <translation>Combien d’articles sont publiés sur le site à ce moment.</translation>
        </message>
        <message>
            <source>How many approved comments the site shows at that moment, under all its articles.</source>
            <translation>Combien de commentaires approuvés le site montre à ce moment, sous tous ses articles.</translation>
        </message>
        <message>
            <source>How many pages of the site were opened that day, as its audience tool (Matomo or Plausible) counts them.</source>
            <translation>Combien de pages du site ont été ouvertes ce jour-là, selon son outil d’audience (Matomo ou Plausible).</translation>
        </message>
        <message>
            <source>How many visits began that day, as the site’s audience tool counts them; a visit can open several pages.</source>
            <translation>Combien de visites ont commencé ce jour-là, selon l’outil d’audience du site ; une visite peut ouvrir plusieurs pages.</translation>
        </message>
        <message>
            <source>How many different browsers came that day, as the site’s audience tool tells them apart. Days cannot be added up: the same person comes back.</source>
            <translation>Combien de navigateurs différents sont venus ce jour-là, tels que l’outil d’audience du site les distingue. Les jours ne s’additionnent pas : la même personne revient.</translation>
        </message>
        <message>
            <source>How many approved comments stand under the article.</source>
            <translation>Combien de commentaires approuvés figurent sous l’article.</translation>
        </message>
        <message>
            <source>How often the article was opened, as the site’s audience tool counts it.</source>
            <translation>Combien de fois l’article a été ouvert, selon l’outil d’audience du site.</translation>
        </message>
        <message>
            <source>How many different browsers opened the article, as the site’s audience tool tells them apart.</source>
            <translation>Combien de navigateurs différents ont ouvert l’article, tels que l’outil d’audience du site les distingue.</translation>
        </message>
        <message>
            <source>How many people marked the page itself as liked. They are not the same as those who follow it.</source>
            <translation>Combien de personnes ont aimé la page elle-même. Ce ne sont pas les mêmes que celles qui la suivent.</translation>
        </message>
        <message>
            <source>How many reactions the page’s posts received that day.</source>
            <translation>Combien de réactions les publications de la page ont reçues ce jour-là.</translation>
        </message>
        <message>
            <source>How often the page’s own buttons and links were clicked that day.</source>
            <translation>Combien de fois on a cliqué ce jour-là sur les boutons et les liens de la page.</translation>
        </message>
        <message>
            <source>How often the page’s videos were seen for three seconds or more that day.</source>
            <translation>Combien de fois les vidéos de la page ont été vues au moins trois secondes ce jour-là.</translation>
        </message>
        <message>
            <source>How often the video was seen for three seconds or more.</source>
            <translation>Combien de fois la vidéo a été vue au moins trois secondes.</translation>
        </message>
        <message>
            <source>How often the profile’s link was clicked that day; Instagram told it until January 2025.</source>
            <translation>Combien de fois on a cliqué ce jour-là sur le lien du profil ; Instagram l’a communiqué jusqu’en janvier 2025.</translation>
        </message>
        <message>
            <source>How often the video was started, as Instagram counted until April 2025.</source>
            <translation>Combien de fois la vidéo a été lancée, tel qu’Instagram le comptait jusqu’en avril 2025.</translation>
        </message>
        <message>
            <source>How often the post’s link was clicked. Only the account itself sees it, for thirty days after the post.</source>
            <translation>Combien de fois on a cliqué sur le lien de la publication. Seul le compte lui-même le voit, pendant trente jours.</translation>
        </message>
        <message>
            <source>How often the page’s posts, its name or its logo were clicked that day.</source>
            <translation>Combien de fois on a cliqué ce jour-là sur les publications de la page, son nom ou son logo.</translation>
        </message>
        <message>
            <source>How many different members opened the page that day.</source>
            <translation>Combien de membres différents ont ouvert la page ce jour-là.</translation>
        </message>
        <message>
            <source>How often the account’s links were clicked that day.</source>
            <translation>Combien de fois on a cliqué ce jour-là sur les liens du compte.</translation>
        </message>
        <message>
            <source>How often the post was passed on, as it is or quoted with words of one’s own.</source>
            <translation>Combien de fois la publication a été relayée, telle quelle ou citée avec un commentaire.</translation>
        </message>
        <message>
            <source>How many people subscribed to the channel at that moment. YouTube gives three digits that count and rounds the rest down.</source>
            <translation>Combien de personnes sont abonnées à la chaîne à ce moment. YouTube donne trois chiffres exacts et arrondit le reste vers le bas.</translation>
        </message>
        <message>
            <source>How many public videos the channel has at that moment.</source>
            <translation>Combien de vidéos publiques la chaîne compte à ce moment.</translation>
        </message>
        <message>
            <source>How often the channel’s videos were seen that day; YouTube tells it two days later.</source>
            <translation>Combien de fois les vidéos de la chaîne ont été vues ce jour-là ; YouTube le communique deux jours plus tard.</translation>
        </message>
        <message>
            <source>How often the channel’s videos were seen since it exists.</source>
            <translation>Combien de fois les vidéos de la chaîne ont été vues depuis sa création.</translation>
        </message>
        <message>
            <source>How often the video was seen.</source>
            <translation>Combien de fois la vidéo a été vue.</translation>
        </message>
        <message>
            <source>Tumblr’s notes: likes, reblogs and answers in one number, which cannot be told apart.</source>
            <translation>Les notes de Tumblr : mentions « j’aime », rebloguages et réponses en un seul nombre, qu’on ne peut séparer.</translation>
        </message>
        <message>
            <source>How often the topic was seen since it exists.</source>
            <translation>Combien de fois le sujet a été vu depuis sa création.</translation>
        </message>
        <message>
            <source>How many different visitors the topic had since it exists.</source>
            <translation>Combien de visiteurs différents le sujet a eus depuis sa création.</translation>
        </message>
        <message>
            <source>How many people saw the clinic’s card in the search or on the map that day, each once a day.</source>
            <translation>Combien de personnes ont vu la fiche de la clinique dans la recherche ou sur la carte ce jour-là, chacune une fois par jour.</translation>
        </message>
        <message>
            <source>How often people called, asked the way or opened the site from the card that day.</source>
            <translation>Combien de fois on a appelé, demandé l’itinéraire ou ouvert le site depuis la fiche ce jour-là.</translation>
        </message>
        <message>
            <source>How many reviews people left on the clinic’s card until that moment.</source>
            <translation>Combien d’avis ont été laissés sur la fiche de la clinique jusqu’à ce moment.</translation>
        </message>
        <message>
            <source>How often the post was seen, as its own page shows it; the network tells it nowhere else.</source>
            <translation>Combien de fois la publication a été vue, tel que sa page le montre ; le réseau ne le dit nulle part ailleurs.</translation>
        </message>
        <message>
            <source>How often the post’s button was clicked, as its own page shows it.</source>
            <translation>Combien de fois on a cliqué sur le bouton de la publication, tel que sa page le montre.</translation>
        </message>
    </context>
    <context>
        <name>Metrics</name>
        <message>
            <source>Followers</source>
            <translation>Abonnés</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>Publications</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Vues</translation>
        </message>
        <message>
            <source>People reached</source>
            <translation>Personnes touchées</translation>
        </message>
        <message>
            <source>Displays</source>
            <translation>Affichages</translation>
        </message>
        <message>
            <source>Reactions</source>
            <translation>Réactions</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Commentaires</translation>
        </message>
        <message>
            <source>Shares</source>
            <translation>Partages</translation>
        </message>
        <message>
            <source>Clicks</source>
            <translation>Clics</translation>
        </message>
        <message>
            <source>Video views</source>
            <translation>Vues de vidéos</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Enregistrements</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>Visites</translation>
        </message>
        <message>
            <source>Visitors</source>
            <translation>Visiteurs</translation>
        </message>
        <message>
            <source>What exactly was counted is not known.</source>
            <translation>On ne sait pas exactement ce qui a été compté.</translation>
        </message>
        <message>
            <source>{metric} on {network}: {sentence}</source>
            <translation>{metric} sur {network} : {sentence}</translation>
        </message>
        <message>
            <source>read from the network</source>
            <translation>relevé sur le réseau</translation>
        </message>
        <message>
            <source>entered by hand</source>
            <translation>saisi à la main</translation>
        </message>
        <message>
            <source>taken from a file</source>
            <translation>repris d’un fichier</translation>
        </message>
        <message>
            <source>a sample figure</source>
            <translation>chiffre d’exemple</translation>
        </message>
        <message>
            <source>Text alone</source>
            <translation>Texte seul</translation>
        </message>
        <message>
            <source>With a picture</source>
            <translation>Avec une image</translation>
        </message>
        <message>
            <source>With a video</source>
            <translation>Avec une vidéo</translation>
        </message>
        <message>
            <source>With a link</source>
            <translation>Avec un lien</translation>
        </message>
        <message>
            <source>Testimonial</source>
            <translation>Témoignage</translation>
        </message>
        <message>
            <source>Thanks</source>
            <translation>Remerciement</translation>
        </message>
        <message>
            <source>Fact</source>
            <translation>Fait</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>Autre</translation>
        </message>
    </context>
    <context>
        <name>MonthModel</name>
        <message>
            <source>Week {number}</source>
            <translation>Semaine {number}</translation>
        </message>
    </context>
    <context>
        <name>MonthTable</name>
        <message>
            <source>Month</source>
            <translation>Mois</translation>
        </message>
    </context>
    <context>
        <name>MorningPage</name>
        <message>
            <source>Morning watch</source>
            <translation>Veille du matin</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Leave; the morning goes on where you stopped (Esc)</source>
            <translation>Quitter ; la veille reprendra là où vous vous arrêtez (Échap)</translation>
        </message>
        <message>
            <source>Stories decided</source>
            <translation>Articles décidés</translation>
        </message>
        <message>
            <source>Relay on</source>
            <translation>Relayer sur</translation>
        </message>
        <message>
            <source>Take the last choice back (Ctrl+Z)</source>
            <translation>Défaire le dernier choix (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Relay</source>
            <translation>Relayer</translation>
        </message>
        <message>
            <source>makes a draft</source>
            <translation>crée un brouillon</translation>
        </message>
        <message>
            <source>Physicians</source>
            <translation>Aux médecins</translation>
        </message>
        <message>
            <source>for an opinion</source>
            <translation>pour un avis</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Garder</translation>
        </message>
        <message>
            <source>for the review</source>
            <translation>pour la revue</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>comes back</source>
            <translation>revient</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Écarter</translation>
        </message>
        <message>
            <source>does not return</source>
            <translation>ne revient pas</translation>
        </message>
        <message>
            <source>{done} of {of}</source>
            <translation>{done} sur {of}</translation>
        </message>
        <message>
            <source>Choose first where it is to be relayed</source>
            <translation>Choisissez d’abord où le relayer</translation>
        </message>
    </context>
    <context>
        <name>MorningRound</name>
        <message numerus="yes">
            <source>Everything is read: %n story(ies) decided</source>
            <translation>
                <numerusform>Tout est lu : %n article décidé</numerusform>
                <numerusform>Tout est lu : %n articles décidés</numerusform>
            </translation>
        </message>
        <message>
            <source>{told}, in {time}.</source>
            <translation>{told}, en {time}.</translation>
        </message>
        <message>
            <source>Nothing new this morning. The sources are read again by themselves.</source>
            <translation>Rien de nouveau ce matin. Les sources sont relevées d’elles-mêmes.</translation>
        </message>
        <message>
            <source>Choice of the morning</source>
            <translation>Choix du matin</translation>
        </message>
        <message>
            <source>{spent} · about {left} left</source>
            <translation>{spent} · encore {left} environ</translation>
        </message>
    </context>
    <context>
        <name>NameDialog</name>
        <message>
            <source>Colour</source>
            <translation>Couleur</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>Bleu</translation>
        </message>
        <message>
            <source>Teal</source>
            <translation>Bleu-vert</translation>
        </message>
        <message>
            <source>Plum</source>
            <translation>Prune</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Vert</translation>
        </message>
        <message>
            <source>Ochre</source>
            <translation>Ocre</translation>
        </message>
        <message>
            <source>Red</source>
            <translation>Rouge</translation>
        </message>
        <message>
            <source>Give it a name first.</source>
            <translation>Donnez-lui d’abord un nom.</translation>
        </message>
    </context>
    <context>
        <name>NetworkPage</name>
        <message>
            <source>Publish by hand on this network too, without signing in</source>
            <translation>Publier à la main sur ce réseau aussi, sans se connecter</translation>
        </message>
        <message>
            <source>Which network do you want to connect?</source>
            <translation>Quel réseau voulez-vous brancher ?</translation>
        </message>
        <message>
            <source>CM Station publishes on the first three by itself. On the others it prepares everything.</source>
            <translation>CM Station publie tout seul sur les trois premiers. Pour les autres, il prépare tout.</translation>
        </message>
        <message>
            <source>Application password</source>
            <translation>Mot de passe d’appli.</translation>
        </message>
        <message>
            <source>Through the browser</source>
            <translation>Par le navigateur</translation>
        </message>
        <message>
            <source>App password</source>
            <translation>Mot de passe d’appli.</translation>
        </message>
        <message>
            <source>Publishes by itself</source>
            <translation>Publication automatique</translation>
        </message>
        <message>
            <source>By hand, everything prepared</source>
            <translation>À la main, tout est préparé</translation>
        </message>
        <message>
            <source>This is the rehearsal: whichever you choose, nothing leaves this computer.</source>
            <translation>C’est la répétition : quel que soit votre choix, rien ne quitte cet ordinateur.</translation>
        </message>
        <message>
            <source>A post leaves by itself, at its hour, and its link comes back.</source>
            <translation>Un post part tout seul, à son heure, et son lien revient.</translation>
        </message>
        <message>
            <source>Text and pictures are made ready for {network}, its page opens, you paste and publish; then you say that it is done.</source>
            <translation>Textes et photos sont préparés pour {network}, sa page s’ouvre, vous collez et publiez ; puis vous dites que c’est fait.</translation>
        </message>
    </context>
    <context>
        <name>NetworkSwitch</name>
        <message>
            <source>Network of the preview</source>
            <translation>Réseau de l’aperçu</translation>
        </message>
        <message>
            <source>Preview on {account}</source>
            <translation>Aperçu sur {account}</translation>
        </message>
    </context>
    <context>
        <name>NotThereDialog</name>
        <message>
            <source>It is not there</source>
            <translation>Il n’y est pas</translation>
        </message>
        <message>
            <source>Send it once more on {account}?</source>
            <translation>L’envoyer une nouvelle fois sur {account} ?</translation>
        </message>
        <message>
            <source>The same post leaves at once, one single time. If the first one appears later all the same, there will be two: look at the account again when in doubt.</source>
            <translation>Le même post part aussitôt, une seule fois. Si le premier apparaît malgré tout plus tard, il y en aura deux : en cas de doute, regardez encore le compte.</translation>
        </message>
        <message>
            <source>Send once more</source>
            <translation>Renvoyer une fois</translation>
        </message>
    </context>
    <context>
        <name>NoteDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Garder</translation>
        </message>
        <message>
            <source>Change a note</source>
            <translation>Modifier une note</translation>
        </message>
        <message>
            <source>Add a note</source>
            <translation>Ajouter une note</translation>
        </message>
        <message>
            <source>Kind of note</source>
            <translation>Sorte de note</translation>
        </message>
        <message>
            <source>What was said or what happened</source>
            <translation>Ce qui a été dit ou ce qui s’est passé</translation>
        </message>
        <message>
            <source>Who said it</source>
            <translation>Qui l’a dit</translation>
        </message>
        <message>
            <source>may stay empty</source>
            <translation>peut rester vide</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Lien</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
        <message>
            <source>Said &amp;by</source>
            <translation>Dit &amp;par</translation>
        </message>
        <message>
            <source>&amp;Day</source>
            <translation>&amp;Jour</translation>
        </message>
        <message>
            <source>&amp;Link</source>
            <translation>&amp;Lien</translation>
        </message>
        <message>
            <source>Write nothing by which a patient could be recognised: notes go into the report.</source>
            <translation>N’écrivez rien qui permette de reconnaître un patient : les notes figurent dans le rapport.</translation>
        </message>
        <message>
            <source>Remove this note</source>
            <translation>Supprimer cette note</translation>
        </message>
        <message>
            <source>Write what was said or what happened.</source>
            <translation>Écrivez ce qui a été dit ou ce qui s’est passé.</translation>
        </message>
    </context>
    <context>
        <name>NotesAnswer</name>
        <message>
            <source>Add a note…</source>
            <translation>Ajouter une note…</translation>
        </message>
        <message>
            <source>Notes of the period</source>
            <translation>Notes de la période</translation>
        </message>
        <message>
            <source>Nothing is noted for {period}.</source>
            <translation>Rien n’est noté pour {period}.</translation>
        </message>
        <message>
            <source>A patient’s thanks or a sentence heard at the desk belongs in the report too.</source>
            <translation>Le merci d’un patient ou une phrase entendue à l’accueil ont aussi leur place dans le rapport.</translation>
        </message>
        <message numerus="yes">
            <source>%n testimonial(s)</source>
            <translation>
                <numerusform>%n témoignage</numerusform>
                <numerusform>%n témoignages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n word(s) of thanks</source>
            <translation>
                <numerusform>%n remerciement</numerusform>
                <numerusform>%n remerciements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fact(s)</source>
            <translation>
                <numerusform>%n fait</numerusform>
                <numerusform>%n faits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other note(s)</source>
            <translation>
                <numerusform>%n autre note</numerusform>
                <numerusform>%n autres notes</numerusform>
            </translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <source>See the post</source>
            <translation>Voir la publication</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close this notice</source>
            <translation>Fermer cet avis</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>Avis</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n autre</numerusform>
                <numerusform>%n autres</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticeHistory</name>
        <message>
            <source>Earlier notices</source>
            <translation>Avis précédents</translation>
        </message>
        <message>
            <source>Nothing yet. What CM Station tells you during the day can be read again here.</source>
            <translation>Rien pour l’instant. Ce que CM Station vous signale dans la journée peut être relu ici.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>OpeningAgain</name>
        <message>
            <source>Posts that were published or changed after that are not shown as such: look at the accounts before you publish them again. What was due since then waits for you. The damaged file is kept: {file}.</source>
            <translation>Ce qui a été publié ou modifié après n’apparaît pas ici : regardez les comptes avant de publier à nouveau. Ce qui devait partir depuis vous attend. Le fichier endommagé est gardé : {file}.</translation>
        </message>
        <message>
            <source>I have looked</source>
            <translation>J’ai vérifié</translation>
        </message>
        <message>
            <source>Your posts are as they were on {when}.</source>
            <translation>Vos posts sont ceux du {when}.</translation>
        </message>
    </context>
    <context>
        <name>OpmlDialog</name>
        <message>
            <source>Import sources</source>
            <translation>Importer des sources</translation>
        </message>
        <message>
            <source>What cannot be taken</source>
            <translation>Ce qui ne peut pas être repris</translation>
        </message>
        <message numerus="yes">
            <source>%n feed(s) cannot be taken</source>
            <translation>
                <numerusform>%n flux ne peut pas être repris</numerusform>
                <numerusform>%n flux ne peuvent pas être repris</numerusform>
            </translation>
        </message>
        <message>
            <source>Take them</source>
            <translation>Les reprendre</translation>
        </message>
    </context>
    <context>
        <name>OptionsDialog</name>
        <message>
            <source>Options on {account}</source>
            <translation>Options sur {account}</translation>
        </message>
        <message>
            <source>Tick what this account says in its own way; the rest follows the post.</source>
            <translation>Cochez ce que ce compte dit à sa façon ; le reste suit le post.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Garder</translation>
        </message>
        <message>
            <source>Own title</source>
            <translation>Titre propre</translation>
        </message>
        <message>
            <source>Own link</source>
            <translation>Lien propre</translation>
        </message>
        <message>
            <source>Own first comment</source>
            <translation>Premier commentaire propre</translation>
        </message>
        <message>
            <source>Content warning</source>
            <translation>Avertissement de contenu</translation>
        </message>
        <message>
            <source>Excerpt</source>
            <translation>Extrait</translation>
        </message>
        <message>
            <source>Address of the page</source>
            <translation>Adresse de la page</translation>
        </message>
        <message>
            <source>last part, for instance flu-2026</source>
            <translation>dernière partie, par exemple grippe-2026</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>Catégories</translation>
        </message>
        <message>
            <source>separated by commas</source>
            <translation>séparées par des virgules</translation>
        </message>
        <message>
            <source>Title for search engines</source>
            <translation>Titre pour les moteurs de recherche</translation>
        </message>
        <message>
            <source>Description for search engines</source>
            <translation>Description pour les moteurs de recherche</translation>
        </message>
        <message>
            <source>Public</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Public, but not in the public timelines</source>
            <translation>Public, mais hors des fils publics</translation>
        </message>
        <message>
            <source>Followers only</source>
            <translation>Abonnés seulement</translation>
        </message>
        <message>
            <source>Who sees it</source>
            <translation>Qui le voit</translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message>
            <source>Nothing is published yet.</source>
            <translation>Rien n’est encore publié.</translation>
        </message>
        <message>
            <source>Paste the text, then give the link.</source>
            <translation>Collez le texte, puis donnez le lien.</translation>
        </message>
        <message>
            <source>Taken back before it left.</source>
            <translation>Repris avant son départ.</translation>
        </message>
        <message>
            <source>The network’s answer comes in a moment.</source>
            <translation>La réponse du réseau arrive dans un instant.</translation>
        </message>
        <message>
            <source>On its way.</source>
            <translation>En route.</translation>
        </message>
        <message>
            <source>Kept by {network} until: {when}</source>
            <translation>Gardé par {network}, départ : {when}</translation>
        </message>
        <message>
            <source>It leaves from there, even while this computer is off.</source>
            <translation>Il partira de là, même ordinateur éteint.</translation>
        </message>
        <message>
            <source>Uncertain: to check</source>
            <translation>Incertain : à vérifier</translation>
        </message>
        <message>
            <source>Its hour has passed</source>
            <translation>Heure passée</translation>
        </message>
        <message>
            <source>For you to paste</source>
            <translation>À vous de coller</translation>
        </message>
        <message>
            <source>Getting ready</source>
            <translation>Préparation</translation>
        </message>
        <message>
            <source>Leaving</source>
            <translation>Envoi en cours</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annulé</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message numerus="yes">
            <source>%n live</source>
            <translation>
                <numerusform>%n en direct</numerusform>
                <numerusform>%n en direct</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n on its way</source>
            <translation>
                <numerusform>%n en cours</numerusform>
                <numerusform>%n en cours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n planned</source>
            <translation>
                <numerusform>%n planifié</numerusform>
                <numerusform>%n planifiés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to paste</source>
            <translation>
                <numerusform>%n à coller</numerusform>
                <numerusform>%n à coller</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%n à vérifier</numerusform>
                <numerusform>%n à vérifier</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n en échec</numerusform>
                <numerusform>%n en échec</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is on its way</source>
            <translation>Rien n’est en route</translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) with alternative text</source>
            <translation>
                <numerusform>%n photo, texte alternatif posé</numerusform>
                <numerusform>%n photos, textes alternatifs posés</numerusform>
            </translation>
        </message>
        <message>
            <source>card of the link</source>
            <translation>carte du lien</translation>
        </message>
        <message>
            <source>link given by you</source>
            <translation>lien donné par vous</translation>
        </message>
        <message>
            <source>Text copied</source>
            <translation>Texte copié</translation>
        </message>
        <message numerus="yes">
            <source>folder of %n picture(s) ready</source>
            <translation>
                <numerusform>dossier d’une photo prêt</numerusform>
                <numerusform>dossier de %n photos prêt</numerusform>
            </translation>
        </message>
        <message>
            <source>The post may be live.</source>
            <translation>Le post est peut-être en ligne.</translation>
        </message>
        <message>
            <source>Sent at {time}, without a clear answer.</source>
            <translation>Envoyé à {time}, sans réponse claire.</translation>
        </message>
        <message>
            <source>Nothing leaves again without you.</source>
            <translation>Rien ne repart sans vous.</translation>
        </message>
        <message numerus="yes">
            <source>%n look(s) at the account proved nothing.</source>
            <translation>
                <numerusform>%n relecture du compte n’a rien prouvé.</numerusform>
                <numerusform>%n relectures du compte n’ont rien prouvé.</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking at the account proved nothing.</source>
            <translation>La relecture du compte n’a rien prouvé.</translation>
        </message>
        <message>
            <source>CM Station looks at the account by itself.</source>
            <translation>CM Station relit le compte de lui-même.</translation>
        </message>
        <message>
            <source>The network’s own words: {words}</source>
            <translation>Le réseau écrit : {words}</translation>
        </message>
        <message>
            <source>Perhaps it has left already: {when}.</source>
            <translation>Il est peut-être déjà parti : {when}.</translation>
        </message>
        <message>
            <source>A copy of your posts was put back. Look at the account first.</source>
            <translation>Une copie de vos posts a été remise en place. Regardez d’abord le compte.</translation>
        </message>
        <message>
            <source>It should have left: {when}.</source>
            <translation>Départ prévu : {when}.</translation>
        </message>
        <message>
            <source>CM Station was closed or the computer asleep, so it asks before it sends.</source>
            <translation>CM Station était fermé ou l’ordinateur en veille : il demande avant d’envoyer.</translation>
        </message>
        <message>
            <source>It follows once the post is live.</source>
            <translation>Il suivra dès que le post sera en ligne.</translation>
        </message>
        <message>
            <source>First comment</source>
            <translation>Premier commentaire</translation>
        </message>
        <message>
            <source>Another try follows by itself at {time}.</source>
            <translation>Nouvel essai automatique à {time}.</translation>
        </message>
        <message>
            <source>It leaves in a moment.</source>
            <translation>Il part dans un instant.</translation>
        </message>
        <message>
            <source>Offline, it waits for the line to come back.</source>
            <translation>Hors ligne, il attend le retour de la connexion.</translation>
        </message>
        <message>
            <source>CM Station must be open at that hour.</source>
            <translation>CM Station doit être ouvert à cette heure-là.</translation>
        </message>
        <message>
            <source>A notice tells you when it is time to paste.</source>
            <translation>Un avis vous préviendra à l’heure.</translation>
        </message>
        <message>
            <source>It is being handed to the network, which keeps it until then.</source>
            <translation>Il est confié au réseau, qui le gardera jusque-là.</translation>
        </message>
    </context>
    <context>
        <name>OwnDayRow</name>
        <message>
            <source>A day of your own, each year</source>
            <translation>Une journée à vous, chaque année</translation>
        </message>
        <message>
            <source>Its date</source>
            <translation>Sa date</translation>
        </message>
        <message>
            <source>Themes, between commas</source>
            <translation>Thèmes, entre virgules</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Search or do</source>
            <translation>Chercher ou agir</translation>
        </message>
        <message>
            <source>A post, a picture, an action…</source>
            <translation>Un post, une photo, une action…</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Trouvé</translation>
        </message>
        <message>
            <source>↑ ↓ to choose, Enter to open, Esc to close</source>
            <translation>↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>Posts</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Photos</translation>
        </message>
        <message>
            <source>Post without a title</source>
            <translation>Post sans titre</translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message>
            <source>{day} · page {page} of {pages}</source>
            <translation>{day} · page {page} sur {pages}</translation>
        </message>
        <message numerus="yes">
            <source>+ %n other(s), see the list</source>
            <translation>
                <numerusform>+ %n autre, voir la liste</numerusform>
                <numerusform>+ %n autres, voir la liste</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+ %n other(s)</source>
            <translation>
                <numerusform>+ %n autre</numerusform>
                <numerusform>+ %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Quoi</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Où</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Editorial line</source>
            <translation>Ligne éditoriale</translation>
        </message>
        <message>
            <source>all day</source>
            <translation>toute la journée</translation>
        </message>
    </context>
    <context>
        <name>PaperDeeds</name>
        <message>
            <source>“{title}” kept</source>
            <translation>« {title} » conservé</translation>
        </message>
        <message>
            <source>Note written</source>
            <translation>Note enregistrée</translation>
        </message>
        <message>
            <source>Page kept</source>
            <translation>Page conservée</translation>
        </message>
    </context>
    <context>
        <name>PaperDialog</name>
        <message>
            <source>Add an article</source>
            <translation>Ajouter un article</translation>
        </message>
        <message>
            <source>Where the article is</source>
            <translation>Où se trouve l’article</translation>
        </message>
        <message>
            <source>Paper press</source>
            <translation>Presse papier</translation>
        </message>
        <message>
            <source>From the web</source>
            <translation>Page web</translation>
        </message>
        <message>
            <source>Title of the article</source>
            <translation>Titre de l’article</translation>
        </message>
        <message>
            <source>Newspaper or review</source>
            <translation>Journal ou revue</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>Day on which it came out</source>
            <translation>Jour de parution</translation>
        </message>
        <message>
            <source>came o&amp;ut on</source>
            <translation>par&amp;u le</translation>
        </message>
        <message>
            <source>Link, if it is also on the web</source>
            <translation>Lien, si l’article est aussi en ligne</translation>
        </message>
        <message>
            <source>Text, typed or pasted</source>
            <translation>Texte, saisi ou collé</translation>
        </message>
        <message>
            <source>In your own words, for the review</source>
            <translation>Avec vos propres mots, pour la revue de presse</translation>
        </message>
        <message>
            <source>Remove the picture</source>
            <translation>Retirer l’image</translation>
        </message>
        <message>
            <source>Keep the article</source>
            <translation>Conserver l’article</translation>
        </message>
        <message>
            <source>{medium}, p. {page}</source>
            <translation>{medium}, p. {page}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>p.</source>
            <translation>p.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminer</translation>
        </message>
        <message>
            <source>Paste an address and read the page first.</source>
            <translation>Collez d’abord une adresse et lisez la page.</translation>
        </message>
        <message>
            <source>Write a title, or a newspaper with a text or a picture.</source>
            <translation>Écrivez un titre, ou un journal avec un texte ou une image.</translation>
        </message>
    </context>
    <context>
        <name>PasswordPage</name>
        <message>
            <source>User name</source>
            <translation>Nom d’utilisateur</translation>
        </message>
        <message>
            <source>Sign in to the site</source>
            <translation>Se connecter au site</translation>
        </message>
        <message>
            <source>An application password opens WordPress to CM Station alone. Your own password stays yours, and you can withdraw this one at any time.</source>
            <translation>Un mot de passe d’application n’ouvre WordPress qu’à CM Station. Le vôtre reste à vous, et vous pouvez retirer celui-ci à tout moment.</translation>
        </message>
        <message>
            <source>Application password</source>
            <translation>Mot de passe d’application</translation>
        </message>
        <message>
            <source>Six groups of four letters and figures; spaces do not matter.</source>
            <translation>Six groupes de quatre lettres et chiffres ; les espaces ne comptent pas.</translation>
        </message>
        <message>
            <source>Asking the site where it makes application passwords…</source>
            <translation>Le site est interrogé : où crée-t-il les mots de passe d’application ?</translation>
        </message>
        <message>
            <source>The site asks you to allow CM Station; then name and password arrive here by themselves.</source>
            <translation>Le site vous demande d’autoriser CM Station ; nom et mot de passe arrivent ensuite ici d’eux-mêmes.</translation>
        </message>
        <message>
            <source>Open the page of the site</source>
            <translation>Ouvrir la page du site</translation>
        </message>
        <message>
            <source>The site asks you to allow CM Station, then shows a password: copy it into the field.</source>
            <translation>Le site vous demande d’autoriser CM Station, puis affiche un mot de passe : copiez-le dans le champ.</translation>
        </message>
        <message>
            <source>In WordPress, open Users, then Profile. Under “Application Passwords” add one called “CM Station” and copy it here.</source>
            <translation>Dans WordPress, ouvrez Comptes, puis Profil. Sous « Mots de passe d’application », ajoutez-en un nommé « CM Station » et copiez-le ici.</translation>
        </message>
        <message>
            <source>Open the profile on the site</source>
            <translation>Ouvrir le profil sur le site</translation>
        </message>
        <message>
            <source>Sign in to Bluesky</source>
            <translation>Se connecter à Bluesky</translation>
        </message>
        <message>
            <source>An app password lets CM Station publish, and nothing more. The password of the account stays yours; it is not accepted here.</source>
            <translation>Un mot de passe d’application permet à CM Station de publier, et rien de plus. Celui du compte reste à vous ; il n’est pas accepté ici.</translation>
        </message>
        <message>
            <source>App password of {handle}</source>
            <translation>Mot de passe d’application de {handle}</translation>
        </message>
        <message>
            <source>Four groups of four letters and figures.</source>
            <translation>Quatre groupes de quatre lettres et chiffres.</translation>
        </message>
        <message>
            <source>On Bluesky: Settings, Privacy and security, App passwords. Add one called “CM Station”.</source>
            <translation>Sur Bluesky : Paramètres, Vie privée et sécurité, Mots de passe d’application. Ajoutez-en un nommé « CM Station ».</translation>
        </message>
        <message>
            <source>Open this page of Bluesky</source>
            <translation>Ouvrir cette page de Bluesky</translation>
        </message>
        <message>
            <source>The site was opened by {other}; this account is {person}. Sign in there as {person}.</source>
            <translation>Le site a été ouvert par {other} ; ce compte est celui de {person}. Connectez-vous là-bas en tant que {person}.</translation>
        </message>
    </context>
    <context>
        <name>PeerDeeds</name>
        <message>
            <source>“{name}” added</source>
            <translation>« {name} » ajouté</translation>
        </message>
        <message>
            <source>“{name}” changed</source>
            <translation>« {name} » modifié</translation>
        </message>
        <message>
            <source>Other clinic removed</source>
            <translation>Autre clinique retirée</translation>
        </message>
        <message>
            <source>Followers entered</source>
            <translation>Abonnés saisis</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Lecture en cours…</translation>
        </message>
        <message>
            <source>Nothing could be reached.</source>
            <translation>Rien n’a pu être joint.</translation>
        </message>
        <message numerus="yes">
            <source>%n account(s) could not be read.</source>
            <translation>
                <numerusform>%n compte n’a pas pu être lu.</numerusform>
                <numerusform>%n comptes n’ont pas pu être lus.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n account(s) read</source>
            <translation>
                <numerusform>%n compte lu</numerusform>
                <numerusform>%n comptes lus</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PeerDialog</name>
        <message>
            <source>Other clinics</source>
            <translation>Autres cliniques</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Look now</source>
            <translation>Lire maintenant</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Réseau</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Followers</source>
            <translation>Abonnés</translation>
        </message>
        <message>
            <source>Name of the other clinic</source>
            <translation>Nom de l’autre clinique</translation>
        </message>
        <message>
            <source>Address of its account</source>
            <translation>Adresse de son compte</translation>
        </message>
        <message>
            <source>its page, or its name on the network</source>
            <translation>sa page, ou son nom sur le réseau</translation>
        </message>
        <message>
            <source>Mastodon and Bluesky show followers to everybody, so they are read by themselves; for the other networks, type what their page shows into the last column.</source>
            <translation>Mastodon et Bluesky montrent les abonnés à tout le monde : ils sont lus d’eux-mêmes. Pour les autres réseaux, saisissez dans la dernière colonne ce que montre leur page.</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nom</translation>
        </message>
        <message>
            <source>Net&amp;work</source>
            <translation>&amp;Réseau</translation>
        </message>
        <message>
            <source>A&amp;ddress</source>
            <translation>A&amp;dresse</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Write the name of the other clinic.</source>
            <translation>Écrivez le nom de l’autre clinique.</translation>
        </message>
        <message>
            <source>Choose a line first.</source>
            <translation>Choisissez d’abord une ligne.</translation>
        </message>
        <message>
            <source>Nobody is listed yet.</source>
            <translation>Personne n’est encore dans la liste.</translation>
        </message>
        <message>
            <source>Write a whole number.</source>
            <translation>Écrivez un nombre entier.</translation>
        </message>
    </context>
    <context>
        <name>PeersAnswer</name>
        <message>
            <source>Network</source>
            <translation>Réseau</translation>
        </message>
        <message>
            <source>List of peers…</source>
            <translation>Liste des autres cliniques…</translation>
        </message>
        <message>
            <source>Nobody is listed.</source>
            <translation>Personne n’est dans la liste.</translation>
        </message>
        <message>
            <source>Followers</source>
            <translation>Abonnés</translation>
        </message>
        <message>
            <source>Among other clinics</source>
            <translation>Parmi les autres cliniques</translation>
        </message>
        <message>
            <source>No other clinic is listed yet.</source>
            <translation>Aucune autre clinique n’est encore dans la liste.</translation>
        </message>
        <message>
            <source>List the public accounts of a few, and you see where you stand.</source>
            <translation>Ajoutez les comptes publics de quelques-unes, et vous verrez où vous vous situez.</translation>
        </message>
        <message>
            <source>you</source>
            <translation>vous</translation>
        </message>
        <message>
            <source>Followers as the networks show them to everybody, or as you entered them.</source>
            <translation>Les abonnés tels que les réseaux les montrent à tous, ou tels que vous les avez saisis.</translation>
        </message>
        <message numerus="yes">
            <source>%n account(s) have no known figure and are not counted.</source>
            <translation>
                <numerusform>%n compte est sans chiffre connu et n’est pas compté.</numerusform>
                <numerusform>%n comptes sont sans chiffre connu et ne sont pas comptés.</numerusform>
            </translation>
        </message>
        <message>
            <source>Your own followers on {network} are not known, so there is no rank.</source>
            <translation>Vos propres abonnés sur {network} ne sont pas connus : il n’y a donc pas de rang.</translation>
        </message>
        <message>
            <source>On {network}, you are number {place} of {count} by followers.</source>
            <translation>Sur {network}, votre rang est {place} sur {count} par le nombre d’abonnés.</translation>
        </message>
    </context>
    <context>
        <name>PeriodBar</name>
        <message>
            <source>Period before (Alt+Left)</source>
            <translation>Période précédente (Alt+Gauche)</translation>
        </message>
        <message>
            <source>Period after (Alt+Right)</source>
            <translation>Période suivante (Alt+Droite)</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Ce mois-ci</translation>
        </message>
        <message>
            <source>Go to this month (Alt+Home)</source>
            <translation>Aller à ce mois-ci (Alt+Début)</translation>
        </message>
        <message>
            <source>Kind of period</source>
            <translation>Sorte de période</translation>
        </message>
        <message>
            <source>All accounts</source>
            <translation>Tous les comptes</translation>
        </message>
        <message>
            <source>Report…</source>
            <translation>Rapport…</translation>
        </message>
        <message>
            <source>More for statistics</source>
            <translation>Plus pour les statistiques</translation>
        </message>
        <message>
            <source>No post of a campaign went out yet</source>
            <translation>Aucune publication d’une campagne n’est encore partie</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Mois</translation>
        </message>
        <message>
            <source>Quarter</source>
            <translation>Trimestre</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Année</translation>
        </message>
        <message>
            <source>Campaign</source>
            <translation>Campagne</translation>
        </message>
        <message>
            <source>Own days</source>
            <translation>Dates libres</translation>
        </message>
        <message numerus="yes">
            <source>%n account(s)</source>
            <translation>
                <numerusform>%n compte</numerusform>
                <numerusform>%n comptes</numerusform>
            </translation>
        </message>
        <message>
            <source>Accounts: {which}</source>
            <translation>Comptes : {which}</translation>
        </message>
    </context>
    <context>
        <name>PeriodRow</name>
        <message>
            <source>Period</source>
            <translation>Période</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Hier</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>Cette semaine</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>7 derniers jours</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Ce mois-ci</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Premier jour</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Dernier jour</translation>
        </message>
        <message>
            <source>from</source>
            <translation>du</translation>
        </message>
        <message>
            <source>to</source>
            <translation>au</translation>
        </message>
    </context>
    <context>
        <name>PictureList</name>
        <message>
            <source>Pictures of the post</source>
            <translation>Images du post</translation>
        </message>
    </context>
    <context>
        <name>PicturesLine</name>
        <message>
            <source>Load pictures</source>
            <translation>Charger les images</translation>
        </message>
        <message>
            <source>The sites that hold the pictures will learn that you opened this article.</source>
            <translation>Les sites qui hébergent les images sauront que vous avez ouvert cet article.</translation>
        </message>
        <message numerus="yes">
            <source>Loading %n picture(s)…</source>
            <translation>
                <numerusform>Chargement de %n image…</numerusform>
                <numerusform>Chargement de %n images…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) not loaded</source>
            <translation>
                <numerusform>%n image non chargée</numerusform>
                <numerusform>%n images non chargées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) did not come</source>
            <translation>
                <numerusform>%n image n’est pas venue</numerusform>
                <numerusform>%n images ne sont pas venues</numerusform>
            </translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
    </context>
    <context>
        <name>PlaceMenus</name>
        <message>
            <source>Rename the search…</source>
            <translation>Renommer la recherche…</translation>
        </message>
        <message>
            <source>Remove the search</source>
            <translation>Supprimer la recherche</translation>
        </message>
    </context>
    <context>
        <name>PlaceRow</name>
        <message>
            <source>Open the post on {account}</source>
            <translation>Ouvrir le post sur {account}</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>Pas envoyé</translation>
        </message>
        <message>
            <source>Waiting for you</source>
            <translation>Vous attend</translation>
        </message>
        <message>
            <source>To paste</source>
            <translation>À coller</translation>
        </message>
        <message>
            <source>Nothing was planned for this account.</source>
            <translation>Rien n’était prévu pour ce compte.</translation>
        </message>
        <message>
            <source>Not live yet: it leaves by itself at its hour.</source>
            <translation>Pas encore en ligne : il part de lui-même à son heure.</translation>
        </message>
        <message>
            <source>Not live yet: the network keeps it until its hour.</source>
            <translation>Pas encore en ligne : le réseau le garde jusqu’à son heure.</translation>
        </message>
        <message>
            <source>Not sent by itself: say whether it should leave.</source>
            <translation>Il n’est pas parti de lui-même : dites s’il doit partir.</translation>
        </message>
        <message>
            <source>On its way.</source>
            <translation>En route.</translation>
        </message>
        <message>
            <source>Paste it, then give its address.</source>
            <translation>Collez-le, puis donnez son adresse.</translation>
        </message>
        <message>
            <source>Live; its address is not known.</source>
            <translation>En ligne ; son adresse n’est pas connue.</translation>
        </message>
        <message>
            <source>It did not leave for this account.</source>
            <translation>Il n’est pas parti vers ce compte.</translation>
        </message>
        <message>
            <source>Perhaps live: to check.</source>
            <translation>Peut-être en ligne : à vérifier.</translation>
        </message>
    </context>
    <context>
        <name>PlacesColumn</name>
        <message>
            <source>Morning watch</source>
            <translation>Veille du matin</translation>
        </message>
        <message>
            <source>Morning watch · {count}</source>
            <translation>Veille du matin · {count}</translation>
        </message>
    </context>
    <context>
        <name>PlacesList</name>
        <message>
            <source>Watch lists</source>
            <translation>Listes de veille</translation>
        </message>
    </context>
    <context>
        <name>PlanCopies</name>
        <message numerus="yes">
            <source>%n item(s) copied: Ctrl+V puts them on another day.</source>
            <translation>
                <numerusform>%n élément copié : Ctrl+V le pose un autre jour.</numerusform>
                <numerusform>%n éléments copiés : Ctrl+V les pose un autre jour.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was copied yet: choose an item and press Ctrl+C.</source>
            <translation>Rien n’a encore été copié : choisissez un élément, puis appuyez sur Ctrl+C.</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) copied</source>
            <translation>
                <numerusform>%n élément copié</numerusform>
                <numerusform>%n éléments copiés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) taken off the calendar</source>
            <translation>
                <numerusform>%n élément retiré du calendrier</numerusform>
                <numerusform>%n éléments retirés du calendrier</numerusform>
            </translation>
        </message>
        <message>
            <source>“{title}” removed</source>
            <translation>« {title} » supprimé</translation>
        </message>
        <message>
            <source>“{title}” taken off the calendar; it waits in the side list</source>
            <translation>« {title} » retiré du calendrier ; il attend dans la liste des posts à placer</translation>
        </message>
    </context>
    <context>
        <name>PlanDeeds</name>
        <message>
            <source>Event made longer or shorter</source>
            <translation>Durée de l’événement modifiée</translation>
        </message>
        <message>
            <source>Choose a day: each item keeps its hour and its distance from the first one.</source>
            <translation>Choisissez un jour : chaque élément garde son heure et son écart avec le premier.</translation>
        </message>
        <message>
            <source>It lasts whole days: only the day counts.</source>
            <translation>Il dure des jours entiers : seul le jour compte.</translation>
        </message>
        <message>
            <source>Move to…</source>
            <translation>Déplacer vers…</translation>
        </message>
        <message>
            <source>“{title}” moved to {day}</source>
            <translation>« {title} » déplacé : {day}</translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) moved</source>
            <translation>
                <numerusform>%n élément déplacé</numerusform>
                <numerusform>%n éléments déplacés</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanEvents</name>
        <message>
            <source>Task done</source>
            <translation>Tâche faite</translation>
        </message>
        <message>
            <source>Task not done yet</source>
            <translation>Tâche à faire de nouveau</translation>
        </message>
        <message>
            <source>{kind} added</source>
            <translation>Ajouté au calendrier : {kind}</translation>
        </message>
        <message>
            <source>“{title}” changed</source>
            <translation>« {title} » modifié</translation>
        </message>
        <message>
            <source>“{title}” removed</source>
            <translation>« {title} » supprimé</translation>
        </message>
    </context>
    <context>
        <name>PlanFiles</name>
        <message>
            <source>The file: {fault}</source>
            <translation>Le fichier : {fault}</translation>
        </message>
        <message>
            <source>Line {line}: {fault}</source>
            <translation>Ligne {line} : {fault}</translation>
        </message>
        <message>
            <source>Line {line}, column “{column}”: {fault}</source>
            <translation>Ligne {line}, colonne « {column} » : {fault}</translation>
        </message>
        <message>
            <source>“{title}”: {why}</source>
            <translation>« {title} » : {why}</translation>
        </message>
        <message>
            <source>Line {line}, “{title}”: {why}</source>
            <translation>Ligne {line}, « {title} » : {why}</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>Publication</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>genre</translation>
        </message>
        <message>
            <source>time</source>
            <translation>date et heure</translation>
        </message>
        <message>
            <source>end</source>
            <translation>fin</translation>
        </message>
        <message>
            <source>title</source>
            <translation>titre</translation>
        </message>
        <message>
            <source>text</source>
            <translation>texte</translation>
        </message>
        <message>
            <source>accounts</source>
            <translation>comptes</translation>
        </message>
        <message>
            <source>editorial line</source>
            <translation>ligne éditoriale</translation>
        </message>
        <message>
            <source>campaign</source>
            <translation>campagne</translation>
        </message>
        <message>
            <source>state</source>
            <translation>état</translation>
        </message>
        <message>
            <source>link</source>
            <translation>lien</translation>
        </message>
        <message>
            <source>tags</source>
            <translation>mots-clés</translation>
        </message>
        <message>
            <source>place</source>
            <translation>lieu</translation>
        </message>
        <message>
            <source>repetition</source>
            <translation>récurrence</translation>
        </message>
        <message>
            <source>notes</source>
            <translation>notes</translation>
        </message>
        <message>
            <source>first comment</source>
            <translation>premier commentaire</translation>
        </message>
        <message>
            <source>language</source>
            <translation>langue</translation>
        </message>
        <message>
            <source>own words of an account</source>
            <translation>texte propre à un compte</translation>
        </message>
        <message>
            <source>it has left, or its network keeps it; a file does not change it</source>
            <translation>elle est partie, ou son réseau la garde ; un fichier n’y change rien</translation>
        </message>
        <message>
            <source>it is no longer here; empty its identity to add it anew</source>
            <translation>cet élément n’existe plus ici ; videz son identifiant pour l’ajouter de nouveau</translation>
        </message>
        <message>
            <source>it is in the bin; take it out first</source>
            <translation>cet élément est dans la corbeille ; sortez-l’en d’abord</translation>
        </message>
        <message>
            <source>a post cannot become an event, nor an event a post</source>
            <translation>une publication ne peut pas devenir un événement, ni un événement une publication</translation>
        </message>
        <message>
            <source>a file schedules nothing; write idea, draft, in review or approved</source>
            <translation>un fichier ne planifie rien ; écrivez idée, brouillon, à relire ou approuvé</translation>
        </message>
        <message>
            <source>it is on its way; move it in the calendar</source>
            <translation>l’envoi est engagé ; déplacez la publication dans le calendrier</translation>
        </message>
        <message>
            <source>its new hour has passed, and it would leave at once</source>
            <translation>sa nouvelle heure est passée, et elle partirait aussitôt</translation>
        </message>
        <message>
            <source>it waits in the outbox for an account that is missing here</source>
            <translation>un envoi est prévu pour un compte qui manque ici</translation>
        </message>
        <message>
            <source>the series cannot be moved like this; move it in the calendar</source>
            <translation>la série ne peut pas être déplacée ainsi ; déplacez-la dans le calendrier</translation>
        </message>
        <message>
            <source>it was changed here since the file was written</source>
            <translation>il a été modifié ici depuis l’écriture du fichier</translation>
        </message>
        <message>
            <source>“{words}”</source>
            <translation>« {words} »</translation>
        </message>
        <message>
            <source>it is too large for a plan</source>
            <translation>il est trop lourd pour un planning</translation>
        </message>
        <message>
            <source>these letters cannot be read; save it as CSV UTF-8</source>
            <translation>ces lettres ne peuvent pas être lues ; enregistrez-le au format CSV UTF-8</translation>
        </message>
        <message>
            <source>it is no workbook of Excel, or not all of it is there</source>
            <translation>ce n’est pas un classeur Excel, ou il est incomplet</translation>
        </message>
        <message>
            <source>a quotation mark opens and does not close, or closes too early</source>
            <translation>un guillemet s’ouvre et ne se ferme pas, ou se ferme trop tôt</translation>
        </message>
        <message>
            <source>there are more rows than {found}</source>
            <translation>il y a plus de {found} lignes</translation>
        </message>
        <message>
            <source>there are more columns than {found}</source>
            <translation>il y a plus de {found} colonnes</translation>
        </message>
        <message>
            <source>this column is missing: day and hour go together</source>
            <translation>cette colonne manque : la date et l’heure vont ensemble</translation>
        </message>
        <message>
            <source>the first row names no column of a plan, such as titre or date</source>
            <translation>la première ligne ne nomme aucune colonne d’un planning, comme titre ou date</translation>
        </message>
        <message>
            <source>two columns mean the same</source>
            <translation>deux colonnes disent la même chose</translation>
        </message>
        <message>
            <source>there is no account {found}</source>
            <translation>il n’y a pas de compte {found}</translation>
        </message>
        <message>
            <source>there is something beyond the last column: {found}</source>
            <translation>il y a quelque chose au-delà de la dernière colonne : {found}</translation>
        </message>
        <message>
            <source>neither a title nor a text is given</source>
            <translation>ni titre ni texte n’est donné</translation>
        </message>
        <message>
            <source>{found} stands here a second time</source>
            <translation>{found} figure ici une seconde fois</translation>
        </message>
        <message>
            <source>a post has none: {found}</source>
            <translation>une publication n’en a pas : {found}</translation>
        </message>
        <message>
            <source>an event has none: {found}</source>
            <translation>un événement n’en a pas : {found}</translation>
        </message>
        <message>
            <source>{found} is not a day such as 13/10/2026</source>
            <translation>{found} n’est pas une date comme 13/10/2026</translation>
        </message>
        <message>
            <source>the day is missing</source>
            <translation>la date manque</translation>
        </message>
        <message>
            <source>{found} is not an hour such as 9:30</source>
            <translation>{found} n’est pas une heure comme 9h30</translation>
        </message>
        <message>
            <source>the hour is missing</source>
            <translation>l’heure manque</translation>
        </message>
        <message>
            <source>the clocks skip {found} on that day; choose another hour</source>
            <translation>les horloges sautent {found} ce jour-là ; choisissez une autre heure</translation>
        </message>
        <message>
            <source>{found}: this hour comes once only on that day</source>
            <translation>{found} : cette heure n’existe qu’une fois ce jour-là</translation>
        </message>
        <message>
            <source>{found} is not a time zone such as Europe/Paris</source>
            <translation>{found} n’est pas un fuseau horaire comme Europe/Paris</translation>
        </message>
        <message>
            <source>the end {found} does not go with the beginning</source>
            <translation>la fin {found} ne va pas avec le début</translation>
        </message>
        <message>
            <source>the spreadsheet shows an error there: {found}</source>
            <translation>le tableur y affiche une erreur : {found}</translation>
        </message>
        <message>
            <source>this formula has no result yet; open and save the file in Excel</source>
            <translation>cette formule n’a pas encore de résultat ; ouvrez le fichier dans Excel et enregistrez-le</translation>
        </message>
        <message>
            <source>{found} is not a kind such as publication or tâche</source>
            <translation>{found} n’est pas un genre comme publication ou tâche</translation>
        </message>
        <message>
            <source>there is no account {found}, or several are called so</source>
            <translation>il n’y a pas de compte {found}, ou plusieurs portent ce nom</translation>
        </message>
        <message>
            <source>the post is not for the account {found}</source>
            <translation>la publication n’est pas destinée au compte {found}</translation>
        </message>
        <message>
            <source>there is no editorial line {found}; add it first</source>
            <translation>il n’y a pas de ligne éditoriale {found} ; ajoutez-la d’abord</translation>
        </message>
        <message>
            <source>there is no campaign {found}; add it first</source>
            <translation>il n’y a pas de campagne {found} ; ajoutez-la d’abord</translation>
        </message>
        <message>
            <source>{found} is not a state such as brouillon or approuvé</source>
            <translation>{found} n’est pas un état comme brouillon ou approuvé</translation>
        </message>
        <message>
            <source>{found} is not a language such as fr</source>
            <translation>{found} n’est pas une langue comme fr</translation>
        </message>
        <message>
            <source>{found} is not a repetition such as FREQ=WEEKLY;BYDAY=MO</source>
            <translation>{found} n’est pas une récurrence comme FREQ=WEEKLY;BYDAY=MO</translation>
        </message>
        <message>
            <source>the calendar file is not complete</source>
            <translation>le fichier d’agenda est incomplet</translation>
        </message>
        <message>
            <source>these letters cannot be read; save the calendar in UTF-8</source>
            <translation>ces lettres ne peuvent pas être lues ; enregistrez l’agenda en UTF-8</translation>
        </message>
        <message>
            <source>the calendar names a time zone that nobody knows: {found}</source>
            <translation>l’agenda nomme un fuseau horaire inconnu : {found}</translation>
        </message>
        <message>
            <source>the calendar has a repetition that nobody can follow: {found}</source>
            <translation>l’agenda contient une récurrence que l’on ne peut pas suivre : {found}</translation>
        </message>
        <message>
            <source>an event of the calendar has no identity of its own: {found}</source>
            <translation>un événement de l’agenda n’a pas d’identité propre : {found}</translation>
        </message>
        <message>
            <source>the calendar says something that cannot be: {found}</source>
            <translation>l’agenda dit quelque chose d’impossible : {found}</translation>
        </message>
        <message>
            <source>there is too much in it for a calendar</source>
            <translation>il y a trop de choses pour un agenda</translation>
        </message>
        <message>
            <source>it is no calendar file</source>
            <translation>ce n’est pas un fichier d’agenda</translation>
        </message>
    </context>
    <context>
        <name>PlanMenus</name>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>Move to…</source>
            <translation>Déplacer vers…</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Not done yet</source>
            <translation>Pas encore fait</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fait</translation>
        </message>
        <message>
            <source>Take off the calendar</source>
            <translation>Retirer du calendrier</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <source>New post</source>
            <translation>Nouveau post</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Coller</translation>
        </message>
        <message>
            <source>{kind}…</source>
            <translation>{kind}…</translation>
        </message>
        <message>
            <source>Health days…</source>
            <translation>Journées de santé…</translation>
        </message>
        <message>
            <source>Public and school holidays…</source>
            <translation>Jours fériés et vacances scolaires…</translation>
        </message>
    </context>
    <context>
        <name>PlanPreview</name>
        <message numerus="yes">
            <source>%n new: {titles}</source>
            <translation>
                <numerusform>%n nouveauté : {titles}</numerusform>
                <numerusform>%n nouveautés : {titles}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed: {titles}</source>
            <translation>
                <numerusform>%n modification : {titles}</numerusform>
                <numerusform>%n modifications : {titles}</numerusform>
            </translation>
        </message>
        <message>
            <source>The file brings nothing new.</source>
            <translation>Le fichier n’apporte rien de nouveau.</translation>
        </message>
        <message numerus="yes">
            <source>%n the same as here</source>
            <translation>
                <numerusform>%n élément identique à celui d’ici</numerusform>
                <numerusform>%n éléments identiques à ceux d’ici</numerusform>
            </translation>
        </message>
        <message>
            <source>Columns that the calendar does not know: {names}</source>
            <translation>Colonnes que le calendrier ne connaît pas : {names}</translation>
        </message>
        <message>
            <source>The letters were read as Windows writes them: look at the accents.</source>
            <translation>Les caractères ont été lus comme Windows les écrit : vérifiez les accents.</translation>
        </message>
        <message>
            <source>There are others after these.</source>
            <translation>Il y en a d’autres après celles-ci.</translation>
        </message>
        <message>
            <source>“{title}”</source>
            <translation>« {title} »</translation>
        </message>
    </context>
    <context>
        <name>PlanRhythm</name>
        <message>
            <source>Put in the queue</source>
            <translation>Mettre dans la file</translation>
        </message>
        <message>
            <source>Make a sequence…</source>
            <translation>Faire une séquence…</translation>
        </message>
        <message>
            <source>Move the whole sequence…</source>
            <translation>Déplacer toute la séquence…</translation>
        </message>
        <message>
            <source>Take out of its sequence</source>
            <translation>Sortir de sa séquence</translation>
        </message>
        <message>
            <source>Fill the free slots with waiting drafts</source>
            <translation>Remplir les créneaux libres avec les brouillons en attente</translation>
        </message>
        <message>
            <source>New sequence of posts…</source>
            <translation>Nouvelle séquence de posts…</translation>
        </message>
        <message>
            <source>Slots, shares and warnings…</source>
            <translation>Créneaux, parts et alertes…</translation>
        </message>
        <message>
            <source>Post put in the queue</source>
            <translation>Post mis dans la file</translation>
        </message>
        <message>
            <source>No draft waits in the side list.</source>
            <translation>Aucun brouillon n’attend d’être placé.</translation>
        </message>
        <message>
            <source>Waiting drafts put on free slots</source>
            <translation>Brouillons en attente posés sur les créneaux libres</translation>
        </message>
        <message>
            <source>{accounts}: no weekly slot yet. Choose some under “Slots, shares and warnings”.</source>
            <translation>{accounts} : pas encore de créneau hebdomadaire. Choisissez-en sous « Créneaux, parts et alertes ».</translation>
        </message>
        <message>
            <source>Every slot of the coming year is taken.</source>
            <translation>Tous les créneaux de l’année à venir sont pris.</translation>
        </message>
        <message>
            <source>Placed on {day}, but it is not ready and will not leave by itself: open it and look at its checks.</source>
            <translation>Placé le {day}, mais le post n’est pas prêt et ne partira pas tout seul : ouvrez-le et regardez ses vérifications.</translation>
        </message>
        <message numerus="yes">
            <source>%n post(s) found no free slot.</source>
            <translation>
                <numerusform>%n post n’a pas trouvé de créneau libre.</numerusform>
                <numerusform>%n posts n’ont pas trouvé de créneau libre.</numerusform>
            </translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Sans titre</translation>
        </message>
        <message numerus="yes">
            <source>Sequence of %n post(s) made</source>
            <translation>
                <numerusform>Séquence de %n post créée</numerusform>
                <numerusform>Séquence de %n posts créée</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose the day of “{name}”; its posts keep their distance.</source>
            <translation>Choisissez le jour de « {name} » ; ses posts gardent leurs écarts.</translation>
        </message>
        <message>
            <source>Sequence moved</source>
            <translation>Séquence déplacée</translation>
        </message>
        <message numerus="yes">
            <source>%n post(s) of the sequence stayed where they were.</source>
            <translation>
                <numerusform>%n post de la séquence est resté à sa place.</numerusform>
                <numerusform>%n posts de la séquence sont restés à leur place.</numerusform>
            </translation>
        </message>
        <message>
            <source>Post taken out of its sequence</source>
            <translation>Post sorti de sa séquence</translation>
        </message>
        <message>
            <source>Rhythm changed</source>
            <translation>Rythme modifié</translation>
        </message>
    </context>
    <context>
        <name>PlanWarnings</name>
        <message>
            <source>{day}: “{first}” says what the same account said on {earlier}.</source>
            <translation>{day} : « {first} » répète ce que le même compte a dit le {earlier}.</translation>
        </message>
        <message>
            <source>{day}: “{first}” on a quiet day ({title}).</source>
            <translation>{day} : « {first} » un jour de silence ({title}).</translation>
        </message>
        <message>
            <source>{day}: “{first}” on the eve of a quiet day ({title}).</source>
            <translation>{day} : « {first} » la veille d’un jour de silence ({title}).</translation>
        </message>
        <message>
            <source>Nothing is planned from {day} on.</source>
            <translation>Rien n’est prévu à partir du {day}.</translation>
        </message>
        <message>
            <source>Nothing is planned on {day}.</source>
            <translation>Rien n’est prévu le {day}.</translation>
        </message>
        <message>
            <source>Nothing is planned from {day} to {last}.</source>
            <translation>Rien n’est prévu du {day} au {last}.</translation>
        </message>
        <message>
            <source>{day}: “{first}” is not approved yet.</source>
            <translation>{day} : « {first} » n’est pas encore approuvé.</translation>
        </message>
        <message>
            <source>{day}: “{first}” has an hour, but will not leave by itself yet.</source>
            <translation>{day} : « {first} » a une heure, mais ne partira pas encore de lui-même.</translation>
        </message>
        <message>
            <source>{day}: “{name}” is announced anew each year. Check its date and confirm it.</source>
            <translation>{day} : la date de « {name} » est annoncée chaque année. Vérifiez-la, puis confirmez-la.</translation>
        </message>
        <message>
            <source>another post</source>
            <translation>un autre post</translation>
        </message>
        <message>
            <source>{day}: “{first}” and “{second}” leave at the same minute on one account.</source>
            <translation>{day} : « {first} » et « {second} » partent à la même minute sur un même compte.</translation>
        </message>
        <message>
            <source>{day}: “{first}” and “{second}” are {length} apart on one account.</source>
            <translation>{day} : « {first} » et « {second} » sont à {length} d’intervalle sur un même compte.</translation>
        </message>
        <message>
            <source>{hours} h {minutes}</source>
            <translation>{hours} h {minutes}</translation>
        </message>
    </context>
    <context>
        <name>PostActions</name>
        <message>
            <source>Post deleted</source>
            <translation>Post supprimé</translation>
        </message>
        <message>
            <source>Post archived</source>
            <translation>Post archivé</translation>
        </message>
        <message>
            <source>Post back from the archive</source>
            <translation>Post sorti des archives</translation>
        </message>
        <message>
            <source>Post duplicated</source>
            <translation>Post dupliqué</translation>
        </message>
        <message>
            <source>{name} compared with the base</source>
            <translation>{name} comparé à la base</translation>
        </message>
        <message>
            <source>First comment</source>
            <translation>Premier commentaire</translation>
        </message>
        <message>
            <source>Published right after the post, as a reply to it, where the network allows it.</source>
            <translation>Publié juste après le post, en réponse, là où le réseau le permet.</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>One source a line: kept with the post for those who read it again, not published.</source>
            <translation>Une source par ligne : gardées avec le post pour qui le relira, non publiées.</translation>
        </message>
    </context>
    <context>
        <name>PostEditor</name>
        <message>
            <source>Text of the post</source>
            <translation>Texte du post</translation>
        </message>
        <message>
            <source>Write here what everyone shall read</source>
            <translation>Écrivez ici ce que tout le monde lira</translation>
        </message>
    </context>
    <context>
        <name>PostList</name>
        <message>
            <source>Posts</source>
            <translation>Posts</translation>
        </message>
    </context>
    <context>
        <name>PostMenus</name>
        <message>
            <source>Duplicate</source>
            <translation>Dupliquer</translation>
        </message>
        <message>
            <source>Take out of the archive</source>
            <translation>Sortir des archives</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archiver</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <source>History…</source>
            <translation>Historique…</translation>
        </message>
        <message>
            <source>Where it was sent…</source>
            <translation>Où il est parti…</translation>
        </message>
        <message>
            <source>New from a template…</source>
            <translation>Nouveau depuis un modèle…</translation>
        </message>
        <message>
            <source>Keep as a template…</source>
            <translation>Garder comme modèle…</translation>
        </message>
        <message>
            <source>An idea</source>
            <translation>Une idée</translation>
        </message>
        <message>
            <source>A draft</source>
            <translation>Un brouillon</translation>
        </message>
        <message>
            <source>To be reviewed</source>
            <translation>À relire</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Approuvé</translation>
        </message>
        <message>
            <source>Publish now</source>
            <translation>Publier maintenant</translation>
        </message>
        <message>
            <source>Last look before publishing…</source>
            <translation>Dernier regard avant de publier…</translation>
        </message>
        <message>
            <source>Publish at another time…</source>
            <translation>Publier à une autre heure…</translation>
        </message>
        <message>
            <source>Publish at its time: {when}</source>
            <translation>Publier à son heure : {when}</translation>
        </message>
    </context>
    <context>
        <name>PostRow</name>
        <message>
            <source>No longer on the network; its last figures are kept.</source>
            <translation>N’est plus sur le réseau ; ses derniers chiffres connus sont gardés.</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Sans titre</translation>
        </message>
    </context>
    <context>
        <name>PostState</name>
        <message>
            <source>Idea</source>
            <translation>Idée</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Brouillon</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>À relire</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Approuvé</translation>
        </message>
        <message>
            <source>Scheduled</source>
            <translation>Planifié</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Envoi</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>En direct</translation>
        </message>
        <message>
            <source>Uncertain</source>
            <translation>Incertain</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Échec</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>Archivé</translation>
        </message>
    </context>
    <context>
        <name>Preparing</name>
        <message>
            <source>Preparing the rehearsal clinic…</source>
            <translation>Préparation de la clinique de répétition…</translation>
        </message>
        <message>
            <source>Sample accounts, posts and pictures, at the first start only. Nothing leaves from here.</source>
            <translation>Des comptes, des posts et des photos d’exemple, au premier démarrage seulement. Rien ne part d’ici.</translation>
        </message>
    </context>
    <context>
        <name>PressAnswer</name>
        <message>
            <source>No article was kept in this period.</source>
            <translation>Aucun article n’a été retenu sur cette période.</translation>
        </message>
        <message>
            <source>Without a theme</source>
            <translation>Sans thème</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>Articles</translation>
        </message>
        <message>
            <source>Press</source>
            <translation>Presse</translation>
        </message>
        <message>
            <source>Articles that you kept for a review or made a post of; the tone is the one you chose.</source>
            <translation>Articles que vous avez retenus pour une revue ou relayés dans une publication ; le ton est celui que vous avez choisi.</translation>
        </message>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
        <message>
            <source>No article was kept or passed on in {period}.</source>
            <translation>Aucun article retenu ni relayé : {period}.</translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) kept for a review</source>
            <translation>
                <numerusform>%n article retenu pour une revue</numerusform>
                <numerusform>%n articles retenus pour une revue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed on in a post</source>
            <translation>
                <numerusform>%n relayé dans une publication</numerusform>
                <numerusform>%n relayés dans une publication</numerusform>
            </translation>
        </message>
        <message>
            <source>{kept}, {relayed}.</source>
            <translation>{kept}, {relayed}.</translation>
        </message>
        <message>
            <source>No press review was made in this period.</source>
            <translation>Aucune revue de presse n’a été faite sur cette période.</translation>
        </message>
        <message numerus="yes">
            <source>%n press review(s) made in this period.</source>
            <translation>
                <numerusform>%n revue de presse faite sur cette période.</numerusform>
                <numerusform>%n revues de presse faites sur cette période.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n positive</source>
            <translation>
                <numerusform>%n positif</numerusform>
                <numerusform>%n positifs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n neutral</source>
            <translation>
                <numerusform>%n neutre</numerusform>
                <numerusform>%n neutres</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n negative</source>
            <translation>
                <numerusform>%n négatif</numerusform>
                <numerusform>%n négatifs</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PressReview</name>
        <message>
            <source>Copying licence changed</source>
            <translation>Licence de copie modifiée</translation>
        </message>
        <message>
            <source>Positive</source>
            <translation>Positif</translation>
        </message>
        <message>
            <source>Neutral</source>
            <translation>Neutre</translation>
        </message>
        <message>
            <source>Negative</source>
            <translation>Négatif</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>du {first} au {last}</translation>
        </message>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
        <message>
            <source>Other articles</source>
            <translation>Autres articles</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Preview on {network}</source>
            <translation>Aperçu sur {network}</translation>
        </message>
        <message>
            <source>See more</source>
            <translation>En voir plus</translation>
        </message>
        <message>
            <source>Like</source>
            <translation>J’aime</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Commenter</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Partager</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Plus</translation>
        </message>
        <message>
            <source>Learn more</source>
            <translation>En savoir plus</translation>
        </message>
        <message>
            <source>more</source>
            <translation>plus</translation>
        </message>
        <message>
            <source>A picture is needed here</source>
            <translation>Une image est nécessaire ici</translation>
        </message>
        <message>
            <source>Repost</source>
            <translation>Republier</translation>
        </message>
        <message>
            <source>Hidden behind: {warning}</source>
            <translation>Masqué derrière : {warning}</translation>
        </message>
        <message>
            <source>Title of the scoop</source>
            <translation>Titre du scoop</translation>
        </message>
        <message>
            <source>From {site}</source>
            <translation>Depuis {site}</translation>
        </message>
        <message>
            <source>Insight of {name}</source>
            <translation>Le regard de {name}</translation>
        </message>
        <message>
            <source>Title of the article</source>
            <translation>Titre de l’article</translation>
        </message>
        <message>
            <source>In search results: {title}</source>
            <translation>Dans les résultats de recherche : {title}</translation>
        </message>
        <message>
            <source>Title of the video</source>
            <translation>Titre de la vidéo</translation>
        </message>
    </context>
    <context>
        <name>PreviewPage</name>
        <message>
            <source>Preview of the document</source>
            <translation>Aperçu du document</translation>
        </message>
    </context>
    <context>
        <name>PreviewPane</name>
        <message>
            <source>Previous articles</source>
            <translation>Articles précédents</translation>
        </message>
        <message>
            <source>Next articles</source>
            <translation>Articles suivants</translation>
        </message>
        <message>
            <source>Articles {first} to {last} of {articles}; the document has them all</source>
            <translation>Articles {first} à {last} sur {articles} ; le document les a tous</translation>
        </message>
    </context>
    <context>
        <name>PreviewSide</name>
        <message numerus="yes">
            <source>The newest %n</source>
            <translation>
                <numerusform>Le plus récent</numerusform>
                <numerusform>Les %n plus récents</numerusform>
            </translation>
        </message>
        <message>
            <source>All of them</source>
            <translation>Tous</translation>
        </message>
    </context>
    <context>
        <name>PrintDialog</name>
        <message>
            <source>Plan on paper</source>
            <translation>Le calendrier sur papier</translation>
        </message>
        <message>
            <source>What is printed</source>
            <translation>Ce qui est imprimé</translation>
        </message>
        <message>
            <source>With every item in full on the pages after</source>
            <translation>Avec le détail de chaque élément sur les pages suivantes</translation>
        </message>
        <message>
            <source>One sheet to pin to the wall, A4, landscape, with the filter that is chosen now.</source>
            <translation>Une feuille A4 en paysage à afficher au mur, avec le filtre choisi en ce moment.</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>Enregistrer en PDF…</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>Imprimer…</translation>
        </message>
    </context>
    <context>
        <name>Process</name>
        <message>
            <source>Another CM Station works in this folder and does not answer.</source>
            <translation>Un autre CM Station travaille dans ce dossier et ne répond pas.</translation>
        </message>
        <message>
            <source>Wait until it has finished, or close it, then start again: {folder}</source>
            <translation>Attendez qu’il ait fini, ou fermez-le, puis relancez : {folder}</translation>
        </message>
    </context>
    <context>
        <name>Publishing</name>
        <message>
            <source>Cancelled: nothing has left.</source>
            <translation>Annulé : rien n’est parti.</translation>
        </message>
        <message>
            <source>Planned: {when}</source>
            <translation>Planifié : {when}</translation>
        </message>
    </context>
    <context>
        <name>QuietRow</name>
        <message>
            <source>Tell nothing &amp;between</source>
            <translation>Ne rien signaler &amp;entre</translation>
        </message>
        <message>
            <source>Quiet from</source>
            <translation>Silence à partir de</translation>
        </message>
        <message>
            <source>Quiet until</source>
            <translation>Silence jusqu’à</translation>
        </message>
        <message>
            <source>nor at the week&amp;end</source>
            <translation>ni le &amp;week-end</translation>
        </message>
        <message>
            <source>and</source>
            <translation>et</translation>
        </message>
    </context>
    <context>
        <name>ReadingPane</name>
        <message>
            <source>Relay</source>
            <translation>Relayer</translation>
        </message>
        <message>
            <source>To the physicians</source>
            <translation>Aux médecins</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Garder</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>Dismiss (E)</source>
            <translation>Écarter (E)</translation>
        </message>
        <message>
            <source>My note</source>
            <translation>Ma note</translation>
        </message>
        <message>
            <source>Make a draft of it (R)</source>
            <translation>En faire un brouillon (R)</translation>
        </message>
        <message>
            <source>Ask for a medical opinion (M)</source>
            <translation>Demander un avis médical (M)</translation>
        </message>
        <message>
            <source>Keep it for the press review (G)</source>
            <translation>Garder pour la revue de presse (G)</translation>
        </message>
        <message>
            <source>Come back to it (P)</source>
            <translation>Y revenir (P)</translation>
        </message>
    </context>
    <context>
        <name>Refusals</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) could not be added</source>
            <translation>
                <numerusform>%n fichier n’a pas pu être ajouté</numerusform>
                <numerusform>%n fichiers n’ont pas pu être ajoutés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n other file(s)</source>
            <translation>
                <numerusform>et %n autre fichier</numerusform>
                <numerusform>et %n autres fichiers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Regions</name>
        <message>
            <source>no place: no holidays are shown</source>
            <translation>aucun lieu : ni jours fériés ni vacances</translation>
        </message>
        <message>
            <source>France, zone A (Lyon, Bordeaux, Besançon…)</source>
            <translation>France, zone A (Lyon, Bordeaux, Besançon…)</translation>
        </message>
        <message>
            <source>France, zone B (Lille, Nantes, Nice…)</source>
            <translation>France, zone B (Lille, Nantes, Nice…)</translation>
        </message>
        <message>
            <source>France, zone C (Paris, Toulouse, Montpellier…)</source>
            <translation>France, zone C (Paris, Toulouse, Montpellier…)</translation>
        </message>
        <message>
            <source>France, Alsace-Moselle (zone B)</source>
            <translation>France, Alsace-Moselle (zone B)</translation>
        </message>
        <message>
            <source>France, Corsica</source>
            <translation>France, Corse</translation>
        </message>
        <message>
            <source>France, Guadeloupe</source>
            <translation>France, Guadeloupe</translation>
        </message>
        <message>
            <source>France, Martinique</source>
            <translation>France, Martinique</translation>
        </message>
        <message>
            <source>France, Guyane</source>
            <translation>France, Guyane</translation>
        </message>
        <message>
            <source>France, Réunion</source>
            <translation>France, La Réunion</translation>
        </message>
        <message>
            <source>France, Mayotte</source>
            <translation>France, Mayotte</translation>
        </message>
        <message>
            <source>Belgium, French Community</source>
            <translation>Belgique, Communauté française</translation>
        </message>
        <message>
            <source>Belgium, Flemish Community</source>
            <translation>Belgique, Communauté flamande</translation>
        </message>
        <message>
            <source>Belgium, German-speaking Community</source>
            <translation>Belgique, Communauté germanophone</translation>
        </message>
        <message>
            <source>Québec</source>
            <translation>Québec</translation>
        </message>
    </context>
    <context>
        <name>RemoveDialog</name>
        <message>
            <source>Remove an account</source>
            <translation>Retirer un compte</translation>
        </message>
        <message>
            <source>Remove {name}?</source>
            <translation>Retirer {name} ?</translation>
        </message>
        <message>
            <source>Keep the account</source>
            <translation>Garder le compte</translation>
        </message>
        <message>
            <source>Remove the account</source>
            <translation>Retirer le compte</translation>
        </message>
        <message>
            <source>Its password or permission is forgotten on this computer.</source>
            <translation>Son mot de passe ou son autorisation est oublié sur cet ordinateur.</translation>
        </message>
        <message>
            <source>Texts written for this account alone disappear from your drafts.</source>
            <translation>Les textes écrits pour ce seul compte disparaissent de vos brouillons.</translation>
        </message>
        <message>
            <source>What it has published stays on {network} and in your history.</source>
            <translation>Ce qu’il a publié reste sur {network} et dans votre historique.</translation>
        </message>
    </context>
    <context>
        <name>RemoveSourceDialog</name>
        <message>
            <source>Remove a source</source>
            <translation>Supprimer une source</translation>
        </message>
        <message>
            <source>Remove “{name}”?</source>
            <translation>Supprimer « {name} » ?</translation>
        </message>
        <message numerus="yes">
            <source>%n of its stories was decided about: it stays, with drafts and reviews made of it.</source>
            <translation>
                <numerusform>Vous avez traité un de ses articles : il reste, avec les brouillons et les revues qui en sont tirés.</numerusform>
                <numerusform>Vous avez traité %n de ses articles : ils restent, avec les brouillons et les revues qui en sont tirés.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything else that came from it goes. “Undo” brings the source back.</source>
            <translation>Tout le reste de ce qu’elle a apporté disparaît. « Annuler » fait revenir la source.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>La garder</translation>
        </message>
        <message>
            <source>Remove the source</source>
            <translation>Supprimer la source</translation>
        </message>
    </context>
    <context>
        <name>ReportComments</name>
        <message>
            <source>Comment changed</source>
            <translation>Commentaire modifié</translation>
        </message>
        <message>
            <source>Comment added</source>
            <translation>Commentaire ajouté</translation>
        </message>
        <message>
            <source>Comment removed</source>
            <translation>Commentaire supprimé</translation>
        </message>
    </context>
    <context>
        <name>ReportFiles</name>
        <message>
            <source>Logo and colour…</source>
            <translation>Logo et couleur…</translation>
        </message>
        <message>
            <source>report-{period}</source>
            <translation>rapport-{period}</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Enregistrer le rapport</translation>
        </message>
        <message>
            <source>PDF document…</source>
            <translation>Document PDF…</translation>
        </message>
        <message>
            <source>Word document…</source>
            <translation>Document Word…</translation>
        </message>
        <message>
            <source>PowerPoint slides…</source>
            <translation>Présentation PowerPoint…</translation>
        </message>
        <message>
            <source>Excel workbook…</source>
            <translation>Classeur Excel…</translation>
        </message>
        <message>
            <source>Report written to {name}</source>
            <translation>Rapport enregistré dans {name}</translation>
        </message>
    </context>
    <context>
        <name>ReportMail</name>
        <message>
            <source>The report of {month} is ready to be sent to the management.</source>
            <translation>Le rapport de {month} est prêt à être envoyé à la direction.</translation>
        </message>
        <message>
            <source>Prepare the e-mail</source>
            <translation>Préparer le courriel</translation>
        </message>
        <message>
            <source>E-mail with the report written to {name}</source>
            <translation>Courriel avec le rapport enregistré dans {name}</translation>
        </message>
    </context>
    <context>
        <name>RequestForm</name>
        <message>
            <source>Request</source>
            <translation>Demande</translation>
        </message>
        <message>
            <source>Question for the physician</source>
            <translation>Question au médecin</translation>
        </message>
        <message>
            <source>What do you want to know?</source>
            <translation>Que voulez-vous savoir ?</translation>
        </message>
        <message>
            <source>&amp;Asked of</source>
            <translation>&amp;Médecin consulté</translation>
        </message>
        <message>
            <source>Physician who is asked</source>
            <translation>Médecin consulté</translation>
        </message>
        <message>
            <source>any physician</source>
            <translation>tout médecin</translation>
        </message>
        <message>
            <source>Asked without a question.</source>
            <translation>Demandé sans question.</translation>
        </message>
    </context>
    <context>
        <name>ResponseAnswer</name>
        <message>
            <source>Response time</source>
            <translation>Temps de réponse</translation>
        </message>
        <message>
            <source>How fast you answer is not known yet.</source>
            <translation>Votre temps de réponse n’est pas encore connu.</translation>
        </message>
        <message>
            <source>Half of the messages were answered within {time}.</source>
            <translation>La moitié des messages ont reçu une réponse en moins de {time}.</translation>
        </message>
        <message>
            <source>It comes with Exchanges: until comments and messages are read there, nothing is counted.</source>
            <translation>Il viendra avec les Échanges : tant que les commentaires et les messages n’y sont pas lus, rien n’est compté.</translation>
        </message>
    </context>
    <context>
        <name>ResultDeeds</name>
        <message>
            <source>Link copied</source>
            <translation>Lien copié</translation>
        </message>
    </context>
    <context>
        <name>ResultDialog</name>
        <message>
            <source>Publish: sending</source>
            <translation>Publier — envoi</translation>
        </message>
        <message>
            <source>Log of sendings</source>
            <translation>Journal des envois</translation>
        </message>
        <message>
            <source>Closing stops nothing: the header keeps count.</source>
            <translation>Fermer n’arrête rien : l’en-tête garde le compte.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Sans titre</translation>
        </message>
        <message>
            <source>begun at {time}</source>
            <translation>commencé à {time}</translation>
        </message>
        <message numerus="yes">
            <source>Try the %n failed ones again</source>
            <translation>
                <numerusform>Réessayer l’envoi en échec</numerusform>
                <numerusform>Réessayer les %n envois en échec</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Try the %n failed ones again, in {posts} posts</source>
            <translation>
                <numerusform>Réessayer l’envoi en échec, dans {posts} posts</numerusform>
                <numerusform>Réessayer les %n envois en échec, dans {posts} posts</numerusform>
            </translation>
        </message>
        <message>
            <source>All that failed for the same cause leaves again.</source>
            <translation>Tout ce qui a échoué pour la même cause repart.</translation>
        </message>
    </context>
    <context>
        <name>ResultRow</name>
        <message>
            <source>First comment</source>
            <translation>Premier commentaire</translation>
        </message>
        <message>
            <source>Open {address}</source>
            <translation>Ouvrir {address}</translation>
        </message>
        <message>
            <source>It is live…</source>
            <translation>Il est en ligne…</translation>
        </message>
        <message>
            <source>Look at the profile</source>
            <translation>Regarder le profil</translation>
        </message>
        <message>
            <source>Another time…</source>
            <translation>Un autre moment…</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Voir</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>Envoyer maintenant</translation>
        </message>
        <message>
            <source>Do not publish it here</source>
            <translation>Ne pas le publier ici</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Rouvrir</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>Copy the link</source>
            <translation>Copier le lien</translation>
        </message>
        <message>
            <source>First comment, {account}</source>
            <translation>Premier commentaire, {account}</translation>
        </message>
        <message>
            <source>Published by hand</source>
            <translation>Publication assistée</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>It is not there…</source>
            <translation>Il n’y est pas…</translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>Se reconnecter</translation>
        </message>
        <message>
            <source>Open and copy</source>
            <translation>Ouvrir et copier</translation>
        </message>
        <message>
            <source>Give the link…</source>
            <translation>Donner le lien…</translation>
        </message>
        <message>
            <source>Change the time…</source>
            <translation>Changer l’heure…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
    </context>
    <context>
        <name>RetentionRow</name>
        <message>
            <source>Keep what was read</source>
            <translation>Garder ce qui a été lu</translation>
        </message>
        <message>
            <source>Keep what nobody read</source>
            <translation>Garder ce que personne n’a lu</translation>
        </message>
        <message>
            <source>and what nobody read</source>
            <translation>et ce que personne n’a lu</translation>
        </message>
        <message>
            <source>What is starred, noted, decided or in a press review always stays.</source>
            <translation>Ce qui porte une étoile, une note ou une décision, ou figure dans une revue de presse, reste toujours.</translation>
        </message>
        <message>
            <source>one year</source>
            <translation>un an</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n jour</numerusform>
                <numerusform>%n jours</numerusform>
            </translation>
        </message>
        <message>
            <source>for ever</source>
            <translation>toujours</translation>
        </message>
    </context>
    <context>
        <name>ReviewDeeds</name>
        <message>
            <source>Press review removed</source>
            <translation>Revue de presse supprimée</translation>
        </message>
    </context>
    <context>
        <name>ReviewEdits</name>
        <message>
            <source>Article taken out of the review</source>
            <translation>Article retiré de la revue</translation>
        </message>
    </context>
    <context>
        <name>ReviewFiles</name>
        <message>
            <source>press-review-{day}</source>
            <translation>revue-de-presse-{day}</translation>
        </message>
        <message>
            <source>PDF document (*.pdf)</source>
            <translation>Document PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Word document (*.docx)</source>
            <translation>Document Word (*.docx)</translation>
        </message>
        <message>
            <source>E-mail message (*.eml)</source>
            <translation>Message électronique (*.eml)</translation>
        </message>
        <message>
            <source>Save the press review</source>
            <translation>Enregistrer la revue de presse</translation>
        </message>
        <message>
            <source>Clinic’s logo</source>
            <translation>Logo de l’établissement</translation>
        </message>
        <message>
            <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
            <translation>Images (*.png *.jpg *.jpeg *.webp)</translation>
        </message>
        <message>
            <source>Logo of press reviews taken off</source>
            <translation>Logo retiré des revues de presse</translation>
        </message>
        <message>
            <source>Logo chosen</source>
            <translation>Logo choisi</translation>
        </message>
        <message>
            <source>Press review written to {name}</source>
            <translation>Revue de presse écrite dans {name}</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Back to the watch</source>
            <translation>Revenir à la veille</translation>
        </message>
        <message>
            <source>Back to the watch; the review is kept (Esc)</source>
            <translation>Revenir à la veille ; la revue est gardée (Échap)</translation>
        </message>
        <message>
            <source>Press review</source>
            <translation>Revue de presse</translation>
        </message>
        <message>
            <source>E-mail…</source>
            <translation>Courriel…</translation>
        </message>
        <message>
            <source>A message to open, address and send in your mail program</source>
            <translation>Un message à ouvrir, adresser et envoyer dans votre messagerie</translation>
        </message>
        <message>
            <source>Word…</source>
            <translation>Word…</translation>
        </message>
        <message>
            <source>PDF…</source>
            <translation>PDF…</translation>
        </message>
        <message>
            <source>Logo and licence</source>
            <translation>Logo et licence</translation>
        </message>
        <message>
            <source>Clinic’s logo…</source>
            <translation>Logo de l’établissement…</translation>
        </message>
        <message>
            <source>Take the logo off</source>
            <translation>Retirer le logo</translation>
        </message>
        <message>
            <source>Copying licence…</source>
            <translation>Licence de copie…</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Enregistré</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Pas encore enregistré</translation>
        </message>
    </context>
    <context>
        <name>ReviewsList</name>
        <message>
            <source>Press reviews</source>
            <translation>Revues de presse</translation>
        </message>
        <message>
            <source>Remove the review</source>
            <translation>Supprimer la revue</translation>
        </message>
    </context>
    <context>
        <name>RhythmDialog</name>
        <message>
            <source>Rhythm of the clinic</source>
            <translation>Rythme de la clinique</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Part of the rhythm</source>
            <translation>Partie du rythme</translation>
        </message>
        <message>
            <source>Weekly slots</source>
            <translation>Créneaux de la semaine</translation>
        </message>
        <message>
            <source>Editorial lines</source>
            <translation>Lignes éditoriales</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Avertissements</translation>
        </message>
        <message>
            <source>Write the hours at which an account usually speaks, for instance 9:00 or 12:30, 18:00. “Put in the queue” gives a post the next free one.</source>
            <translation>Indiquez les heures auxquelles un compte parle d’habitude, par exemple 9:00 ou 12:30, 18:00. « Mettre dans la file » donne à un post le prochain créneau libre.</translation>
        </message>
        <message>
            <source>{account}, {weekday}</source>
            <translation>{account}, {weekday}</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>no wish</source>
            <translation>aucun souhait</translation>
        </message>
        <message>
            <source>What part of a month’s posts each editorial line should have; the bar above the calendar compares.</source>
            <translation>Part souhaitée de chaque ligne éditoriale dans les posts d’un mois ; la barre au-dessus du calendrier compare.</translation>
        </message>
        <message>
            <source>The clinic has no editorial lines yet: they are added in a post, under Theme.</source>
            <translation>La clinique n’a pas encore de ligne éditoriale : on les ajoute dans un post, sous Thème.</translation>
        </message>
        <message>
            <source>Two posts of an account are too close within</source>
            <translation>Deux posts d’un compte sont trop proches à moins de</translation>
        </message>
        <message>
            <source>Say when nothing is planned for</source>
            <translation>Prévenir quand rien n’est prévu pendant</translation>
        </message>
        <message>
            <source>A post should be approved before its hour by</source>
            <translation>Un post devrait être approuvé avant son heure de</translation>
        </message>
        <message>
            <source>The calendar looks at what is planned and says what deserves a second look. It never changes anything.</source>
            <translation>Le calendrier examine ce qui est prévu et dit ce qui mérite un second regard. Il ne change jamais rien.</translation>
        </message>
        <message numerus="yes">
            <source> day(s)</source>
            <translation>
                <numerusform> jour</numerusform>
                <numerusform> jours</numerusform>
            </translation>
        </message>
        <message>
            <source>{where}: “{text}” is no hour. Write 9:00, or 12:30, 18:00.</source>
            <translation>{where} : « {text} » n’est pas une heure. Écrivez 9:00, ou 12:30, 18:00.</translation>
        </message>
        <message>
            <source>The wished shares make {total} % together.</source>
            <translation>Les parts souhaitées font {total} % au total.</translation>
        </message>
    </context>
    <context>
        <name>RuleBuilder</name>
        <message>
            <source>Rule for</source>
            <translation>Règle pour</translation>
        </message>
        <message>
            <source>Follow the list’s rule again</source>
            <translation>Suivre de nouveau la règle de la liste</translation>
        </message>
        <message>
            <source>All of these words</source>
            <translation>Tous ces mots</translation>
        </message>
        <message>
            <source>clinique</source>
            <translation>clinique</translation>
        </message>
        <message>
            <source>At least one of these</source>
            <translation>Au moins un de ceux-ci</translation>
        </message>
        <message>
            <source>télémed*, “maison de santé”, cancer ~5 dépistage</source>
            <translation>téléméd*, « maison de santé », cancer ~5 dépistage</translation>
        </message>
        <message>
            <source>None of these</source>
            <translation>Aucun de ceux-ci</translation>
        </message>
        <message>
            <source>offre d’emploi, vétérinaire</source>
            <translation>offre d’emploi, vétérinaire</translation>
        </message>
        <message>
            <source>Look &amp;only in titles</source>
            <translation>Ne regarder que les &amp;titres</translation>
        </message>
        <message>
            <source>for instance: {example}</source>
            <translation>par exemple : {example}</translation>
        </message>
        <message>
            <source>&amp;All of these words</source>
            <translation>&amp;Tous ces mots</translation>
        </message>
        <message>
            <source>At &amp;least one of these</source>
            <translation>Au &amp;moins un de ceux-ci</translation>
        </message>
        <message>
            <source>&amp;None of these</source>
            <translation>Aucun de &amp;ceux-ci</translation>
        </message>
        <message>
            <source>Commas part the terms; accents and capitals do not count. Several words are a phrase; télémed* takes any ending; cancer ~5 dépistage finds both within five words.</source>
            <translation>Des virgules entre les termes ; accents et majuscules ne comptent pas. Plusieurs mots forment une expression ; téléméd* accepte toutes les fins ; cancer ~5 dépistage trouve les deux à cinq mots au plus.</translation>
        </message>
        <message>
            <source>all sources of the list</source>
            <translation>toutes les sources de la liste</translation>
        </message>
        <message>
            <source>{source} (its own rule)</source>
            <translation>{source} (règle propre)</translation>
        </message>
    </context>
    <context>
        <name>RulePreviewColumns</name>
        <message>
            <source>Shown</source>
            <translation>Affichés</translation>
        </message>
        <message>
            <source>Nothing would be shown.</source>
            <translation>Rien ne serait affiché.</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Écartés</translation>
        </message>
        <message>
            <source>Nothing is left out.</source>
            <translation>Rien n’est écarté.</translation>
        </message>
    </context>
    <context>
        <name>SavedSearchDeeds</name>
        <message>
            <source>Search “{name}” saved</source>
            <translation>Recherche « {name} » enregistrée</translation>
        </message>
        <message>
            <source>It stays in the left column, and finds what comes in as well.</source>
            <translation>Elle reste dans la colonne de gauche et trouve aussi ce qui arrivera.</translation>
        </message>
        <message>
            <source>Save this search</source>
            <translation>Enregistrer cette recherche</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Search renamed “{name}”</source>
            <translation>Recherche renommée « {name} »</translation>
        </message>
        <message>
            <source>What it finds stays the same.</source>
            <translation>Ce qu’elle trouve ne change pas.</translation>
        </message>
        <message>
            <source>Rename the search</source>
            <translation>Renommer la recherche</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Renommer</translation>
        </message>
        <message>
            <source>Search “{name}” removed</source>
            <translation>Recherche « {name} » supprimée</translation>
        </message>
    </context>
    <context>
        <name>ScanDrop</name>
        <message>
            <source>Scanned article</source>
            <translation>Article numérisé</translation>
        </message>
        <message>
            <source>Pictures ({ends})</source>
            <translation>Images ({ends})</translation>
        </message>
        <message>
            <source>Scanned picture: drop it, paste it, or choose a file</source>
            <translation>Image numérisée : déposez-la, collez-la ou choisissez un fichier</translation>
        </message>
        <message>
            <source>Scanned picture: {name}</source>
            <translation>Image numérisée : {name}</translation>
        </message>
        <message>
            <source>Scanned picture, pasted</source>
            <translation>Image numérisée, collée</translation>
        </message>
        <message>
            <source>drop it, paste it,</source>
            <translation>à déposer, à coller</translation>
        </message>
        <message>
            <source>or choose a file</source>
            <translation>ou à choisir</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear the search</source>
            <translation>Effacer la recherche</translation>
        </message>
    </context>
    <context>
        <name>SearchNameDialog</name>
        <message>
            <source>Name of the search</source>
            <translation>Nom de la recherche</translation>
        </message>
        <message>
            <source>Give it a name first.</source>
            <translation>Donnez-lui d’abord un nom.</translation>
        </message>
    </context>
    <context>
        <name>SecretField</name>
        <message>
            <source>Already given; paste another one to replace it</source>
            <translation>Déjà donné ; collez-en un autre pour le remplacer</translation>
        </message>
        <message>
            <source>Hide the characters</source>
            <translation>Masquer les caractères</translation>
        </message>
        <message>
            <source>Show the characters</source>
            <translation>Afficher les caractères</translation>
        </message>
    </context>
    <context>
        <name>SendLog</name>
        <message>
            <source>Ask for the account</source>
            <translation>Demander le compte</translation>
        </message>
        <message>
            <source>Check the account</source>
            <translation>Vérifier le compte</translation>
        </message>
        <message>
            <source>Count the comments</source>
            <translation>Compter les commentaires</translation>
        </message>
        <message>
            <source>Take the post back</source>
            <translation>Retirer le post</translation>
        </message>
        <message>
            <source>Prepare a draft</source>
            <translation>Préparer un brouillon</translation>
        </message>
        <message>
            <source>Finish the sign-in</source>
            <translation>Terminer la connexion</translation>
        </message>
        <message>
            <source>Look for the post</source>
            <translation>Chercher le post</translation>
        </message>
        <message>
            <source>Ask what the server accepts</source>
            <translation>Demander ce que le serveur accepte</translation>
        </message>
        <message>
            <source>Read the page of the link</source>
            <translation>Lire la page du lien</translation>
        </message>
        <message>
            <source>Ask for the figures</source>
            <translation>Demander les chiffres</translation>
        </message>
        <message>
            <source>Find a person who is mentioned</source>
            <translation>Trouver une personne mentionnée</translation>
        </message>
        <message>
            <source>Ask what the server is</source>
            <translation>Demander la nature du serveur</translation>
        </message>
        <message>
            <source>Look at a post</source>
            <translation>Regarder un post</translation>
        </message>
        <message>
            <source>Look at posts</source>
            <translation>Regarder des posts</translation>
        </message>
        <message>
            <source>Wait for a picture to be ready</source>
            <translation>Attendre qu’une photo soit prête</translation>
        </message>
        <message>
            <source>See whether a post is still there</source>
            <translation>Voir si un post est encore là</translation>
        </message>
        <message>
            <source>Introduce CM Station</source>
            <translation>Présenter CM Station</translation>
        </message>
        <message>
            <source>Renew the permission</source>
            <translation>Renouveler l’autorisation</translation>
        </message>
        <message>
            <source>Move what the network keeps to another hour</source>
            <translation>Déplacer ce que le réseau garde à une autre heure</translation>
        </message>
        <message>
            <source>Give the permission back</source>
            <translation>Rendre l’autorisation</translation>
        </message>
        <message>
            <source>Look at what waits on the network</source>
            <translation>Regarder ce qui attend sur le réseau</translation>
        </message>
        <message>
            <source>Set the words for search engines</source>
            <translation>Poser les mots pour les moteurs de recherche</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>Publier</translation>
        </message>
        <message>
            <source>See whether it was published at its hour</source>
            <translation>Voir s’il a été publié à son heure</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Se connecter</translation>
        </message>
        <message>
            <source>Ask for a count</source>
            <translation>Demander un total</translation>
        </message>
        <message>
            <source>Send a picture</source>
            <translation>Envoyer une photo</translation>
        </message>
        <message>
            <source>answered {status}</source>
            <translation>a répondu {status}</translation>
        </message>
    </context>
    <context>
        <name>SendLogDialog</name>
        <message>
            <source>Log of sendings</source>
            <translation>Journal des envois</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Quand</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Compte</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Étape</translation>
        </message>
        <message>
            <source>What was called</source>
            <translation>Appel</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Réponse</translation>
        </message>
        <message>
            <source>Lasted</source>
            <translation>Durée</translation>
        </message>
        <message>
            <source>{account}, first comment</source>
            <translation>{account}, premier commentaire</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Copié</translation>
        </message>
        <message>
            <source>Copy all</source>
            <translation>Tout copier</translation>
        </message>
        <message>
            <source>Every call to the networks. No password and no text is kept here.</source>
            <translation>Chaque appel aux réseaux. Ni mot de passe ni texte n’est gardé ici.</translation>
        </message>
        <message>
            <source>Nothing was called yet</source>
            <translation>Aucun appel pour l’instant</translation>
        </message>
        <message>
            <source>Each call appears here as soon as the post begins to leave.</source>
            <translation>Chaque appel s’affiche ici dès que le post commence à partir.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>SequenceDialog</name>
        <message>
            <source>Sequence of posts</source>
            <translation>Séquence de posts</translation>
        </message>
        <message>
            <source>Scenario</source>
            <translation>Scénario</translation>
        </message>
        <message>
            <source>Announcement</source>
            <translation>Annonce</translation>
        </message>
        <message>
            <source>Health day</source>
            <translation>Journée de santé</translation>
        </message>
        <message>
            <source>Open day</source>
            <translation>Portes ouvertes</translation>
        </message>
        <message>
            <source>The day itself</source>
            <translation>Le jour même</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Make the posts</source>
            <translation>Créer les posts</translation>
        </message>
        <message>
            <source>From “{title}”, one post is made for each step. Each can be rewritten; they move together.</source>
            <translation>À partir de « {title} », un post est créé pour chaque étape. Chacun peut être réécrit ; ils se déplacent ensemble.</translation>
        </message>
        <message>
            <source>The &amp;day itself</source>
            <translation>Le &amp;jour même</translation>
        </message>
        <message>
            <source>The clocks skip this hour on that day. Choose another one.</source>
            <translation>Ce jour-là, les horloges sautent cette heure. Choisissez-en une autre.</translation>
        </message>
        <message>
            <source>The day itself lies in the past: choose a later one.</source>
            <translation>Le jour J est déjà passé : choisissez-en un plus tard.</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) in the past will be left out.</source>
            <translation>
                <numerusform>%n étape déjà passée sera laissée de côté.</numerusform>
                <numerusform>%n étapes déjà passées seront laissées de côté.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SequenceSteps</name>
        <message>
            <source>Posts that will be made</source>
            <translation>Posts qui seront créés</translation>
        </message>
        <message>
            <source>{day}, {hour}</source>
            <translation>{day}, {hour}</translation>
        </message>
        <message>
            <source>D{offset}</source>
            <translation>J{offset}</translation>
        </message>
        <message>
            <source>Announcement</source>
            <translation>Annonce</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>Rappel</translation>
        </message>
        <message>
            <source>Last call</source>
            <translation>Dernier rappel</translation>
        </message>
        <message>
            <source>The day</source>
            <translation>Le jour même</translation>
        </message>
        <message>
            <source>Thanks</source>
            <translation>Remerciement</translation>
        </message>
    </context>
    <context>
        <name>ServerPage</name>
        <message>
            <source>You sign in on the server itself; CM Station never sees your password there.</source>
            <translation>Vous vous connectez sur le serveur lui-même ; CM Station n’y voit jamais votre mot de passe.</translation>
        </message>
        <message>
            <source>Open the page where the server makes one</source>
            <translation>Ouvrir la page où le serveur en crée un</translation>
        </message>
        <message>
            <source>Or paste a token</source>
            <translation>Ou coller un jeton</translation>
        </message>
        <message>
            <source>On the server: Preferences, Development, a new application called “CM Station”.</source>
            <translation>Sur le serveur : Préférences, Développement, une nouvelle application nommée « CM Station ».</translation>
        </message>
        <message>
            <source>Sign in on {server}</source>
            <translation>Se connecter sur {server}</translation>
        </message>
        <message>
            <source>The server asks you to allow CM Station; then the permission arrives here by itself.</source>
            <translation>Le serveur vous demande d’autoriser CM Station ; l’autorisation arrive ensuite ici d’elle-même.</translation>
        </message>
        <message>
            <source>Sign in in the browser</source>
            <translation>Se connecter dans le navigateur</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source> s</source>
            <translation> s</translation>
        </message>
        <message>
            <source>Always show the last look before publishing</source>
            <translation>Toujours montrer le dernier regard avant de publier</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Couleurs</translation>
        </message>
        <message>
            <source>Typeface</source>
            <translation>Police</translation>
        </message>
        <message>
            <source>No movement on screen</source>
            <translation>Aucun mouvement à l’écran</translation>
        </message>
        <message>
            <source>{city} ({area})</source>
            <translation>{city} ({area})</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Système</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>The clinic</source>
            <translation>La clinique</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nom</translation>
        </message>
        <message>
            <source>&amp;Time zone</source>
            <translation>&amp;Fuseau horaire</translation>
        </message>
        <message>
            <source>Publishing</source>
            <translation>Publication</translation>
        </message>
        <message>
            <source>How long a publication waits for Cancel; nothing leaves before. 0 sends at once.</source>
            <translation>Le temps pendant lequel une publication peut être annulée ; rien ne part avant. 0 envoie tout de suite.</translation>
        </message>
        <message>
            <source>&amp;Countdown</source>
            <translation>&amp;Compte à rebours</translation>
        </message>
        <message>
            <source>A post that is later than this, after a sleep for instance, asks before it leaves.</source>
            <translation>Un post plus en retard que cela, après une mise en veille par exemple, demande avant de partir.</translation>
        </message>
        <message>
            <source>&amp;Late by at most</source>
            <translation>&amp;Retard admis</translation>
        </message>
        <message>
            <source>&amp;Other sites</source>
            <translation>&amp;Autres sites</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Apparence</translation>
        </message>
        <message>
            <source>Language and typeface change at the next start.</source>
            <translation>La langue et la police changent au prochain démarrage.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>How shall the account be called here?</source>
            <translation>Comment appeler ce compte ici ?</translation>
        </message>
        <message>
            <source>Tabs, lists and the calendar show this name; visitors never see it.</source>
            <translation>Les onglets, les listes et le calendrier affichent ce nom ; les visiteurs ne le voient jamais.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>For whom?</source>
            <translation>Pour qui ?</translation>
        </message>
        <message>
            <source>Those who read this account, for instance “patients and families”. It may stay empty.</source>
            <translation>Ceux qui lisent ce compte, par exemple « patients et familles ». Le champ peut rester vide.</translation>
        </message>
        <message>
            <source>The network keeps planned posts until their hour</source>
            <translation>Le réseau garde les posts planifiés jusqu’à leur heure</translation>
        </message>
        <message>
            <source>They then leave even when this computer is off.</source>
            <translation>Ils partent alors même si cet ordinateur est éteint.</translation>
        </message>
        <message>
            <source>At the hour of a post CM Station reminds you, opens the page and has everything ready.</source>
            <translation>À l’heure d’un post, CM Station vous prévient, ouvre la page et tient tout prêt.</translation>
        </message>
    </context>
    <context>
        <name>ShareBar</name>
        <message>
            <source>Posts</source>
            <translation>Publications</translation>
        </message>
        <message>
            <source>Editorial line</source>
            <translation>Ligne éditoriale</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Part</translation>
        </message>
        <message>
            <source>Wished share</source>
            <translation>Part souhaitée</translation>
        </message>
        <message>
            <source>wished {share}</source>
            <translation>souhaité : {share}</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Show the report</source>
            <translation>Voir le rapport</translation>
        </message>
        <message>
            <source>A post is leaving: CM Station closes by itself as soon as the network answers.</source>
            <translation>Un post est en train de partir : CM Station se fermera de lui-même dès que le réseau aura répondu.</translation>
        </message>
        <message>
            <source>Close once more to leave at once; the next start then looks for the post.</source>
            <translation>Fermez encore une fois pour quitter tout de suite ; le prochain démarrage cherchera alors le post.</translation>
        </message>
    </context>
    <context>
        <name>SideListDeeds</name>
        <message>
            <source>Post placed on {day}</source>
            <translation>Post placé le {day}</translation>
        </message>
        <message>
            <source>This post is not written for {account} yet: open it to add the account.</source>
            <translation>Ce post n’est pas encore prévu pour {account} : ouvrez-le pour ajouter le compte.</translation>
        </message>
    </context>
    <context>
        <name>SidePane</name>
        <message>
            <source>Choose an account to see the post there.</source>
            <translation>Choisissez un compte pour y voir le post.</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Aperçu</translation>
        </message>
        <message>
            <source>Before it leaves</source>
            <translation>Avant de publier</translation>
        </message>
        <message>
            <source>Where it is live</source>
            <translation>Où c’est en ligne</translation>
        </message>
        <message>
            <source>now</source>
            <translation>à l’instant</translation>
        </message>
    </context>
    <context>
        <name>SignInWords</name>
        <message>
            <source>Access was refused in the browser. Open the page again to allow it.</source>
            <translation>L’accès a été refusé dans le navigateur. Rouvrez la page pour l’autoriser.</translation>
        </message>
        <message>
            <source>No answer came from the browser in ten minutes. Open the page again.</source>
            <translation>Aucune réponse n’est venue du navigateur en dix minutes. Rouvrez la page.</translation>
        </message>
        <message>
            <source>No browser could be opened on this computer. Use the field below.</source>
            <translation>Aucun navigateur n’a pu s’ouvrir sur cet ordinateur. Servez-vous du champ ci-dessous.</translation>
        </message>
        <message>
            <source>This does not look like an app password, so it was not sent. Make one on Bluesky: it has four groups of four characters, and can be withdrawn without touching your account.</source>
            <translation>Cela ne ressemble pas à un mot de passe d’application : il n’a donc pas été envoyé. Créez-en un sur Bluesky : il a quatre groupes de quatre caractères et se retire sans toucher à votre compte.</translation>
        </message>
        <message>
            <source>This cannot be a token: it is one long word, without spaces. Copy it again.</source>
            <translation>Cela ne peut pas être un jeton : c’est un seul mot long, sans espaces. Recopiez-le.</translation>
        </message>
        <message>
            <source>The field is empty. Paste the password, then go on.</source>
            <translation>Le champ est vide. Collez le mot de passe, puis continuez.</translation>
        </message>
        <message>
            <source>The sign-in did not come to its end. Try again.</source>
            <translation>La connexion n’est pas allée au bout. Réessayez.</translation>
        </message>
    </context>
    <context>
        <name>SourceCard</name>
        <message>
            <source>Type the password again…</source>
            <translation>Ressaisir le mot de passe…</translation>
        </message>
        <message>
            <source>Name of the source</source>
            <translation>Nom de la source</translation>
        </message>
        <message>
            <source>Read at most</source>
            <translation>Lire au plus</translation>
        </message>
        <message>
            <source>&amp;Preferred source</source>
            <translation>Source &amp;préférée</translation>
        </message>
        <message>
            <source>When several sources tell a story, this one is shown first.</source>
            <translation>Quand plusieurs sources racontent la même chose, celle-ci passe devant.</translation>
        </message>
        <message>
            <source>Remove the source</source>
            <translation>Supprimer la source</translation>
        </message>
        <message>
            <source>No source chosen</source>
            <translation>Aucune source choisie</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Suspendre</translation>
        </message>
        <message>
            <source>last read: {when}</source>
            <translation>lue : {when}</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nom</translation>
        </message>
        <message>
            <source>&amp;Read at most</source>
            <translation>&amp;Lire au plus</translation>
        </message>
    </context>
    <context>
        <name>SourceChoice</name>
        <message>
            <source>Find a source</source>
            <translation>Chercher une source</translation>
        </message>
        <message>
            <source>Check all that are found</source>
            <translation>Cocher toutes celles trouvées</translation>
        </message>
        <message>
            <source>Sources of the list</source>
            <translation>Sources de la liste</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) checked</source>
            <translation>
                <numerusform>%n source cochée</numerusform>
                <numerusform>%n sources cochées</numerusform>
            </translation>
        </message>
        <message>
            <source>No source yet: the list stays empty.</source>
            <translation>Aucune source : la liste reste vide.</translation>
        </message>
    </context>
    <context>
        <name>SourceDeeds</name>
        <message>
            <source>“{name}” is watched</source>
            <translation>« {name} » : source suivie</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) watched</source>
            <translation>
                <numerusform>%n source suivie</numerusform>
                <numerusform>%n sources suivies</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourceDialog</name>
        <message>
            <source>Add a source</source>
            <translation>Ajouter une source</translation>
        </message>
        <message>
            <source>https://…, @account, or words to look for</source>
            <translation>https://…, @compte ou mots à chercher</translation>
        </message>
        <message>
            <source>Address, page, account, channel or words</source>
            <translation>Adresse, page, compte, chaîne ou mots</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Proposals for a clinic</source>
            <translation>Propositions pour une clinique</translation>
        </message>
        <message>
            <source>A mailbox’s newsletters</source>
            <translation>Les newsletters d’une boîte aux lettres</translation>
        </message>
        <message>
            <source>Back to the proposals</source>
            <translation>Revenir aux propositions</translation>
        </message>
        <message>
            <source>Name of the source</source>
            <translation>Nom de la source</translation>
        </message>
        <message>
            <source>Watch</source>
            <translation>Suivre</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) found</source>
            <translation>
                <numerusform>%n source trouvée</numerusform>
                <numerusform>%n sources trouvées</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking behind this address…</source>
            <translation>Recherche en cours…</translation>
        </message>
        <message>
            <source>Stop looking</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <source>&amp;Lists</source>
            <translation>&amp;Listes</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nom</translation>
        </message>
        <message>
            <source>Nothing to watch there</source>
            <translation>Rien à suivre à cet endroit</translation>
        </message>
        <message>
            <source>The page itself can still be kept: “Add an article” takes its address.</source>
            <translation>La page elle-même peut être conservée : « Ajouter un article » accepte son adresse.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message numerus="yes">
            <source>Watch %n source(s)</source>
            <translation>
                <numerusform>Suivre %n source</numerusform>
                <numerusform>Suivre %n sources</numerusform>
            </translation>
        </message>
        <message>
            <source>Look for a source and check it first.</source>
            <translation>Cherchez d’abord une source et cochez-la.</translation>
        </message>
    </context>
    <context>
        <name>SourcesDeeds</name>
        <message>
            <source>Source renamed</source>
            <translation>Source renommée</translation>
        </message>
        <message>
            <source>Pace of the source changed</source>
            <translation>Rythme de la source modifié</translation>
        </message>
        <message>
            <source>Preference of the source changed</source>
            <translation>Préférence de la source modifiée</translation>
        </message>
        <message>
            <source>Source paused</source>
            <translation>Source suspendue</translation>
        </message>
        <message>
            <source>Source resumed</source>
            <translation>Source reprise</translation>
        </message>
        <message>
            <source>“{name}” is no longer watched</source>
            <translation>« {name} » n’est plus une source suivie</translation>
        </message>
        <message>
            <source>Import sources</source>
            <translation>Importer des sources</translation>
        </message>
        <message>
            <source>Lists of other readers (*.opml *.xml)</source>
            <translation>Listes d’autres lecteurs (*.opml *.xml)</translation>
        </message>
        <message>
            <source>Sources of “{name}” taken</source>
            <translation>Sources de « {name} » reprises</translation>
        </message>
        <message>
            <source>Export the sources</source>
            <translation>Exporter les sources</translation>
        </message>
        <message>
            <source>watch.opml</source>
            <translation>veille.opml</translation>
        </message>
        <message>
            <source>Lists of sources (*.opml)</source>
            <translation>Listes de sources (*.opml)</translation>
        </message>
        <message>
            <source>All sources written to {name}</source>
            <translation>Toutes les sources sont dans {name}</translation>
        </message>
        <message>
            <source>Sources written to {name}</source>
            <translation>Sources écrites dans {name}</translation>
        </message>
        <message numerus="yes">
            <source>%n mailbox(es) left out: the address names a person.</source>
            <translation>
                <numerusform>%n boîte aux lettres laissée de côté : son adresse nomme une personne.</numerusform>
                <numerusform>%n boîtes aux lettres laissées de côté : leurs adresses nomment des personnes.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourcesDialog</name>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message>
            <source>Find a source or a list</source>
            <translation>Chercher une source ou une liste</translation>
        </message>
        <message>
            <source>Which sources</source>
            <translation>Quelles sources</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Toutes</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>Muettes</translation>
        </message>
        <message>
            <source>Silent ({count})</source>
            <translation>Muettes ({count})</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importer…</translation>
        </message>
        <message>
            <source>Take the sources of another reader (OPML)</source>
            <translation>Reprendre les sources d’un autre lecteur (OPML)</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <source>Write all sources to a file that other readers take (OPML)</source>
            <translation>Écrire toutes les sources dans un fichier que d’autres lecteurs acceptent (OPML)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Add a source…</source>
            <translation>Ajouter une source…</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Last read</source>
            <translation>Lue</translation>
        </message>
        <message>
            <source>Next read</source>
            <translation>Prochaine</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
        <message>
            <source>No source is silent: all are read as they should be.</source>
            <translation>Aucune source muette : toutes sont lues comme il faut.</translation>
        </message>
        <message>
            <source>Nothing found.</source>
            <translation>Rien trouvé.</translation>
        </message>
        <message>
            <source>Nothing is watched yet. Add a source, or import a list.</source>
            <translation>Rien n’est encore suivi. Ajoutez une source ou importez une liste.</translation>
        </message>
    </context>
    <context>
        <name>SourcesList</name>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
    </context>
    <context>
        <name>SpanDialog</name>
        <message>
            <source>Own days</source>
            <translation>Dates libres</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Premier jour</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Dernier jour</translation>
        </message>
        <message>
            <source>&amp;First day</source>
            <translation>&amp;Premier jour</translation>
        </message>
        <message>
            <source>&amp;Last day</source>
            <translation>&amp;Dernier jour</translation>
        </message>
        <message>
            <source>Show these days</source>
            <translation>Afficher ces jours</translation>
        </message>
    </context>
    <context>
        <name>Sparkline</name>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
    </context>
    <context>
        <name>StarterPage</name>
        <message>
            <source>Body, source or theme</source>
            <translation>Organisme, source ou thème</translation>
        </message>
        <message>
            <source>Try this one</source>
            <translation>Essayer celle-ci</translation>
        </message>
        <message>
            <source>These addresses were collected, not checked: bodies move their feeds without a word. Each is read before you decide.</source>
            <translation>Ces adresses ont été recueillies, pas vérifiées : les organismes déplacent leurs flux sans prévenir. Chacune est lue avant que vous décidiez.</translation>
        </message>
        <message>
            <source>“{title}” is watched now.</source>
            <translation>« {title} » : source suivie désormais.</translation>
        </message>
        <message>
            <source>Choose a source first.</source>
            <translation>Choisissez d’abord une source.</translation>
        </message>
    </context>
    <context>
        <name>StarterTree</name>
        <message>
            <source>Proposals for a clinic</source>
            <translation>Propositions pour une clinique</translation>
        </message>
        <message>
            <source>Body and source</source>
            <translation>Organisme et source</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>watched</source>
            <translation>suivie</translation>
        </message>
        <message>
            <source>to be tried</source>
            <translation>à essayer</translation>
        </message>
    </context>
    <context>
        <name>StatDeeds</name>
        <message>
            <source>Collect now</source>
            <translation>Relever maintenant</translation>
        </message>
        <message>
            <source>Enter figures…</source>
            <translation>Saisir des chiffres…</translation>
        </message>
        <message>
            <source>Import a file…</source>
            <translation>Importer un fichier…</translation>
        </message>
        <message>
            <source>Set a goal…</source>
            <translation>Fixer un objectif…</translation>
        </message>
        <message>
            <source>Add a note…</source>
            <translation>Ajouter une note…</translation>
        </message>
        <message>
            <source>List of peers…</source>
            <translation>Liste des autres cliniques…</translation>
        </message>
        <message>
            <source>Figures are being read…</source>
            <translation>Relevé des chiffres en cours…</translation>
        </message>
        <message>
            <source>Nothing could be reached, so no figure was read. Look at this computer’s connection.</source>
            <translation>Rien n’a pu être joint, aucun chiffre n’a donc été relevé. Vérifiez la connexion de cet ordinateur.</translation>
        </message>
        <message numerus="yes">
            <source>%n account(s) read</source>
            <translation>
                <numerusform>%n compte relevé</numerusform>
                <numerusform>%n comptes relevés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{read}, %n not. The last answer of this page says why.</source>
            <translation>
                <numerusform>{read}, %n ne l’a pas été. La dernière réponse de cette page dit pourquoi.</numerusform>
                <numerusform>{read}, %n ne l’ont pas été. La dernière réponse de cette page dit pourquoi.</numerusform>
            </translation>
        </message>
        <message>
            <source>No account tells its figures by itself. Enter them, or import a file.</source>
            <translation>Aucun compte ne donne ses chiffres de lui-même. Saisissez-les, ou importez un fichier.</translation>
        </message>
        <message>
            <source>File of figures</source>
            <translation>Fichier de chiffres</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm)</source>
            <translation>Tableaux (*.csv *.tsv *.txt *.xlsx *.xlsm)</translation>
        </message>
        <message>
            <source>Figures taken from {name}</source>
            <translation>Chiffres repris de {name}</translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s) that you typed yourself were left as they are.</source>
            <translation>
                <numerusform>%n chiffre que vous aviez saisi est resté tel quel.</numerusform>
                <numerusform>%n chiffres que vous aviez saisis sont restés tels quels.</numerusform>
            </translation>
        </message>
        <message>
            <source>Goal changed</source>
            <translation>Objectif modifié</translation>
        </message>
        <message>
            <source>Goal set</source>
            <translation>Objectif fixé</translation>
        </message>
        <message>
            <source>Goal given up</source>
            <translation>Objectif abandonné</translation>
        </message>
        <message>
            <source>Note changed</source>
            <translation>Note modifiée</translation>
        </message>
        <message>
            <source>Note added</source>
            <translation>Note ajoutée</translation>
        </message>
        <message>
            <source>Note removed</source>
            <translation>Note supprimée</translation>
        </message>
    </context>
    <context>
        <name>Statistics</name>
        <message>
            <source>about {figure}</source>
            <translation>environ {figure}</translation>
        </message>
        <message>
            <source>Posts published</source>
            <translation>Publications parties</translation>
        </message>
        <message>
            <source>{figure} then</source>
            <translation>{figure} alors</translation>
        </message>
        <message>
            <source>not known then</source>
            <translation>non connu alors</translation>
        </message>
        <message>
            <source>Posts that went out in the period, as this program knows them.</source>
            <translation>Publications parties sur la période, telles que ce programme les connaît.</translation>
        </message>
        <message>
            <source>Its figures were never read.</source>
            <translation>Ses chiffres n’ont jamais été relevés.</translation>
        </message>
        <message>
            <source>Newest figure: {when}.</source>
            <translation>Dernier chiffre : {when}.</translation>
        </message>
        <message>
            <source>Next try: {when}.</source>
            <translation>Prochain essai : {when}.</translation>
        </message>
        <message>
            <source>The network does not accept the sign-in for this. Sign in again under Accounts.</source>
            <translation>Le réseau refuse la connexion pour cela. Reconnectez-vous dans Comptes.</translation>
        </message>
        <message>
            <source>The network asks to wait before it is read again.</source>
            <translation>Le réseau demande d’attendre avant un nouveau relevé.</translation>
        </message>
        <message>
            <source>The network did not answer.</source>
            <translation>Le réseau n’a pas répondu.</translation>
        </message>
        <message>
            <source>The network has closed the account. Look at it in your browser.</source>
            <translation>Le réseau a fermé le compte. Regardez-le dans votre navigateur.</translation>
        </message>
        <message>
            <source>The stored password could not be reached. Sign in again under Accounts.</source>
            <translation>Le mot de passe conservé n’a pas pu être lu. Reconnectez-vous dans Comptes.</translation>
        </message>
        <message>
            <source>The last reading failed. Try again with “Collect now”.</source>
            <translation>Le dernier relevé a échoué. Réessayez avec « Relever maintenant ».</translation>
        </message>
        <message>
            <source>No score: none of its reactions, comments and shares is known.</source>
            <translation>Sans score : on ne connaît ni ses réactions, ni ses commentaires, ni ses partages.</translation>
        </message>
        <message>
            <source>No score: too few earlier posts to compare with. {counts}</source>
            <translation>Sans score : trop peu de publications antérieures pour comparer. {counts}</translation>
        </message>
        <message>
            <source> + </source>
            <comment>between the parts of a sum</comment>
            <translation> + </translation>
        </message>
        <message>
            <source>{count} × {factor} ({metric})</source>
            <translation>{count} × {factor} ({metric})</translation>
        </message>
        <message>
            <source>Score {score}: {parts} = {weight}; the usual one of {posts} before it weighs {usual}.</source>
            <translation>Score {score} : {parts} = {weight} ; l’habitude, sur {posts} auparavant, est de {usual}.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln publication</numerusform>
                <numerusform>%Ln publications</numerusform>
            </translation>
        </message>
        <message>
            <source>It is less than seven days old and may still grow.</source>
            <translation>Elle a moins de sept jours et peut encore progresser.</translation>
        </message>
        <message>
            <source>Some figures were first read later than seven days after it.</source>
            <translation>Certains chiffres ont été relevés pour la première fois après plus de sept jours.</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>non connu</translation>
        </message>
        <message>
            <source>{campaign} ({days})</source>
            <translation>{campaign} ({days})</translation>
        </message>
        <message>
            <source>cannot be compared with {period}</source>
            <translation>ne se compare pas à {period}</translation>
        </message>
        <message>
            <source>as many as in {period}</source>
            <translation>autant : {period}</translation>
        </message>
        <message>
            <source>{amount} ({percent})</source>
            <translation>{amount} ({percent})</translation>
        </message>
        <message>
            <source>{amount} since the end of {period}</source>
            <translation>{amount} depuis fin {period}</translation>
        </message>
        <message>
            <source>{amount} against {period}</source>
            <translation>{amount} par rapport à {period}</translation>
        </message>
        <message>
            <source>cannot be compared</source>
            <translation>ne se compare pas</translation>
        </message>
        <message>
            <source>{percent} on the daily mean</source>
            <translation>{percent} en moyenne par jour</translation>
        </message>
        <message>
            <source>as many</source>
            <translation>autant</translation>
        </message>
        <message>
            <source>As of {when}</source>
            <translation>Relevé : {when}</translation>
        </message>
        <message>
            <source> and </source>
            <comment>between two sources</comment>
            <translation> et </translation>
        </message>
        <message>
            <source>As of {when}, {source}</source>
            <translation>État : {when}, {source}</translation>
        </message>
        <message>
            <source>last known on {day}: {figure}</source>
            <translation>dernier connu, le {day} : {figure}</translation>
        </message>
        <message>
            <source>on {day}</source>
            <translation>le {day}</translation>
        </message>
        <message>
            <source>{known} of {days} days are known; the others are not counted</source>
            <translation>{known} jours sur {days} sont connus ; les autres ne sont pas comptés</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between runs of days</comment>
            <translation>, </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more time(s)</source>
            <translation>
                <numerusform>%Ln autre fois</numerusform>
                <numerusform>%Ln autres fois</numerusform>
            </translation>
        </message>
        <message>
            <source>{days} and {more}</source>
            <translation>{days} et {more}</translation>
        </message>
        <message>
            <source>{percent} on the daily mean against {period}, since days are missing</source>
            <translation>{percent} en moyenne par jour par rapport à {period}, car des jours manquent</translation>
        </message>
        <message>
            <source>not known in this period</source>
            <translation>non connu sur cette période</translation>
        </message>
        <message>
            <source>not known in {period}, so nothing to compare with</source>
            <translation>non connu pour {period} : rien à comparer</translation>
        </message>
        <message>
            <source>too few days are known to compare with {period}</source>
            <translation>trop peu de jours connus pour comparer à {period}</translation>
        </message>
        <message>
            <source>too few days of {period} are known to compare with them</source>
            <translation>trop peu de jours connus pour {period} : rien à comparer</translation>
        </message>
        <message>
            <source>not comparable with {period}: something else was counted then</source>
            <translation>ne se compare pas à {period} : autre chose était compté alors</translation>
        </message>
        <message>
            <source>not comparable with {period}: what was counted is not known</source>
            <translation>ne se compare pas à {period} : on ne sait pas ce qui était compté</translation>
        </message>
        <message>
            <source>too few days</source>
            <translation>trop peu de jours</translation>
        </message>
        <message>
            <source>too few days then</source>
            <translation>trop peu de jours alors</translation>
        </message>
        <message>
            <source>counted otherwise then</source>
            <translation>compté autrement alors</translation>
        </message>
        <message>
            <source>unclear what was counted</source>
            <translation>comptage incertain</translation>
        </message>
    </context>
    <context>
        <name>StatisticsPage</name>
        <message>
            <source>Answers rather than curves</source>
            <translation>Des réponses plutôt que des courbes</translation>
        </message>
        <message>
            <source>Once figures are collected, this page says how many people follow you, what worked and when, and what your director will ask. Nothing is known yet.</source>
            <translation>Une fois les chiffres relevés, cette page dit combien de personnes vous suivent, ce qui a marché et quand, et ce que votre direction demandera. Rien n’est encore connu.</translation>
        </message>
        <message>
            <source>Collect now</source>
            <translation>Relever maintenant</translation>
        </message>
        <message>
            <source>Import figures</source>
            <translation>Importer des chiffres</translation>
        </message>
        <message>
            <source>A CSV or Excel file that a network or Matomo gave you.</source>
            <translation>Un fichier CSV ou Excel qu’un réseau ou Matomo vous a donné.</translation>
        </message>
        <message>
            <source>Enter figures</source>
            <translation>Saisir des chiffres</translation>
        </message>
        <message>
            <source>Type in what a closed network shows on its page.</source>
            <translation>Tapez ce qu’un réseau fermé montre sur sa page.</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Réponses</translation>
        </message>
    </context>
    <context>
        <name>StatisticsTab</name>
        <message>
            <source>Nothing is known yet that a report could tell.</source>
            <translation>Rien n’est encore connu qu’un rapport puisse dire.</translation>
        </message>
    </context>
    <context>
        <name>StepRail</name>
        <message>
            <source>Steps</source>
            <translation>Étapes</translation>
        </message>
        <message>
            <source>Step {number} of {count}: {step}</source>
            <translation>Étape {number} sur {count} : {step}</translation>
        </message>
    </context>
    <context>
        <name>StoriesPane</name>
        <message>
            <source>Search the watch</source>
            <translation>Chercher dans la veille</translation>
        </message>
        <message>
            <source>Save this search…</source>
            <translation>Enregistrer cette recherche…</translation>
        </message>
        <message>
            <source>Save this search under a name</source>
            <translation>Enregistrer cette recherche sous un nom</translation>
        </message>
        <message>
            <source>Which stories</source>
            <translation>Quels articles</translation>
        </message>
        <message>
            <source>More for the watch</source>
            <translation>Autres actions de la veille</translation>
        </message>
    </context>
    <context>
        <name>StoryDeeds</name>
        <message>
            <source>Draft made of the story</source>
            <translation>Brouillon créé à partir de l’article</translation>
        </message>
        <message>
            <source>Opinion asked of the physicians</source>
            <translation>Avis demandé aux médecins</translation>
        </message>
        <message>
            <source>Kept for the press review</source>
            <translation>Gardé pour la revue de presse</translation>
        </message>
        <message>
            <source>Story dismissed</source>
            <translation>Article écarté</translation>
        </message>
        <message>
            <source>Put off until later</source>
            <translation>Remis à plus tard</translation>
        </message>
    </context>
    <context>
        <name>StoryList</name>
        <message>
            <source>Stories</source>
            <translation>Articles</translation>
        </message>
    </context>
    <context>
        <name>TagChip</name>
        <message>
            <source>Take off the tag “{tag}”</source>
            <translation>Retirer l’étiquette « {tag} »</translation>
        </message>
    </context>
    <context>
        <name>TagDeeds</name>
        <message>
            <source>Tag “{tag}” added</source>
            <translation>Étiquette « {tag} » ajoutée</translation>
        </message>
        <message>
            <source>Tag “{tag}” taken off</source>
            <translation>Étiquette « {tag} » retirée</translation>
        </message>
    </context>
    <context>
        <name>TagField</name>
        <message>
            <source>Tags</source>
            <translation>Étiquettes</translation>
        </message>
        <message>
            <source>Tags, separated by commas</source>
            <translation>Étiquettes, séparées par des virgules</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Étiquette</translation>
        </message>
        <message>
            <source>Tag to be added</source>
            <translation>Étiquette à ajouter</translation>
        </message>
    </context>
    <context>
        <name>TemplateDialog</name>
        <message>
            <source>New from a template</source>
            <translation>Nouveau depuis un modèle</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Modèles</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Recherche…</translation>
        </message>
        <message>
            <source>Start the post</source>
            <translation>Commencer le post</translation>
        </message>
        <message>
            <source>Forget this template</source>
            <translation>Oublier ce modèle</translation>
        </message>
        <message>
            <source>What stays empty is asked for again before the post leaves.</source>
            <translation>Ce qui reste vide sera redemandé avant le départ du post.</translation>
        </message>
        <message>
            <source>No template yet. Keep one from a post: its menu has “Keep as a template”.</source>
            <translation>Pas encore de modèle. Gardez-en un depuis un post : son menu propose « Garder comme modèle ».</translation>
        </message>
    </context>
    <context>
        <name>TextAnswer</name>
        <message>
            <source>Details</source>
            <translation>Détails</translation>
        </message>
    </context>
    <context>
        <name>Thumbnail</name>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n photo</numerusform>
                <numerusform>%n photos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TimeHead</name>
        <message>
            <source>Week {number}, {first} – {last}</source>
            <translation>Semaine {number}, {first} – {last}</translation>
        </message>
        <message>
            <source>Week {number}, {first}</source>
            <translation>Semaine {number}, {first}</translation>
        </message>
        <message>
            <source>Week {number}</source>
            <translation>Semaine {number}</translation>
        </message>
        <message>
            <source>W{number}</source>
            <translation>S{number}</translation>
        </message>
    </context>
    <context>
        <name>Toolbar</name>
        <message>
            <source>Page before (Page Up)</source>
            <translation>Page précédente (Page préc.)</translation>
        </message>
        <message>
            <source>Page after (Page Down)</source>
            <translation>Page suivante (Page suiv.)</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Go to today (T)</source>
            <translation>Aller à aujourd’hui (T)</translation>
        </message>
        <message>
            <source>View of the calendar</source>
            <translation>Vue du calendrier</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>Ce qui est affiché</translation>
        </message>
        <message>
            <source>More for the calendar</source>
            <translation>Autres actions du calendrier</translation>
        </message>
        <message>
            <source>New post</source>
            <translation>Nouveau post</translation>
        </message>
        <message>
            <source>Other things to plan</source>
            <translation>Autres choses à planifier</translation>
        </message>
        <message>
            <source>Write a post for the chosen day (N)</source>
            <translation>Écrire un post pour le jour choisi (N)</translation>
        </message>
        <message>
            <source>What is shown: not everything</source>
            <translation>Ce qui est affiché : pas tout</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Mois</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Semaine</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
        <message>
            <source>Agenda</source>
            <translation>Agenda</translation>
        </message>
        <message>
            <source>Campaigns</source>
            <translation>Campagnes</translation>
        </message>
        <message>
            <source>{view} ({key})</source>
            <translation>{view} ({key})</translation>
        </message>
        <message>
            <source>Show the day’s list</source>
            <translation>Afficher la liste du jour</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open CM Station</source>
            <translation>Ouvrir CM Station</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <source>Watch: {name}</source>
            <translation>Veille : {name}</translation>
        </message>
        <message numerus="yes">
            <source>Watch: %n alert(s)</source>
            <translation>
                <numerusform>Veille : %n alerte</numerusform>
                <numerusform>Veille : %n alertes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mention(s)</source>
            <translation>
                <numerusform>%n mention</numerusform>
                <numerusform>%n mentions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n mention(s)</source>
            <translation>
                <numerusform>{name} : %n mention</numerusform>
                <numerusform>{name} : %n mentions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Uses</name>
        <message>
            <source>Used in</source>
            <translation>Utilisée dans</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Sans titre</translation>
        </message>
        <message>
            <source>No post shows this picture yet.</source>
            <translation>Aucun post ne montre encore cette image.</translation>
        </message>
        <message numerus="yes">
            <source>and %n other post(s)</source>
            <translation>
                <numerusform>et %n autre post</numerusform>
                <numerusform>et %n autres posts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VersionTabs</name>
        <message>
            <source>Versions</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>Choose the accounts</source>
            <translation>Choisir les comptes</translation>
        </message>
        <message numerus="yes">
            <source>%n account(s)</source>
            <translation>
                <numerusform>%n compte</numerusform>
                <numerusform>%n comptes</numerusform>
            </translation>
        </message>
        <message>
            <source>Base</source>
            <translation>Base</translation>
        </message>
    </context>
    <context>
        <name>WaitingPosts</name>
        <message>
            <source>Show them in the list</source>
            <translation>Les montrer dans la liste</translation>
        </message>
    </context>
    <context>
        <name>WarningsSection</name>
        <message>
            <source>To look at</source>
            <translation>À regarder</translation>
        </message>
        <message>
            <source>To look at ({count})</source>
            <translation>À regarder ({count})</translation>
        </message>
        <message>
            <source>Show fewer</source>
            <translation>En montrer moins</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n autre</numerusform>
                <numerusform>%n autres</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Watch</name>
        <message>
            <source>Relayed</source>
            <translation>Relayé</translation>
        </message>
        <message>
            <source>Opinion asked for</source>
            <translation>Avis demandé</translation>
        </message>
        <message>
            <source>Kept for the review</source>
            <translation>Gardé pour la revue</translation>
        </message>
        <message>
            <source>Dismissed</source>
            <translation>Écarté</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Tout</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>Non lus</translation>
        </message>
        <message>
            <source>Starred</source>
            <translation>Favoris</translation>
        </message>
        <message>
            <source>Not decided yet</source>
            <translation>À décider</translation>
        </message>
        <message>
            <source>With the physicians</source>
            <translation>Chez les médecins</translation>
        </message>
        <message>
            <source>For the review</source>
            <translation>Pour la revue</translation>
        </message>
        <message numerus="yes">
            <source>+ %n source(s)</source>
            <translation>
                <numerusform>+ %n source</numerusform>
                <numerusform>+ %n sources</numerusform>
            </translation>
        </message>
        <message>
            <source>unread</source>
            <translation>non lu</translation>
        </message>
        <message>
            <source>starred</source>
            <translation>favori</translation>
        </message>
        <message>
            <source>This computer was off line.</source>
            <translation>Cet ordinateur était hors ligne.</translation>
        </message>
        <message>
            <source>The site cannot be reached. Check the address.</source>
            <translation>Le site est injoignable. Vérifiez l’adresse.</translation>
        </message>
        <message>
            <source>The site took too long to answer.</source>
            <translation>Le site a mis trop de temps à répondre.</translation>
        </message>
        <message>
            <source>The site refuses to be read. Open it and see.</source>
            <translation>Le site refuse d’être lu. Ouvrez-le pour voir.</translation>
        </message>
        <message>
            <source>This address no longer exists. Look for another one.</source>
            <translation>Cette adresse n’existe plus. Cherchez-en une autre.</translation>
        </message>
        <message>
            <source>The site has a problem of its own.</source>
            <translation>Le site a lui-même un problème.</translation>
        </message>
        <message>
            <source>The site asks for less frequent reading.</source>
            <translation>Le site demande à être lu moins souvent.</translation>
        </message>
        <message>
            <source>There is no feed at this address any more.</source>
            <translation>Il n’y a plus de flux à cette adresse.</translation>
        </message>
        <message>
            <source>The answer is far too long to be a feed.</source>
            <translation>La réponse est bien trop longue pour un flux.</translation>
        </message>
        <message>
            <source>The site leads to an address that is not safe.</source>
            <translation>Le site mène à une adresse qui n’est pas sûre.</translation>
        </message>
        <message>
            <source>The source asks for a password.</source>
            <translation>La source demande un mot de passe.</translation>
        </message>
        <message>
            <source>The answer cannot be read.</source>
            <translation>La réponse est illisible.</translation>
        </message>
    </context>
    <context>
        <name>WatchAlert</name>
        <message>
            <source>Said often</source>
            <translation>Souvent cité</translation>
        </message>
        <message>
            <source>Negative word near</source>
            <translation>Mot négatif à côté</translation>
        </message>
        <message>
            <source>Every mention</source>
            <translation>Chaque mention</translation>
        </message>
        <message>
            <source>a week</source>
            <translation>une semaine</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n jour</numerusform>
                <numerusform>%n jours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n heure</numerusform>
                <numerusform>%n heures</numerusform>
            </translation>
        </message>
        <message>
            <source>anything</source>
            <translation>tout article</translation>
        </message>
        <message numerus="yes">
            <source>{words}: %n time(s) within {window}</source>
            <translation>
                <numerusform>{words} : %n fois en {window}</numerusform>
                <numerusform>{words} : %n fois en {window}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{words}: a negative word within %n word(s)</source>
            <translation>
                <numerusform>{words} : un mot négatif à %n mot au plus</numerusform>
                <numerusform>{words} : un mot négatif à %n mots au plus</numerusform>
            </translation>
        </message>
        <message>
            <source>{words}: every mention</source>
            <translation>{words} : chaque mention</translation>
        </message>
        <message>
            <source>New alert</source>
            <translation>Nouvelle alerte</translation>
        </message>
    </context>
    <context>
        <name>WatchLooking</name>
        <message>
            <source>Everything</source>
            <translation>Tout</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Listes</translation>
        </message>
        <message>
            <source>Saved searches</source>
            <translation>Recherches enregistrées</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Étiquettes</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Sources</translation>
        </message>
        <message numerus="yes">
            <source>%n silent source(s)</source>
            <translation>
                <numerusform>%n source muette</numerusform>
                <numerusform>%n sources muettes</numerusform>
            </translation>
        </message>
        <message>
            <source>Physicians’ opinions</source>
            <translation>Avis des médecins</translation>
        </message>
        <message>
            <source>Press reviews</source>
            <translation>Revues de presse</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
        <message>
            <source>{sources} · read {when}</source>
            <translation>{sources} · relevées {when}</translation>
        </message>
        <message>
            <source>No item has these words. Try fewer or shorter ones.</source>
            <translation>Aucun article ne contient ces mots. Essayez-en moins, ou de plus courts.</translation>
        </message>
        <message>
            <source>Nothing is waiting here. Choose “Everything” to see what you have read.</source>
            <translation>Rien n’attend ici. Choisissez « Tout » pour revoir ce que vous avez lu.</translation>
        </message>
    </context>
    <context>
        <name>WatchMenus</name>
        <message>
            <source>Read the sources now</source>
            <translation>Relever les sources maintenant</translation>
        </message>
        <message>
            <source>Mark all as read</source>
            <translation>Tout marquer comme lu</translation>
        </message>
        <message>
            <source>Add a source…</source>
            <translation>Ajouter une source…</translation>
        </message>
        <message>
            <source>Add an article…</source>
            <translation>Ajouter un article…</translation>
        </message>
        <message>
            <source>New list…</source>
            <translation>Nouvelle liste…</translation>
        </message>
        <message>
            <source>All sources…</source>
            <translation>Toutes les sources…</translation>
        </message>
        <message>
            <source>Alerts…</source>
            <translation>Alertes…</translation>
        </message>
        <message>
            <source>Marked as read</source>
            <translation>Marqué comme lu</translation>
        </message>
        <message>
            <source>Change the list and its rule…</source>
            <translation>Modifier la liste et sa règle…</translation>
        </message>
        <message>
            <source>Remove the list</source>
            <translation>Supprimer la liste</translation>
        </message>
        <message>
            <source>List removed</source>
            <translation>Liste supprimée</translation>
        </message>
    </context>
    <context>
        <name>WatchOpml</name>
        <message numerus="yes">
            <source>%n new source(s): {names}</source>
            <translation>
                <numerusform>%n nouvelle source : {names}</numerusform>
                <numerusform>%n nouvelles sources : {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n already watched: they join their lists.</source>
            <translation>
                <numerusform>%n déjà suivie : elle rejoint ses listes.</numerusform>
                <numerusform>%n déjà suivies : elles rejoignent leurs listes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new list(s): {names}</source>
            <translation>
                <numerusform>%n nouvelle liste : {names}</numerusform>
                <numerusform>%n nouvelles listes : {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other entry(ies) are no feeds.</source>
            <translation>
                <numerusform>%n autre entrée n’est pas un flux.</numerusform>
                <numerusform>%n autres entrées ne sont pas des flux.</numerusform>
            </translation>
        </message>
        <message>
            <source>The file brings nothing new.</source>
            <translation>Le fichier n’apporte rien de nouveau.</translation>
        </message>
        <message>
            <source>This file is no list of sources. Export one as OPML from the other reader.</source>
            <translation>Ce fichier n’est pas une liste de sources. Exportez-en une au format OPML depuis l’autre lecteur.</translation>
        </message>
        <message>
            <source>The file is broken. Export it again from the other reader.</source>
            <translation>Le fichier est abîmé. Exportez-le de nouveau depuis l’autre lecteur.</translation>
        </message>
        <message>
            <source>The file is cut short: its end is missing. Export it again.</source>
            <translation>Le fichier est tronqué : il manque la fin. Exportez-le de nouveau.</translation>
        </message>
        <message>
            <source>The file holds something that may be harmful: nothing was read.</source>
            <translation>Le fichier contient quelque chose de peut-être nuisible : rien n’a été lu.</translation>
        </message>
        <message>
            <source>The file is far too large to be a list of sources.</source>
            <translation>Le fichier est bien trop gros pour une liste de sources.</translation>
        </message>
        <message>
            <source>The file names too many sources to be taken at once.</source>
            <translation>Le fichier compte trop de sources pour être repris en une fois.</translation>
        </message>
        <message>
            <source>The folders of the file lie too deep within each other.</source>
            <translation>Les dossiers du fichier s’emboîtent trop profondément.</translation>
        </message>
        <message>
            <source>Line {line}: {why}</source>
            <translation>Ligne {line} : {why}</translation>
        </message>
        <message>
            <source>its address is too long</source>
            <translation>son adresse est trop longue</translation>
        </message>
        <message>
            <source>its address is not one of the web</source>
            <translation>son adresse n’est pas une adresse web</translation>
        </message>
        <message>
            <source>Feed {place}, “{title}”: {why}</source>
            <translation>Flux {place}, « {title} » : {why}</translation>
        </message>
        <message>
            <source>“{name}”</source>
            <translation>« {name} »</translation>
        </message>
    </context>
    <context>
        <name>WatchRule</name>
        <message>
            <source>{term} holds no letter or digit: it is left out.</source>
            <translation>{term} ne contient ni lettre ni chiffre : ce terme est ignoré.</translation>
        </message>
        <message>
            <source>{term} is a single letter: almost everything says it.</source>
            <translation>{term} n’est qu’une lettre : presque tout la contient.</translation>
        </message>
        <message>
            <source>{term}: nothing stands within no word. Write ~5 for five words.</source>
            <translation>{term} : rien ne se trouve à zéro mot. Écrivez ~5 pour cinq mots.</translation>
        </message>
        <message>
            <source>{term} is there twice.</source>
            <translation>{term} figure deux fois.</translation>
        </message>
        <message>
            <source>{term} is wanted and refused at once: nothing would be shown. Take one of them away.</source>
            <translation>{term} est à la fois demandé et refusé : rien ne serait affiché. Retirez l’un des deux.</translation>
        </message>
        <message>
            <source>{term} is wanted, but whoever says it says {other}, which is refused: nothing would be shown.</source>
            <translation>{term} est demandé, mais tout texte qui le contient contient aussi {other}, qui est refusé : rien ne serait affiché.</translation>
        </message>
        <message>
            <source>{term} never helps: whoever says it says {other}, which is refused.</source>
            <translation>{term} ne sert à rien : tout texte qui le contient contient aussi {other}, qui est refusé.</translation>
        </message>
        <message>
            <source>Each word of “At least one of these” is refused as well: nothing would be shown.</source>
            <translation>Chaque mot de « Au moins un de ceux-ci » est aussi refusé : rien ne serait affiché.</translation>
        </message>
        <message>
            <source>For “{source}”: {remark}</source>
            <translation>Pour « {source} » : {remark}</translation>
        </message>
        <message>
            <source>does not say {terms}</source>
            <translation>ne contient pas {terms}</translation>
        </message>
        <message>
            <source>says {terms}</source>
            <translation>contient {terms}</translation>
        </message>
        <message>
            <source>says none of the words</source>
            <translation>ne contient aucun des mots</translation>
        </message>
        <message>
            <source>“{term}”</source>
            <translation>« {term} »</translation>
        </message>
    </context>
    <context>
        <name>WatchSources</name>
        <message>
            <source>Feed</source>
            <translation>Flux</translation>
        </message>
        <message>
            <source>Bluesky account</source>
            <translation>Compte Bluesky</translation>
        </message>
        <message>
            <source>Bluesky search</source>
            <translation>Recherche Bluesky</translation>
        </message>
        <message>
            <source>PubMed search</source>
            <translation>Recherche PubMed</translation>
        </message>
        <message>
            <source>Newsletters</source>
            <translation>Lettres d’information</translation>
        </message>
        <message>
            <source>Added by hand</source>
            <translation>Ajouts à la main</translation>
        </message>
        <message>
            <source>As often as it needs</source>
            <translation>Aussi souvent que nécessaire</translation>
        </message>
        <message numerus="yes">
            <source>Every %n minute(s)</source>
            <translation>
                <numerusform>Toutes les %n minutes</numerusform>
                <numerusform>Toutes les %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Once a day</source>
            <translation>Une fois par jour</translation>
        </message>
        <message numerus="yes">
            <source>Every %n hour(s)</source>
            <translation>
                <numerusform>Toutes les heures</numerusform>
                <numerusform>Toutes les %n heures</numerusform>
            </translation>
        </message>
        <message>
            <source>Paused: nothing is read until you resume it.</source>
            <translation>Suspendue : rien n’est lu tant que vous ne la reprenez pas.</translation>
        </message>
        <message>
            <source>It is paused. Remove it, or look for its new address.</source>
            <translation>Elle est suspendue. Supprimez-la ou cherchez sa nouvelle adresse.</translation>
        </message>
        <message>
            <source>It is paused. Resume it to try again.</source>
            <translation>Elle est suspendue. Reprenez-la pour réessayer.</translation>
        </message>
        <message>
            <source>It is tried again by itself.</source>
            <translation>Un nouvel essai aura lieu tout seul.</translation>
        </message>
        <message>
            <source>This account shows its posts to signed-in people only.</source>
            <translation>Ce compte ne montre ses publications qu’aux personnes connectées.</translation>
        </message>
        <message>
            <source>This computer is off line.</source>
            <translation>Cet ordinateur est hors ligne.</translation>
        </message>
        <message>
            <source>The mail server cannot be reached. Check its name with your mail provider.</source>
            <translation>Le serveur de messagerie est injoignable. Vérifiez son nom auprès de votre fournisseur.</translation>
        </message>
        <message>
            <source>The mail server took too long to answer. Check its name, or try again later.</source>
            <translation>Le serveur de messagerie a mis trop de temps à répondre. Vérifiez son nom ou réessayez plus tard.</translation>
        </message>
        <message>
            <source>The mail server sends far more than was asked for: it was left alone.</source>
            <translation>Le serveur de messagerie envoie bien plus que demandé : la lecture a été arrêtée.</translation>
        </message>
        <message>
            <source>The mail server does not prove who it is (certificate), so no password was sent. Check its name, or ask the computer service.</source>
            <translation>Le serveur de messagerie ne prouve pas son identité (certificat) ; aucun mot de passe n’a donc été envoyé. Vérifiez son nom ou demandez au service informatique.</translation>
        </message>
        <message>
            <source>This server does not speak as a mail server does. Check its name with your provider.</source>
            <translation>Ce serveur ne répond pas comme un serveur de messagerie. Vérifiez son nom auprès de votre fournisseur.</translation>
        </message>
        <message>
            <source>The password of this mailbox is not kept on this computer. Type it again.</source>
            <translation>Le mot de passe de cette boîte n’est pas conservé sur cet ordinateur. Saisissez-le de nouveau.</translation>
        </message>
        <message>
            <source>The computer’s password store is locked. Unlock it, then read the source again.</source>
            <translation>Le trousseau de l’ordinateur est verrouillé. Déverrouillez-le, puis relisez la source.</translation>
        </message>
        <message>
            <source>The computer’s password store does not answer. Ask the computer service, then read the source again.</source>
            <translation>Le trousseau de l’ordinateur ne répond pas. Demandez au service informatique, puis relisez la source.</translation>
        </message>
        <message>
            <source>The mail server cannot take a character of this name or password. Use an app password, or another one.</source>
            <translation>Le serveur de messagerie n’accepte pas un des caractères de ce nom ou de ce mot de passe. Utilisez un mot de passe d’application, ou un autre.</translation>
        </message>
        <message>
            <source>The mailbox refused the name or the password. Type the password again; some providers want an app password.</source>
            <translation>La boîte a refusé le nom ou le mot de passe. Saisissez de nouveau le mot de passe ; certains fournisseurs demandent un mot de passe d’application.</translation>
        </message>
        <message>
            <source>This folder is not in the mailbox, or may not be opened. Choose another one.</source>
            <translation>Ce dossier n’est pas dans la boîte, ou ne peut pas être ouvert. Choisissez-en un autre.</translation>
        </message>
        <message>
            <source>A password must never stand in an address. Take it out; it is asked for separately.</source>
            <translation>Un mot de passe ne doit jamais figurer dans une adresse. Retirez-le ; il est demandé à part.</translation>
        </message>
        <message>
            <source>This is no address of a mailbox: check the name, the server and the folder.</source>
            <translation>Ce n’est pas l’adresse d’une boîte : vérifiez le nom, le serveur et le dossier.</translation>
        </message>
        <message>
            <source>The mail server cannot open this folder now. Try again later.</source>
            <translation>Le serveur de messagerie ne peut pas ouvrir ce dossier pour le moment. Réessayez plus tard.</translation>
        </message>
        <message>
            <source>The mail server cannot sign anybody in now. Try again later.</source>
            <translation>Le serveur de messagerie n’accepte aucune connexion pour le moment. Réessayez plus tard.</translation>
        </message>
        <message>
            <source>never</source>
            <translation>jamais</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>suspendue</translation>
        </message>
        <message>
            <source>soon</source>
            <translation>bientôt</translation>
        </message>
        <message>
            <source>Google News</source>
            <translation>Google Actualités</translation>
        </message>
        <message>
            <source>Google Alert</source>
            <translation>Alerte Google</translation>
        </message>
        <message>
            <source>YouTube channel</source>
            <translation>Chaîne YouTube</translation>
        </message>
        <message>
            <source>Reddit</source>
            <translation>Reddit</translation>
        </message>
        <message>
            <source>Scoop.it topic</source>
            <translation>Sujet Scoop.it</translation>
        </message>
    </context>
    <context>
        <name>WatchTab</name>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Hier</translation>
        </message>
        <message>
            <source>Reading the sources: {done} of {of}</source>
            <translation>Relevé des sources : {done} sur {of}</translation>
        </message>
    </context>
    <context>
        <name>WatchUpkeep</name>
        <message numerus="yes">
            <source>Watch: {name}, %n mention(s)</source>
            <translation>
                <numerusform>Veille : {name}, %n mention</numerusform>
                <numerusform>Veille : {name}, %n mentions</numerusform>
            </translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
    </context>
    <context>
        <name>WatchView</name>
        <message>
            <source>The press of the morning, in fifteen minutes</source>
            <translation>La presse du matin, en un quart d’heure</translation>
        </message>
        <message>
            <source>Bring your sources together: health press, authorities, alerts on the clinic’s name, blogs and the paper press. What you keep becomes drafts and the director’s press review.</source>
            <translation>Rassemblez vos sources : presse santé, autorités, alertes sur le nom de la clinique, blogs et presse papier. Ce que vous gardez devient brouillons et revue de presse pour la direction.</translation>
        </message>
        <message>
            <source>Add a source</source>
            <translation>Ajouter une source</translation>
        </message>
        <message>
            <source>Bring your sources</source>
            <translation>Reprendre vos sources</translation>
        </message>
        <message>
            <source>Take the OPML file that Netvibes, Feedly, Inoreader or another reader wrote.</source>
            <translation>Reprenez le fichier OPML écrit par Netvibes, Feedly, Inoreader ou un autre lecteur.</translation>
        </message>
    </context>
    <context>
        <name>WebPageForm</name>
        <message>
            <source>https://…</source>
            <translation>https://…</translation>
        </message>
        <message>
            <source>Address of the page</source>
            <translation>Adresse de la page</translation>
        </message>
        <message>
            <source>Read the page</source>
            <translation>Lire la page</translation>
        </message>
        <message>
            <source>Title of the page</source>
            <translation>Titre de la page</translation>
        </message>
        <message>
            <source>Text of the page</source>
            <translation>Texte de la page</translation>
        </message>
        <message>
            <source>In your own words, for the review</source>
            <translation>Avec vos propres mots, pour la revue de presse</translation>
        </message>
        <message>
            <source>The page is read once, without pictures or trackers, and kept with its address.</source>
            <translation>La page est lue une seule fois, sans image ni mouchard, et conservée avec son adresse.</translation>
        </message>
        <message>
            <source>The page is kept. It can be found under its title and its words.</source>
            <translation>La page est conservée. Elle se retrouve par son titre et par ses mots.</translation>
        </message>
        <message>
            <source>Copy its text instead, and paste it under “Paper press”.</source>
            <translation>Copiez plutôt son texte et collez-le sous « Presse papier ».</translation>
        </message>
        <message>
            <source>Reading the page…</source>
            <translation>Lecture de la page…</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Write your first post</source>
            <translation>Écrivez votre premier post</translation>
        </message>
        <message>
            <source>One text, then a version for each network. Everything is saved as you type, even offline. Nothing leaves without your consent.</source>
            <translation>Un seul texte, puis une version pour chaque réseau. Tout s’enregistre au fil de la frappe, même sans connexion. Rien ne part sans votre accord.</translation>
        </message>
        <message>
            <source>Write a post</source>
            <translation>Écrire un post</translation>
        </message>
        <message>
            <source>or</source>
            <translation>ou</translation>
        </message>
        <message>
            <source>Connect an account</source>
            <translation>Brancher un compte</translation>
        </message>
        <message>
            <source>Your site, Bluesky, Mastodon, then the others, step by step.</source>
            <translation>Votre site, Bluesky, Mastodon, puis les autres, pas à pas.</translation>
        </message>
        <message>
            <source>See an example</source>
            <translation>Voir un exemple</translation>
        </message>
        <message>
            <source>A clinic of fiction, filled, that publishes nowhere.</source>
            <translation>Une clinique fictive, remplie, qui ne publie nulle part.</translation>
        </message>
    </context>
    <context>
        <name>WhenButton</name>
        <message>
            <source>No date yet</source>
            <translation>Sans date</translation>
        </message>
        <message>
            <source>When: {time}</source>
            <translation>Quand : {time}</translation>
        </message>
        <message>
            <source>This evening, 18:00</source>
            <translation>Ce soir, 18:00</translation>
        </message>
        <message>
            <source>Tomorrow, 08:30</source>
            <translation>Demain, 08:30</translation>
        </message>
        <message>
            <source>Next Monday, 08:30</source>
            <translation>Lundi prochain, 08:30</translation>
        </message>
        <message>
            <source>Another day or time…</source>
            <translation>Un autre jour ou une autre heure…</translation>
        </message>
    </context>
    <context>
        <name>WhenDialog</name>
        <message>
            <source>When should it leave?</source>
            <translation>Quand doit-il partir ?</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Jour</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Fuseau horaire</translation>
        </message>
        <message>
            <source>Which of the two</source>
            <translation>Laquelle des deux</translation>
        </message>
        <message>
            <source>Before the clocks change</source>
            <translation>Avant le changement d’heure</translation>
        </message>
        <message>
            <source>After the clocks change</source>
            <translation>Après le changement d’heure</translation>
        </message>
        <message>
            <source>Choose this time</source>
            <translation>Choisir cette heure</translation>
        </message>
        <message>
            <source>This hour has passed already: the post would leave at once, or ask first.</source>
            <translation>Cette heure est déjà passée : le post partirait aussitôt, ou demanderait d’abord.</translation>
        </message>
        <message>
            <source>That night the clocks skip this hour. The next one is {time}.</source>
            <translation>Cette nuit-là, les horloges sautent cette heure. La suivante est {time}.</translation>
        </message>
        <message>
            <source>That night the clocks show this hour twice. Choose which one you mean.</source>
            <translation>Cette nuit-là, les horloges montrent cette heure deux fois. Choisissez laquelle.</translation>
        </message>
    </context>
    <context>
        <name>WhereLive</name>
        <message>
            <source>Details of the sending</source>
            <translation>Détail des envois</translation>
        </message>
    </context>
    <context>
        <name>WizardWords</name>
        <message>
            <source>Connect an account</source>
            <translation>Brancher un compte</translation>
        </message>
        <message>
            <source>Sign in again: {name}</source>
            <translation>Se reconnecter : {name}</translation>
        </message>
        <message>
            <source>Check {name}</source>
            <translation>Vérifier {name}</translation>
        </message>
        <message>
            <source>Save the account</source>
            <translation>Enregistrer le compte</translation>
        </message>
        <message>
            <source>Check the connection</source>
            <translation>Vérifier la connexion</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Vérifier à nouveau</translation>
        </message>
        <message>
            <source>Keep this sign-in</source>
            <translation>Garder cette connexion</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Réseau</translation>
        </message>
        <message>
            <source>Permission</source>
            <translation>Autorisation</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Vérification</translation>
        </message>
        <message>
            <source>Account settings</source>
            <translation>Réglages du compte</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Page to open</source>
            <translation>Page à ouvrir</translation>
        </message>
        <message>
            <source>Handle</source>
            <translation>Identifiant</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <source>Address of the site</source>
            <translation>Adresse du site</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>Another try follows by itself.</source>
            <translation>Un nouvel essai suivra de lui-même.</translation>
        </message>
        <message>
            <source>Nothing was published.</source>
            <translation>Rien n’a été publié.</translation>
        </message>
        <message>
            <source>The post may be live.</source>
            <translation>Le post est peut-être en ligne.</translation>
        </message>
        <message>
            <source>{figure} MB</source>
            <translation>{figure} Mo</translation>
        </message>
        <message>
            <source>Something went wrong inside CM Station.</source>
            <translation>Quelque chose s’est mal passé dans CM Station.</translation>
        </message>
        <message>
            <source>A report was written on this computer and sent nowhere; Help shows where it lies.</source>
            <translation>Un rapport a été écrit sur cet ordinateur, sans être envoyé ; l’Aide indique où il se trouve.</translation>
        </message>
        <message>
            <source>Look at the account, then say whether it is there. Nothing is sent again without you.</source>
            <translation>Regardez le compte, puis dites s’il y est. Rien ne repart sans vous.</translation>
        </message>
        <message>
            <source>This did not work.</source>
            <translation>Cela n’a pas marché.</translation>
        </message>
        <message>
            <source>Try again; if it happens again, the diary under Help says more.</source>
            <translation>Réessayez ; si cela se reproduit, le journal, sous Aide, en dit plus.</translation>
        </message>
        <message>
            <source>This calendar file cannot be read, and nothing of it was taken.</source>
            <translation>Ce fichier de calendrier n’est pas lisible, et rien n’en a été repris.</translation>
        </message>
        <message>
            <source>Export it once more from the program it comes from, then try again.</source>
            <translation>Exportez-le de nouveau depuis le logiciel d’où il vient, puis réessayez.</translation>
        </message>
        <message>
            <source>An event of this calendar repeats too often to be shown.</source>
            <translation>Un événement de ce calendrier se répète trop souvent pour être affiché.</translation>
        </message>
        <message>
            <source>Look at a shorter time, or change its rule where it was made.</source>
            <translation>Regardez une durée plus courte, ou changez sa règle là où il a été créé.</translation>
        </message>
        <message>
            <source>This file of health days cannot be used, and nothing of it was taken.</source>
            <translation>Ce fichier de journées de santé est inutilisable, et rien n’en a été repris.</translation>
        </message>
        <message>
            <source>Mend the lines that are named, then choose the file again.</source>
            <translation>Corrigez les lignes indiquées, puis choisissez de nouveau le fichier.</translation>
        </message>
        <message>
            <source>This health day cannot be kept as it is.</source>
            <translation>Cette journée de santé ne peut pas être enregistrée telle quelle.</translation>
        </message>
        <message>
            <source>Give it a name and dates that fall in its year, then try again.</source>
            <translation>Donnez-lui un nom et des dates qui tombent dans son année, puis réessayez.</translation>
        </message>
        <message>
            <source>This file of school holidays cannot be used, and nothing of it was taken.</source>
            <translation>Ce fichier de vacances scolaires est inutilisable, et rien n’en a été repris.</translation>
        </message>
        <message>
            <source>Mend the lines that are named, then choose the file again. The present holidays stay until then.</source>
            <translation>Corrigez les lignes indiquées, puis choisissez de nouveau le fichier. Les vacances actuelles restent en place d’ici là.</translation>
        </message>
        <message>
            <source>This hour has passed: nothing was moved.</source>
            <translation>Cette heure est passée : rien n’a été déplacé.</translation>
        </message>
        <message>
            <source>Choose an hour that lies ahead.</source>
            <translation>Choisissez une heure à venir.</translation>
        </message>
        <message>
            <source>The network needs more time before this hour: nothing was moved.</source>
            <translation>Le réseau a besoin de plus de temps avant cette heure : rien n’a été déplacé.</translation>
        </message>
        <message>
            <source>Choose an hour further ahead, or take the post back and publish it now.</source>
            <translation>Choisissez une heure plus éloignée, ou reprenez le post et publiez-le maintenant.</translation>
        </message>
        <message>
            <source>The network is publishing this post now, or will in a moment: nothing was moved.</source>
            <translation>Le réseau publie ce post en ce moment, ou va le faire : rien n’a été déplacé.</translation>
        </message>
        <message>
            <source>Look again in a minute to see whether it is live.</source>
            <translation>Regardez dans une minute s’il est en ligne.</translation>
        </message>
        <message>
            <source>The network no longer keeps this post for later: nothing was moved.</source>
            <translation>Le réseau ne garde plus ce post pour plus tard : rien n’a été déplacé.</translation>
        </message>
        <message>
            <source>Look at the account; the calendar shows what was found at the next look.</source>
            <translation>Regardez le compte ; le calendrier montrera ce qui aura été trouvé au prochain passage.</translation>
        </message>
        <message>
            <source>This network does not let a waiting post be moved.</source>
            <translation>Ce réseau ne permet pas de déplacer un post en attente.</translation>
        </message>
        <message>
            <source>Take it back here, then plan it for another hour.</source>
            <translation>Reprenez-le ici, puis planifiez-le à une autre heure.</translation>
        </message>
        <message>
            <source>Some accounts have another hour now, and others kept theirs.</source>
            <translation>Certains comptes ont une nouvelle heure, d’autres ont gardé la leur.</translation>
        </message>
        <message>
            <source>The calendar shows both; move the others again.</source>
            <translation>Le calendrier montre les deux ; déplacez de nouveau les autres.</translation>
        </message>
        <message>
            <source>Not everything could be put back.</source>
            <translation>Tout n’a pas pu être remis en place.</translation>
        </message>
        <message>
            <source>The calendar shows what stands where now.</source>
            <translation>Le calendrier montre où chaque chose se trouve maintenant.</translation>
        </message>
        <message>
            <source>This was planned on the network itself.</source>
            <translation>Ceci a été planifié sur le réseau lui-même.</translation>
        </message>
        <message>
            <source>Here it can be moved; change or remove it on the network.</source>
            <translation>Ici, on peut le déplacer ; modifiez-le ou supprimez-le sur le réseau.</translation>
        </message>
        <message>
            <source>This event is in the calendar already.</source>
            <translation>Cet événement est déjà dans le calendrier.</translation>
        </message>
        <message>
            <source>Open the one that is there, or import the file, which brings it up to date.</source>
            <translation>Ouvrez celui qui s’y trouve, ou importez le fichier, qui le mettra à jour.</translation>
        </message>
        <message>
            <source>An event cannot end before it begins: nothing was changed.</source>
            <translation>Un événement ne peut pas finir avant d’avoir commencé : rien n’a été modifié.</translation>
        </message>
        <message>
            <source>Choose a later end.</source>
            <translation>Choisissez une fin plus tardive.</translation>
        </message>
        <message>
            <source>The rule of this series names its own days, which cannot be moved all together.</source>
            <translation>La règle de cette série nomme ses propres jours, qui ne peuvent pas être déplacés tous ensemble.</translation>
        </message>
        <message>
            <source>Move one occurrence, or write the rule anew.</source>
            <translation>Déplacez une seule occurrence, ou réécrivez la règle.</translation>
        </message>
        <message>
            <source>This post belongs to a sequence already.</source>
            <translation>Ce post fait déjà partie d’une séquence.</translation>
        </message>
        <message>
            <source>Take it out of its sequence first.</source>
            <translation>Retirez-le d’abord de sa séquence.</translation>
        </message>
        <message>
            <source>No weekly slot is free in the coming year.</source>
            <translation>Aucun créneau hebdomadaire n’est libre dans l’année qui vient.</translation>
        </message>
        <message>
            <source>Add slots under “Slots, shares and warnings”, or choose an hour by hand.</source>
            <translation>Ajoutez des créneaux sous « Créneaux, parts et alertes », ou choisissez une heure à la main.</translation>
        </message>
        <message>
            <source>This file cannot be taken, and nothing of it was.</source>
            <translation>Ce fichier ne peut pas être repris, et rien n’en a été repris.</translation>
        </message>
        <message>
            <source>A text is too long for a cell of a spreadsheet: nothing was written.</source>
            <translation>Un texte est trop long pour une cellule de tableur : rien n’a été écrit.</translation>
        </message>
        <message>
            <source>Export as CSV or as a calendar instead.</source>
            <translation>Exportez plutôt en CSV ou comme calendrier.</translation>
        </message>
        <message>
            <source>Some lines of this file cannot be taken, and nothing of it was.</source>
            <translation>Certaines lignes de ce fichier ne peuvent pas être reprises, et rien n’en a été repris.</translation>
        </message>
        <message>
            <source>Some networks gave the post back, and others still keep it.</source>
            <translation>Certains réseaux ont rendu le post, d’autres le gardent encore.</translation>
        </message>
        <message>
            <source>The calendar shows what is left; take it off once more when the line is back.</source>
            <translation>Le calendrier montre ce qui reste ; retirez-le de nouveau quand la connexion sera revenue.</translation>
        </message>
        <message>
            <source>The calendar does not know this kind of file.</source>
            <translation>Le calendrier ne connaît pas ce type de fichier.</translation>
        </message>
        <message>
            <source>Choose a file that ends in .ics, .csv or .xlsx.</source>
            <translation>Choisissez un fichier dont le nom se termine par .ics, .csv ou .xlsx.</translation>
        </message>
        <message>
            <source>The computer does not let this file be read.</source>
            <translation>L’ordinateur ne permet pas de lire ce fichier.</translation>
        </message>
        <message>
            <source>Close it in other programs, or copy it to a folder of yours, then try again.</source>
            <translation>Fermez-le dans les autres programmes, ou copiez-le dans un dossier à vous, puis réessayez.</translation>
        </message>
        <message>
            <source>Another program holds this file open: it was not written.</source>
            <translation>Un autre programme tient ce fichier ouvert : il n’a pas été écrit.</translation>
        </message>
        <message>
            <source>Close it there, in Excel for instance, then try again.</source>
            <translation>Fermez-le, dans Excel par exemple, puis réessayez.</translation>
        </message>
        <message>
            <source>This is no longer here.</source>
            <translation>Cela n’est plus ici.</translation>
        </message>
        <message>
            <source>The window shows what there is now; choose again.</source>
            <translation>La fenêtre montre ce qu’il y a maintenant ; choisissez à nouveau.</translation>
        </message>
        <message>
            <source>It was removed meanwhile.</source>
            <translation>Cela a été retiré entre-temps.</translation>
        </message>
        <message>
            <source>What has left for a network can no longer be changed here.</source>
            <translation>Ce qui est parti vers un réseau ne peut plus être modifié ici.</translation>
        </message>
        <message>
            <source>Duplicate the post to write a new one.</source>
            <translation>Dupliquez le post pour en écrire un nouveau.</translation>
        </message>
        <message>
            <source>This post was saved elsewhere meanwhile.</source>
            <translation>Ce post a été enregistré ailleurs entre-temps.</translation>
        </message>
        <message>
            <source>Open it again to see the newer text, then add what is missing.</source>
            <translation>Rouvrez-le pour voir le texte plus récent, puis ajoutez ce qui manque.</translation>
        </message>
        <message>
            <source>The newer text was kept.</source>
            <translation>Le texte le plus récent a été gardé.</translation>
        </message>
        <message>
            <source>This post cannot leave yet.</source>
            <translation>Ce post ne peut pas encore partir.</translation>
        </message>
        <message>
            <source>The checks beside the post say what is missing.</source>
            <translation>Les vérifications à côté du post disent ce qui manque.</translation>
        </message>
        <message>
            <source>This post is already on its way to this account.</source>
            <translation>Ce post est déjà en route vers ce compte.</translation>
        </message>
        <message>
            <source>Open its result to follow it or to cancel it.</source>
            <translation>Ouvrez son résultat pour le suivre ou l’annuler.</translation>
        </message>
        <message>
            <source>This publication has moved on meanwhile.</source>
            <translation>Cette publication a avancé entre-temps.</translation>
        </message>
        <message>
            <source>The window shows where it is now; choose again.</source>
            <translation>La fenêtre montre où elle en est ; choisissez à nouveau.</translation>
        </message>
        <message>
            <source>The content changed after it was made ready to leave.</source>
            <translation>Le contenu a changé après avoir été préparé pour l’envoi.</translation>
        </message>
        <message>
            <source>Nothing more is sent: cancel this publication, then publish again.</source>
            <translation>Rien d’autre n’est envoyé : annulez cette publication, puis publiez à nouveau.</translation>
        </message>
        <message>
            <source>It is too late to cancel: the post is leaving or has left.</source>
            <translation>Il est trop tard pour annuler : le post part ou est parti.</translation>
        </message>
        <message>
            <source>Its result will show in a moment.</source>
            <translation>Son résultat s’affichera dans un instant.</translation>
        </message>
        <message>
            <source>This hour does not exist on that day: the clocks go forward.</source>
            <translation>Cette heure n’existe pas ce jour-là : on passe à l’heure d’été.</translation>
        </message>
        <message>
            <source>Choose {next_wall} or another hour.</source>
            <translation>Choisissez {next_wall} ou une autre heure.</translation>
        </message>
        <message>
            <source>This is not the address of a post.</source>
            <translation>Ce n’est pas l’adresse d’un post.</translation>
        </message>
        <message>
            <source>Paste the whole address from the browser, beginning with https.</source>
            <translation>Collez l’adresse entière du navigateur, qui commence par https.</translation>
        </message>
        <message>
            <source>The network did not show the post at its hour.</source>
            <translation>Le réseau n’a pas montré le post à son heure.</translation>
        </message>
        <message>
            <source>The network had accepted to keep it until then.</source>
            <translation>Le réseau avait accepté de le garder jusque-là.</translation>
        </message>
        <message>
            <source>CM Station was stopped while this was leaving.</source>
            <translation>CM Station s’est arrêté pendant l’envoi.</translation>
        </message>
        <message>
            <source>The post no longer has a first comment here.</source>
            <translation>Le post n’a plus de premier commentaire ici.</translation>
        </message>
        <message>
            <source>Write one in the post before it leaves, and it follows again.</source>
            <translation>Écrivez-en un dans le post avant son départ, et il le suivra de nouveau.</translation>
        </message>
        <message>
            <source>The post that this comment follows did not leave.</source>
            <translation>Le post que ce commentaire devait suivre n’est pas parti.</translation>
        </message>
        <message>
            <source>Send the post again, and the comment follows it.</source>
            <translation>Renvoyez le post, et le commentaire le suivra.</translation>
        </message>
        <message>
            <source>A fault of CM Station stopped this publication.</source>
            <translation>Un défaut de CM Station a arrêté cette publication.</translation>
        </message>
        <message>
            <source>Look at the account before you try again; a report was written.</source>
            <translation>Regardez le compte avant de réessayer ; un rapport a été écrit.</translation>
        </message>
        <message>
            <source>The disk is full: this was not saved.</source>
            <translation>Le disque est plein : ceci n’a pas été enregistré.</translation>
        </message>
        <message>
            <source>Keep the window open, make room on the disk, then try again.</source>
            <translation>Gardez la fenêtre ouverte, libérez de la place sur le disque, puis réessayez.</translation>
        </message>
        <message>
            <source>CM Station writes into {folder}.</source>
            <translation>CM Station écrit dans {folder}.</translation>
        </message>
        <message>
            <source>CM Station may not write into its folder: this was not saved.</source>
            <translation>CM Station n’a pas le droit d’écrire dans son dossier : ceci n’a pas été enregistré.</translation>
        </message>
        <message>
            <source>Keep the window open, check the rights of the folder, then try again.</source>
            <translation>Gardez la fenêtre ouverte, vérifiez les droits du dossier, puis réessayez.</translation>
        </message>
        <message>
            <source>The folder is {folder}.</source>
            <translation>Le dossier est {folder}.</translation>
        </message>
        <message>
            <source>The file that holds your posts is damaged.</source>
            <translation>Le fichier qui contient vos posts est endommagé.</translation>
        </message>
        <message>
            <source>Put the newest daily copy from the “backups” folder in its place, or ask for help.</source>
            <translation>Remettez à sa place la copie la plus récente du dossier « backups », ou demandez de l’aide.</translation>
        </message>
        <message>
            <source>It was left as it is: {file}.</source>
            <translation>Il a été laissé tel quel : {file}.</translation>
        </message>
        <message>
            <source>This folder was last used by a newer CM Station.</source>
            <translation>Ce dossier a été utilisé par un CM Station plus récent.</translation>
        </message>
        <message>
            <source>Install the newest release to open it; nothing was changed.</source>
            <translation>Installez la dernière version pour l’ouvrir ; rien n’a été modifié.</translation>
        </message>
        <message>
            <source>The shared database does not answer.</source>
            <translation>La base de données commune ne répond pas.</translation>
        </message>
        <message>
            <source>Check the line, or ask the person who looks after the server.</source>
            <translation>Vérifiez la connexion, ou adressez-vous à la personne qui s’occupe du serveur.</translation>
        </message>
        <message>
            <source>It should be at {address}.</source>
            <translation>Elle devrait se trouver à {address}.</translation>
        </message>
        <message>
            <source>CM Station is already open on this folder.</source>
            <translation>CM Station est déjà ouvert sur ce dossier.</translation>
        </message>
        <message>
            <source>Use the window that is open.</source>
            <translation>Utilisez la fenêtre ouverte.</translation>
        </message>
        <message>
            <source>The computer’s clock is earlier than it was.</source>
            <translation>L’horloge de l’ordinateur a reculé.</translation>
        </message>
        <message>
            <source>Set the date and the time right, so that posts leave at their hour.</source>
            <translation>Remettez la date et l’heure justes, pour que les posts partent à leur heure.</translation>
        </message>
        <message>
            <source>What waits for its hour leaves late, never early and never twice.</source>
            <translation>Ce qui attend son heure part en retard, jamais en avance et jamais deux fois.</translation>
        </message>
        <message>
            <source>This computer offers no safe place for passwords.</source>
            <translation>Cet ordinateur n’offre aucun endroit sûr pour les mots de passe.</translation>
        </message>
        <message>
            <source>Sign in for this session only: the password is forgotten when CM Station closes.</source>
            <translation>Connectez-vous pour cette session seulement : le mot de passe est oublié à la fermeture de CM Station.</translation>
        </message>
        <message>
            <source>CM Station never keeps a password in a file.</source>
            <translation>CM Station ne garde jamais un mot de passe dans un fichier.</translation>
        </message>
        <message>
            <source>The computer’s password store is locked.</source>
            <translation>Le coffre à mots de passe de l’ordinateur est verrouillé.</translation>
        </message>
        <message>
            <source>Unlock it, then try again.</source>
            <translation>Déverrouillez-le, puis réessayez.</translation>
        </message>
        <message>
            <source>The computer’s password store refused access.</source>
            <translation>Le coffre à mots de passe de l’ordinateur a refusé l’accès.</translation>
        </message>
        <message>
            <source>Allow CM Station to use it and try again, or sign in for this session only.</source>
            <translation>Autorisez CM Station à l’utiliser et réessayez, ou connectez-vous pour cette session seulement.</translation>
        </message>
        <message>
            <source>The network did not accept this.</source>
            <translation>Le réseau n’a pas accepté cet envoi.</translation>
        </message>
        <message>
            <source>Its own words are in the journal of this publication.</source>
            <translation>Sa réponse exacte est dans le journal de cette publication.</translation>
        </message>
        <message>
            <source>The network could not be reached.</source>
            <translation>Le réseau est injoignable.</translation>
        </message>
        <message>
            <source>Check the line, then try again.</source>
            <translation>Vérifiez la connexion, puis réessayez.</translation>
        </message>
        <message>
            <source>This computer is off line.</source>
            <translation>Cet ordinateur est hors ligne.</translation>
        </message>
        <message>
            <source>Check the cable or the Wi-Fi, then try again.</source>
            <translation>Vérifiez le câble ou le Wi-Fi, puis réessayez.</translation>
        </message>
        <message>
            <source>The network did not answer.</source>
            <translation>Le réseau n’a pas répondu.</translation>
        </message>
        <message>
            <source>The network asks you to sign in again.</source>
            <translation>Le réseau demande de se connecter à nouveau.</translation>
        </message>
        <message>
            <source>Sign in again under Accounts, then send once more.</source>
            <translation>Connectez-vous à nouveau sous Comptes, puis renvoyez.</translation>
        </message>
        <message>
            <source>The password or the permission is missing or no longer accepted.</source>
            <translation>Le mot de passe ou l’autorisation manque, ou n’est plus accepté.</translation>
        </message>
        <message>
            <source>The network asks for a second proof.</source>
            <translation>Le réseau demande une seconde preuve.</translation>
        </message>
        <message>
            <source>Make an app password in the network’s settings and sign in with it.</source>
            <translation>Créez un mot de passe d’application dans les réglages du réseau et connectez-vous avec lui.</translation>
        </message>
        <message>
            <source>The usual password is not enough for this account.</source>
            <translation>Le mot de passe habituel ne suffit pas pour ce compte.</translation>
        </message>
        <message>
            <source>The sign-in was not finished.</source>
            <translation>La connexion n’est pas allée au bout.</translation>
        </message>
        <message>
            <source>Start the sign-in again when you are ready.</source>
            <translation>Relancez la connexion quand vous serez prêt.</translation>
        </message>
        <message>
            <source>This account may not do this.</source>
            <translation>Ce compte n’en a pas le droit.</translation>
        </message>
        <message>
            <source>Ask the person who runs the account for the right to publish.</source>
            <translation>Demandez le droit de publier à la personne qui gère le compte.</translation>
        </message>
        <message>
            <source>The network asks to wait a while.</source>
            <translation>Le réseau demande d’attendre un peu.</translation>
        </message>
        <message>
            <source>Try again in a quarter of an hour.</source>
            <translation>Réessayez dans un quart d’heure.</translation>
        </message>
        <message>
            <source>It received too much in a short time.</source>
            <translation>Il a trop reçu en peu de temps.</translation>
        </message>
        <message>
            <source>The network wants a payment before it takes more.</source>
            <translation>Le réseau demande un paiement avant d’en accepter davantage.</translation>
        </message>
        <message>
            <source>Settle it on the network’s own site, or publish by hand.</source>
            <translation>Réglez-le sur le site du réseau, ou publiez à la main.</translation>
        </message>
        <message>
            <source>The network refuses this content.</source>
            <translation>Le réseau refuse ce contenu.</translation>
        </message>
        <message>
            <source>Change the text or the pictures, then send once more.</source>
            <translation>Modifiez le texte ou les photos, puis renvoyez.</translation>
        </message>
        <message>
            <source>The network says that it has this post already.</source>
            <translation>Le réseau dit qu’il a déjà ce post.</translation>
        </message>
        <message>
            <source>The network has blocked this account or this action.</source>
            <translation>Le réseau a bloqué ce compte ou cette action.</translation>
        </message>
        <message>
            <source>Sign in on the network’s own site to see why.</source>
            <translation>Connectez-vous sur le site du réseau pour savoir pourquoi.</translation>
        </message>
        <message>
            <source>The network is still working on the pictures.</source>
            <translation>Le réseau traite encore les photos.</translation>
        </message>
        <message>
            <source>Wait a minute, then try again.</source>
            <translation>Attendez une minute, puis réessayez.</translation>
        </message>
        <message>
            <source>What answers at this address is not the network.</source>
            <translation>Ce qui répond à cette adresse n’est pas le réseau.</translation>
        </message>
        <message>
            <source>Open the address in a browser to see what answers, then try again.</source>
            <translation>Ouvrez l’adresse dans un navigateur pour voir ce qui répond, puis réessayez.</translation>
        </message>
        <message>
            <source>A Wi-Fi sign-in page or a filter may stand in between.</source>
            <translation>Une page de connexion Wi-Fi ou un filtre s’interpose peut-être.</translation>
        </message>
        <message>
            <source>This address is not secure, so nothing was sent there.</source>
            <translation>Cette adresse n’est pas sécurisée : rien n’y a été envoyé.</translation>
        </message>
        <message>
            <source>Write it with https in front.</source>
            <translation>Écrivez-la avec https devant.</translation>
        </message>
        <message>
            <source>Nothing of this kind answers at this address.</source>
            <translation>Rien de tel ne répond à cette adresse.</translation>
        </message>
        <message>
            <source>Check the address under Accounts.</source>
            <translation>Vérifiez l’adresse sous Comptes.</translation>
        </message>
        <message>
            <source>This picture cannot be used.</source>
            <translation>Cette photo ne peut pas être utilisée.</translation>
        </message>
        <message>
            <source>Save it again as JPEG or PNG, or choose another one.</source>
            <translation>Enregistrez-la à nouveau en JPEG ou PNG, ou choisissez-en une autre.</translation>
        </message>
        <message>
            <source>This file is empty.</source>
            <translation>Ce fichier est vide.</translation>
        </message>
        <message>
            <source>Copy it once more from where it comes from.</source>
            <translation>Copiez-le à nouveau depuis son origine.</translation>
        </message>
        <message>
            <source>A copy or a download was probably interrupted.</source>
            <translation>Une copie ou un téléchargement a sans doute été interrompu.</translation>
        </message>
        <message>
            <source>This file cannot be opened.</source>
            <translation>Ce fichier ne peut pas être ouvert.</translation>
        </message>
        <message>
            <source>Check that it is still there and that you may read it.</source>
            <translation>Vérifiez qu’il est toujours là et que vous avez le droit de le lire.</translation>
        </message>
        <message>
            <source>This file is too heavy: {size}, and {limit} at most.</source>
            <translation>Ce fichier est trop lourd : {size}, pour {limit} au plus.</translation>
        </message>
        <message>
            <source>Save a lighter copy of the picture, then add that one.</source>
            <translation>Enregistrez une copie plus légère de la photo, puis ajoutez celle-là.</translation>
        </message>
        <message>
            <source>This picture is too large: {width} × {height} pixels.</source>
            <translation>Cette photo est trop grande : {width} × {height} pixels.</translation>
        </message>
        <message>
            <source>Save a smaller copy of the picture, then add that one.</source>
            <translation>Enregistrez une copie plus petite de la photo, puis ajoutez celle-là.</translation>
        </message>
        <message>
            <source>This file is not a picture, whatever its name says.</source>
            <translation>Ce fichier n’est pas une image, quoi que dise son nom.</translation>
        </message>
        <message>
            <source>Choose a JPEG, PNG, GIF or WebP file.</source>
            <translation>Choisissez un fichier JPEG, PNG, GIF ou WebP.</translation>
        </message>
        <message>
            <source>CM Station cannot read this kind of picture: {kind}.</source>
            <translation>CM Station ne sait pas lire ce genre d’image : {kind}.</translation>
        </message>
        <message>
            <source>Save it as JPEG or PNG, then add that one.</source>
            <translation>Enregistrez-la en JPEG ou PNG, puis ajoutez celle-là.</translation>
        </message>
        <message>
            <source>The end of this picture is missing.</source>
            <translation>Il manque la fin de cette photo.</translation>
        </message>
        <message>
            <source>This picture is damaged inside.</source>
            <translation>Cette photo est abîmée à l’intérieur.</translation>
        </message>
        <message>
            <source>Open it in a picture program, save it again, then add that one.</source>
            <translation>Ouvrez-la dans un logiciel d’image, enregistrez-la à nouveau, puis ajoutez celle-là.</translation>
        </message>
        <message>
            <source>This picture cannot be made light enough: {limit} at most.</source>
            <translation>Cette photo ne peut pas être assez allégée : {limit} au plus.</translation>
        </message>
        <message>
            <source>Crop it, or choose a simpler one.</source>
            <translation>Recadrez-la, ou choisissez-en une plus simple.</translation>
        </message>
        <message>
            <source>This network takes no kind of picture that CM Station can make.</source>
            <translation>Ce réseau n’accepte aucun genre d’image que CM Station sache produire.</translation>
        </message>
        <message>
            <source>Publish without the picture, or by hand.</source>
            <translation>Publiez sans la photo, ou à la main.</translation>
        </message>
        <message>
            <source>A post that has not left yet shows this picture.</source>
            <translation>Un post qui n’est pas encore parti montre cette photo.</translation>
        </message>
        <message>
            <source>Take it off that post first.</source>
            <translation>Retirez-la d’abord de ce post.</translation>
        </message>
        <message>
            <source>No server has this name: a letter may be wrong.</source>
            <translation>Aucun serveur ne porte ce nom : une lettre est peut-être fausse.</translation>
        </message>
        <message>
            <source>The server is there but takes no calls at the moment.</source>
            <translation>Le serveur est là, mais ne prend pas d’appels pour l’instant.</translation>
        </message>
        <message>
            <source>No way leads to this server at the moment.</source>
            <translation>Aucun chemin ne mène à ce serveur pour l’instant.</translation>
        </message>
        <message>
            <source>The server did not pick up in time.</source>
            <translation>Le serveur n’a pas décroché à temps.</translation>
        </message>
        <message>
            <source>The server picked up, then said nothing for too long.</source>
            <translation>Le serveur a décroché, puis s’est tu trop longtemps.</translation>
        </message>
        <message>
            <source>The line was cut in the middle.</source>
            <translation>La connexion a été coupée en route.</translation>
        </message>
        <message>
            <source>The server’s certificate is not valid.</source>
            <translation>Le certificat du serveur n’est pas valable.</translation>
        </message>
        <message>
            <source>No secure line could be opened.</source>
            <translation>Aucune connexion sécurisée n’a pu s’ouvrir.</translation>
        </message>
        <message>
            <source>The proxy of this network does not let the call through.</source>
            <translation>Le proxy de ce réseau ne laisse pas passer l’appel.</translation>
        </message>
        <message>
            <source>Its server was asked nearly as often as it allows.</source>
            <translation>Son serveur a été interrogé presque aussi souvent qu’il le permet.</translation>
        </message>
        <message>
            <source>The page shows no figures that can be read.</source>
            <translation>La page ne montre aucun chiffre lisible.</translation>
        </message>
        <message>
            <source>The address names no account.</source>
            <translation>L’adresse ne désigne aucun compte.</translation>
        </message>
        <message>
            <source>This account shows itself to signed-in people only.</source>
            <translation>Ce compte ne se montre qu’aux personnes connectées.</translation>
        </message>
        <message>
            <source>The answer was longer than any real one.</source>
            <translation>La réponse était plus longue que toute réponse normale.</translation>
        </message>
        <message>
            <source>The server sends from one address to the next.</source>
            <translation>Le serveur renvoie d’une adresse à l’autre.</translation>
        </message>
        <message>
            <source>The WordPress interface of the site does not answer.</source>
            <translation>L’interface WordPress du site ne répond pas.</translation>
        </message>
        <message>
            <source>The network still keeps the post for its old hour.</source>
            <translation>Le réseau garde toujours le post pour son ancienne heure.</translation>
        </message>
        <message>
            <source>The site does not let this account plan posts, for instance because it may only propose them.</source>
            <translation>Le site ne laisse pas ce compte planifier de posts, par exemple parce qu’il peut seulement en proposer.</translation>
        </message>
        <message>
            <source>The site keeps its WordPress interface closed; a security extension often does so.</source>
            <translation>Le site garde son interface WordPress fermée ; c’est souvent le fait d’une extension de sécurité.</translation>
        </message>
        <message>
            <source>The site keeps the post for approval: this account may write, but not publish.</source>
            <translation>Le site garde le post en attente de validation : ce compte peut écrire, mais pas publier.</translation>
        </message>
        <message>
            <source>A picture is heavier than the network takes.</source>
            <translation>Une image est plus lourde que ce que le réseau accepte.</translation>
        </message>
        <message>
            <source>The password contains characters that the network cannot take.</source>
            <translation>Le mot de passe contient des caractères que le réseau ne peut pas recevoir.</translation>
        </message>
        <message>
            <source>The server points to another server.</source>
            <translation>Le serveur renvoie vers un autre serveur.</translation>
        </message>
        <message>
            <source>The server has moved to another address.</source>
            <translation>Le serveur a changé d’adresse.</translation>
        </message>
        <message>
            <source>The permission was not given in the browser.</source>
            <translation>L’autorisation n’a pas été donnée dans le navigateur.</translation>
        </message>
        <message>
            <source>Nobody answered in the browser in time.</source>
            <translation>Personne n’a répondu à temps dans le navigateur.</translation>
        </message>
        <message>
            <source>It was cancelled.</source>
            <translation>Elle a été annulée.</translation>
        </message>
        <message>
            <source>No browser could be opened.</source>
            <translation>Aucun navigateur n’a pu s’ouvrir.</translation>
        </message>
        <message>
            <source>No password is kept on this computer.</source>
            <translation>Aucun mot de passe n’est gardé sur cet ordinateur.</translation>
        </message>
        <message>
            <source>No permission is kept on this computer.</source>
            <translation>Aucune autorisation n’est gardée sur cet ordinateur.</translation>
        </message>
        <message>
            <source>This address could not be read.</source>
            <translation>Cette adresse n’a pas pu être lue.</translation>
        </message>
        <message>
            <source>Open it in your browser to see whether it is right, then try again.</source>
            <translation>Ouvrez-la dans votre navigateur pour voir si elle est juste, puis réessayez.</translation>
        </message>
        <message>
            <source>There is no feed at this address.</source>
            <translation>Il n’y a pas de flux à cette adresse.</translation>
        </message>
        <message>
            <source>Give the address of the site: its feed is looked for.</source>
            <translation>Donnez l’adresse du site : son flux est cherché.</translation>
        </message>
        <message>
            <source>This file is no list of sources that can be read; nothing was taken.</source>
            <translation>Ce fichier n’est pas une liste de sources lisible ; rien n’en a été pris.</translation>
        </message>
        <message>
            <source>Export it once more from the other reader, as OPML.</source>
            <translation>Exportez-la de nouveau depuis l’autre lecteur, au format OPML.</translation>
        </message>
        <message>
            <source>The rule of a watch list cannot be read.</source>
            <translation>La règle d’une liste de veille est illisible.</translation>
        </message>
        <message>
            <source>Open the list and write its rule again.</source>
            <translation>Ouvrez la liste et récrivez sa règle.</translation>
        </message>
        <message>
            <source>This article was worked on meanwhile, so it stays.</source>
            <translation>Cet article a été traité entre-temps : il reste donc en place.</translation>
        </message>
        <message>
            <source>Dismiss it if you no longer want to see it.</source>
            <translation>Écartez-le si vous ne voulez plus le voir.</translation>
        </message>
        <message>
            <source>Stories were grouped by an older version of the program.</source>
            <translation>Des articles ont été regroupés par une version plus ancienne du programme.</translation>
        </message>
        <message>
            <source>They are grouped again by themselves as new items come.</source>
            <translation>Ils sont regroupés de nouveau d’eux-mêmes, à mesure que d’autres arrivent.</translation>
        </message>
        <message>
            <source>This period cannot be read.</source>
            <translation>Cette période ne peut pas être lue.</translation>
        </message>
        <message>
            <source>Write a month as 2026-10, a quarter as 2026-Q4, a year as 2026, or two days as 2026-10-01_2026-10-31.</source>
            <translation>Écrivez un mois 2026-10, un trimestre 2026-Q4, une année 2026, ou deux jours 2026-10-01_2026-10-31.</translation>
        </message>
        <message>
            <source>Lines of this file cannot be read, so nothing of it was taken.</source>
            <translation>Des lignes de ce fichier ne peuvent pas être lues ; rien n’en a été pris.</translation>
        </message>
        <message>
            <source>Mend the lines that are named, then import the file again.</source>
            <translation>Corrigez les lignes nommées, puis importez le fichier de nouveau.</translation>
        </message>
        <message>
            <source>There are no figures in this file.</source>
            <translation>Ce fichier ne contient aucun chiffre.</translation>
        </message>
        <message>
            <source>It needs a line of headings, such as date, account, followers.</source>
            <translation>Il lui faut une ligne de titres, par exemple date, compte, abonnés.</translation>
        </message>
        <message>
            <source>Figures are not read from this kind of file.</source>
            <translation>Les chiffres ne se lisent pas dans ce type de fichier.</translation>
        </message>
        <message>
            <source>Save it as CSV or as an Excel workbook, then import that.</source>
            <translation>Enregistrez-le en CSV ou en classeur Excel, puis importez ce fichier-là.</translation>
        </message>
        <message>
            <source>This day has not come yet, so it has no figures.</source>
            <translation>Ce jour n’est pas encore venu ; il n’a pas de chiffres.</translation>
        </message>
        <message>
            <source>Choose today or an earlier day.</source>
            <translation>Choisissez aujourd’hui ou un jour passé.</translation>
        </message>
        <message>
            <source>A figure cannot be less than nothing.</source>
            <translation>Un chiffre ne peut pas être négatif.</translation>
        </message>
        <message>
            <source>Type it again, or leave the field empty when it is not known.</source>
            <translation>Saisissez-le de nouveau, ou laissez le champ vide s’il n’est pas connu.</translation>
        </message>
        <message>
            <source>This figure is greater than any network has ever shown.</source>
            <translation>Ce chiffre dépasse tout ce qu’un réseau a jamais affiché.</translation>
        </message>
        <message>
            <source>Look whether a digit is too many.</source>
            <translation>Regardez s’il n’y a pas un chiffre de trop.</translation>
        </message>
        <message>
            <source>A goal needs a figure to reach.</source>
            <translation>Un objectif a besoin d’un chiffre à atteindre.</translation>
        </message>
        <message>
            <source>Type a figure above nothing.</source>
            <translation>Saisissez un chiffre supérieur à zéro.</translation>
        </message>
        <message>
            <source>There is nothing in this note.</source>
            <translation>Cette note est vide.</translation>
        </message>
        <message>
            <source>Write what was said, then keep it.</source>
            <translation>Écrivez ce qui a été dit, puis conservez-la.</translation>
        </message>
        <message>
            <source>This clinic has no name yet.</source>
            <translation>Cet établissement n’a pas encore de nom.</translation>
        </message>
        <message>
            <source>Name it as you want to read it in the ranking.</source>
            <translation>Nommez-le comme vous voulez le lire dans le classement.</translation>
        </message>
        <message>
            <source>This account is in your list of other clinics already.</source>
            <translation>Ce compte figure déjà dans votre liste d’établissements.</translation>
        </message>
        <message>
            <source>Look for it in the list.</source>
            <translation>Cherchez-le dans la liste.</translation>
        </message>
    </context>
    <context>
        <name>WorkedAnswer</name>
        <message>
            <source>No post of this period has a score.</source>
            <translation>Aucune publication de cette période n’a de score.</translation>
        </message>
        <message>
            <source>Untitled</source>
            <translation>Sans titre</translation>
        </message>
        <message>
            <source>Score (1 is usual)</source>
            <translation>Score (1 est l’habitude)</translation>
        </message>
        <message>
            <source>usual post of the account</source>
            <translation>publication habituelle du compte</translation>
        </message>
        <message>
            <source>What worked</source>
            <translation>Ce qui a marché</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>Score</translation>
        </message>
        <message>
            <source>A score of 1 is the usual post of the account; 2 is twice that.</source>
            <translation>Un score de 1 est la publication habituelle du compte ; 2, le double.</translation>
        </message>
        <message>
            <source>Reactions count once, comments twice, shares three times, saved posts once, as they stand seven days after the post. Their sum is divided by the median of the same account’s posts of the 90 days before; fewer than eight of these, and there is no score.</source>
            <translation>Les réactions comptent une fois, les commentaires deux, les partages trois, les enregistrements une fois, tels qu’ils sont sept jours après la publication. Leur somme est divisée par la médiane des publications du même compte des 90 jours précédents ; à moins de huit, il n’y a pas de score.</translation>
        </message>
        <message>
            <source>No post went out in {period}.</source>
            <translation>Rien n’a été publié : {period}.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln publication</numerusform>
                <numerusform>%Ln publications</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more post(s) are not listed here.</source>
            <translation>
                <numerusform>%Ln autre publication n’est pas dans cette liste.</numerusform>
                <numerusform>%Ln autres publications ne sont pas dans cette liste.</numerusform>
            </translation>
        </message>
        <message>
            <source>{posts} went out; which did best cannot be said yet.</source>
            <translation>{posts} sur la période ; on ne peut pas encore dire ce qui a le mieux marché.</translation>
        </message>
        <message>
            <source>A score needs eight earlier posts of the same account whose figures are known.</source>
            <translation>Un score demande huit publications antérieures du même compte dont les chiffres sont connus.</translation>
        </message>
        <message>
            <source>“{title}” did {score} times as well as usual.</source>
            <translation>« {title} » a fait {score} fois l’habitude.</translation>
        </message>
        <message>
            <source>No post did better than usual; the best, “{title}”, has a score of {score}.</source>
            <translation>Rien n’a fait mieux que l’habitude ; la meilleure publication, « {title} », a un score de {score}.</translation>
        </message>
        <message>
            <source>{scored} of {posts} in this period can be compared with earlier ones.</source>
            <translation>{scored} sur {posts} de la période se comparent à des publications antérieures.</translation>
        </message>
    </context>
    <context>
        <name>WrittenFiles</name>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>Afficher le dossier</translation>
        </message>
    </context>
</TS>
