<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>AccountsAnswer</name>
        <message numerus="yes">
            <source>%Ln follower(s)</source>
            <translation>
                <numerusform>%Ln follower</numerusform>
                <numerusform>%Ln followers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AlertHistory</name>
        <message numerus="yes">
            <source>{name}, %n mention(s), {when}</source>
            <translation>
                <numerusform>{name}, %n mention, {when}</numerusform>
                <numerusform>{name}, %n mentions, {when}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AltTextDialog</name>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n character</numerusform>
                <numerusform>%n characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message numerus="yes">
            <source>for %n day(s)</source>
            <translation>
                <numerusform>for %n day</numerusform>
                <numerusform>for %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Calendar</name>
        <message numerus="yes">
            <source>%n day(s) without a publication</source>
            <translation>
                <numerusform>%n day without a publication</numerusform>
                <numerusform>%n days without a publication</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n post(s)</source>
            <translation>
                <numerusform>%n post</numerusform>
                <numerusform>%n posts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n published</source>
            <translation>
                <numerusform>%n published</numerusform>
                <numerusform>%n published</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scheduled</source>
            <translation>
                <numerusform>%n scheduled</numerusform>
                <numerusform>%n scheduled</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%n to check</numerusform>
                <numerusform>%n to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n event(s)</source>
            <translation>
                <numerusform>%n event</numerusform>
                <numerusform>%n events</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+ %n other(s)</source>
            <translation>
                <numerusform>+ %n other</numerusform>
                <numerusform>+ %n others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) stayed where they were.</source>
            <translation>
                <numerusform>%n item stayed where they were.</numerusform>
                <numerusform>%n items stayed where they were.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{titles} stayed.</source>
            <translation>
                <numerusform>{titles} stayed.</numerusform>
                <numerusform>{titles} stayed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{titles} and %n more stayed.</source>
            <translation>
                <numerusform>{titles} and %n more stayed.</numerusform>
                <numerusform>{titles} and %n more stayed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Cli</name>
        <message numerus="yes">
            <source>{file}: %n post(s) and event(s) from {first} to {last}</source>
            <translation>
                <numerusform>{file}: %n post and event from {first} to {last}</numerusform>
                <numerusform>{file}: %n posts and events from {first} to {last}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n as it was</source>
            <translation>
                <numerusform>%n as it was</numerusform>
                <numerusform>%n as it was</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of its items stay(s), since you did something with them.</source>
            <translation>
                <numerusform>%n of its items stay, since you did something with them.</numerusform>
                <numerusform>%n of its items stays, since you did something with them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new figure(s)</source>
            <translation>
                <numerusform>%n new figure</numerusform>
                <numerusform>%n new figures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s) stored</source>
            <translation>
                <numerusform>%n figure stored</numerusform>
                <numerusform>%n figures stored</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}: %n post(s)</source>
            <translation>
                <numerusform>{name}: %n post</numerusform>
                <numerusform>{name}: %n posts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n post(s) no longer on the network; the last figures are kept</source>
            <translation>
                <numerusform>%n post no longer on the network; the last figures are kept</numerusform>
                <numerusform>%n posts no longer on the network; the last figures are kept</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new item(s)</source>
            <translation>
                <numerusform>%n new item</numerusform>
                <numerusform>%n new items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… and %n more</numerusform>
                <numerusform>… and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: %n source(s)</source>
            <translation>
                <numerusform>{file}: %n source</numerusform>
                <numerusform>{file}: %n sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mailbox(es) left out: the address names a person.</source>
            <translation>
                <numerusform>%n mailbox left out: the address names a person.</numerusform>
                <numerusform>%n mailboxes left out: the address names a person.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entry(ies) that are no feeds</source>
            <translation>
                <numerusform>%n entry(ies) that are no feeds</numerusform>
                <numerusform>%n entry(ies) that are no feeds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) from {first} to {last}</source>
            <translation>
                <numerusform>%n article from {first} to {last}</numerusform>
                <numerusform>%n articles from {first} to {last}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComposeColumn</name>
        <message numerus="yes">
            <source>Add %n article(s) kept in these days</source>
            <translation>
                <numerusform>Add %n article kept in these days</numerusform>
                <numerusform>Add %n articles kept in these days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComposerDisplay</name>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n character</numerusform>
                <numerusform>%n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s) too many for {name}</source>
            <translation>
                <numerusform>%n character too many for {name}</numerusform>
                <numerusform>%n characters too many for {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s) too many for {name}</source>
            <translation>
                <numerusform>%n byte too many for {name}</numerusform>
                <numerusform>%n bytes too many for {name}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CountdownBar</name>
        <message numerus="yes">
            <source>“{title}” leaves in %n second(s)</source>
            <translation>
                <numerusform>“{title}” leaves in %n second</numerusform>
                <numerusform>“{title}” leaves in %n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Dates</name>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
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
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeliveryNotices</name>
        <message numerus="yes">
            <source>%n publication(s) waiting for you</source>
            <translation>
                <numerusform>%n publication waiting for you</numerusform>
                <numerusform>%n publications waiting for you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EntryDeeds</name>
        <message numerus="yes">
            <source>%n figure(s) entered</source>
            <translation>
                <numerusform>%n figure entered</numerusform>
                <numerusform>%n figures entered</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EntryDialog</name>
        <message numerus="yes">
            <source>%n figure(s) to save</source>
            <translation>
                <numerusform>%n figure to save</numerusform>
                <numerusform>%n figures to save</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExchangeDeeds</name>
        <message numerus="yes">
            <source>%n item(s) written to {name}</source>
            <translation>
                <numerusform>%n item written to {name}</numerusform>
                <numerusform>%n items written to {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) written to {name}</source>
            <translation>
                <numerusform>%n page written to {name}</numerusform>
                <numerusform>%n pages written to {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) sent to the printer</source>
            <translation>
                <numerusform>%n page sent to the printer</numerusform>
                <numerusform>%n pages sent to the printer</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FigureFile</name>
        <message numerus="yes">
            <source>%Ln line(s) can be taken.</source>
            <translation>
                <numerusform>%Ln line can be taken.</numerusform>
                <numerusform>%Ln lines can be taken.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln figure(s), {days}.</source>
            <translation>
                <numerusform>%Ln figure, {days}.</numerusform>
                <numerusform>%Ln figures, {days}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln post(s) with their figures.</source>
            <translation>
                <numerusform>%Ln post with their figures.</numerusform>
                <numerusform>%Ln posts with their figures.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln known figure(s) get another value.</source>
            <translation>
                <numerusform>%Ln known figure get another value.</numerusform>
                <numerusform>%Ln known figures get another value.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln figure(s) that you typed yourself stay as they are.</source>
            <translation>
                <numerusform>%Ln figure that you typed yourself stay as they are.</numerusform>
                <numerusform>%Ln figures that you typed yourself stay as they are.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Findings</name>
        <message numerus="yes">
            <source>{account}: %n character(s)</source>
            <translation>
                <numerusform>{account}: %n character</numerusform>
                <numerusform>{account}: %n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{account}: %n character(s) too many</source>
            <translation>
                <numerusform>{account}: %n character too many</numerusform>
                <numerusform>{account}: %n characters too many</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{account}: title too long by %n character(s)</source>
            <translation>
                <numerusform>{account}: title too long by %n character</numerusform>
                <numerusform>{account}: title too long by %n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{account}, picture {picture}: %n character(s) too many</source>
            <translation>
                <numerusform>{account}, picture {picture}: %n character too many</numerusform>
                <numerusform>{account}, picture {picture}: %n characters too many</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{account}: first comment too long by %n character(s)</source>
            <translation>
                <numerusform>{account}: first comment too long by %n character</numerusform>
                <numerusform>{account}: first comment too long by %n characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FormsAnswer</name>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln post</numerusform>
                <numerusform>%Ln posts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GapsAnswer</name>
        <message numerus="yes">
            <source>%n post(s) are no longer on their network; the last figures are kept.</source>
            <translation>
                <numerusform>%n post are no longer on their network; the last figures are kept.</numerusform>
                <numerusform>%n posts are no longer on their network; the last figures are kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n account(s) have days without a figure.</source>
            <translation>
                <numerusform>%n account have days without a figure.</numerusform>
                <numerusform>%n accounts have days without a figure.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GoalsAnswer</name>
        <message numerus="yes">
            <source>%n round number(s) passed in this period.</source>
            <translation>
                <numerusform>%n round number passed in this period.</numerusform>
                <numerusform>%n round numbers passed in this period.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n goal(s) reached.</source>
            <translation>
                <numerusform>%n goal reached.</numerusform>
                <numerusform>%n goals reached.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n goal(s) reached, of {goals}.</source>
            <translation>
                <numerusform>%n goal reached, of {goals}.</numerusform>
                <numerusform>%n goals reached, of {goals}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HandOverDialog</name>
        <message numerus="yes">
            <source>Add the %n picture(s)</source>
            <translation>
                <numerusform>Add the %n picture</numerusform>
                <numerusform>Add the %n pictures</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message numerus="yes">
            <source>%n due</source>
            <translation>
                <numerusform>%n due</numerusform>
                <numerusform>%n due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n post(s) should still leave today</source>
            <translation>
                <numerusform>%n post should still leave today</numerusform>
                <numerusform>%n posts should still leave today</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%n to check</numerusform>
                <numerusform>%n to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n post(s) waiting for you</source>
            <translation>
                <numerusform>%n post waiting for you</numerusform>
                <numerusform>%n posts waiting for you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HealthDaysDialog</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HeatMap</name>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln post</numerusform>
                <numerusform>%Ln posts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HoursAnswer</name>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln post</numerusform>
                <numerusform>%Ln posts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message numerus="yes">
            <source>%n line(s) to look at</source>
            <translation>
                <numerusform>%n line to look at</numerusform>
                <numerusform>%n lines to look at</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to look at</source>
            <translation>
                <numerusform>%n thing to look at</numerusform>
                <numerusform>%n things to look at</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LastLook</name>
        <message numerus="yes">
            <source>%n sending(s) now</source>
            <translation>
                <numerusform>%n sending now</numerusform>
                <numerusform>%n sendings now</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sending(s) at {time}</source>
            <translation>
                <numerusform>%n sending at {time}</numerusform>
                <numerusform>%n sendings at {time}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n account(s)</source>
            <translation>
                <numerusform>%n account</numerusform>
                <numerusform>%n accounts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Confirm %n publication(s)</source>
            <translation>
                <numerusform>Confirm %n publication</numerusform>
                <numerusform>Confirm %n publications</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LastLookRow</name>
        <message numerus="yes">
            <source>Ready · %n character(s)</source>
            <translation>
                <numerusform>Ready · %n character</numerusform>
                <numerusform>Ready · %n characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Library</name>
        <message numerus="yes">
            <source>%n post(s)</source>
            <translation>
                <numerusform>%n post</numerusform>
                <numerusform>%n posts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LicenceDialog</name>
        <message numerus="yes">
            <source>%n article(s) copied in full</source>
            <translation>
                <numerusform>%n article copied in full</numerusform>
                <numerusform>%n articles copied in full</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LinesAnswer</name>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln post</numerusform>
                <numerusform>%Ln posts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{line}: {posts}, score {score} over %n publication(s)</source>
            <translation>
                <numerusform>{line}: {posts}, score {score} over %n publication</numerusform>
                <numerusform>{line}: {posts}, score {score} over %n publications</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{line}: {posts}; %n publication(s) with a score, too few to say more</source>
            <translation>
                <numerusform>{line}: {posts}; %n publication with a score, too few to say more</numerusform>
                <numerusform>{line}: {posts}; %n publications with a score, too few to say more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListDialog</name>
        <message numerus="yes">
            <source>This rule would leave out everything: all of the newest %n item(s).</source>
            <translation>
                <numerusform>This rule would leave out everything: all of the newest %n item.</numerusform>
                <numerusform>This rule would leave out everything: all of the newest %n items.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MailboxFields</name>
        <message numerus="yes">
            <source>%n folder(s) found: choose one.</source>
            <translation>
                <numerusform>%n folder found: choose one.</numerusform>
                <numerusform>%n folders found: choose one.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MediaDelegate</name>
        <message numerus="yes">
            <source>Cropped on %n network(s)</source>
            <translation>
                <numerusform>Cropped on %n network</numerusform>
                <numerusform>Cropped on %n networks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MediaStrip</name>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MorningRound</name>
        <message numerus="yes">
            <source>Everything is read: %n story(ies) decided</source>
            <translation>
                <numerusform>Everything is read: %n story(ies) decided</numerusform>
                <numerusform>Everything is read: %n story(ies) decided</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NotesAnswer</name>
        <message numerus="yes">
            <source>%n testimonial(s)</source>
            <translation>
                <numerusform>%n testimonial</numerusform>
                <numerusform>%n testimonials</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n word(s) of thanks</source>
            <translation>
                <numerusform>%n word of thanks</numerusform>
                <numerusform>%n words of thanks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fact(s)</source>
            <translation>
                <numerusform>%n fact</numerusform>
                <numerusform>%n facts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other note(s)</source>
            <translation>
                <numerusform>%n other note</numerusform>
                <numerusform>%n other notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OpmlDialog</name>
        <message numerus="yes">
            <source>%n feed(s) cannot be taken</source>
            <translation>
                <numerusform>%n feed cannot be taken</numerusform>
                <numerusform>%n feeds cannot be taken</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message numerus="yes">
            <source>%n live</source>
            <translation>
                <numerusform>%n live</numerusform>
                <numerusform>%n live</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n on its way</source>
            <translation>
                <numerusform>%n on its way</numerusform>
                <numerusform>%n on its way</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n planned</source>
            <translation>
                <numerusform>%n planned</numerusform>
                <numerusform>%n planned</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to paste</source>
            <translation>
                <numerusform>%n to paste</numerusform>
                <numerusform>%n to paste</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%n to check</numerusform>
                <numerusform>%n to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n failed</numerusform>
                <numerusform>%n failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) with alternative text</source>
            <translation>
                <numerusform>%n picture with alternative text</numerusform>
                <numerusform>%n pictures with alternative text</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>folder of %n picture(s) ready</source>
            <translation>
                <numerusform>folder of %n picture ready</numerusform>
                <numerusform>folder of %n pictures ready</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n look(s) at the account proved nothing.</source>
            <translation>
                <numerusform>%n look at the account proved nothing.</numerusform>
                <numerusform>%n looks at the account proved nothing.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message numerus="yes">
            <source>+ %n other(s), see the list</source>
            <translation>
                <numerusform>+ %n other, see the list</numerusform>
                <numerusform>+ %n others, see the list</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+ %n other(s)</source>
            <translation>
                <numerusform>+ %n other</numerusform>
                <numerusform>+ %n others</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PeerDeeds</name>
        <message numerus="yes">
            <source>%n account(s) could not be read.</source>
            <translation>
                <numerusform>%n account could not be read.</numerusform>
                <numerusform>%n accounts could not be read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n account(s) read</source>
            <translation>
                <numerusform>%n account read</numerusform>
                <numerusform>%n accounts read</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PeersAnswer</name>
        <message numerus="yes">
            <source>%n account(s) have no known figure and are not counted.</source>
            <translation>
                <numerusform>%n account have no known figure and are not counted.</numerusform>
                <numerusform>%n accounts have no known figure and are not counted.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PeriodBar</name>
        <message numerus="yes">
            <source>%n account(s)</source>
            <translation>
                <numerusform>%n account</numerusform>
                <numerusform>%n accounts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PicturesLine</name>
        <message numerus="yes">
            <source>Loading %n picture(s)…</source>
            <translation>
                <numerusform>Loading %n picture…</numerusform>
                <numerusform>Loading %n pictures…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) not loaded</source>
            <translation>
                <numerusform>%n picture not loaded</numerusform>
                <numerusform>%n pictures not loaded</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) did not come</source>
            <translation>
                <numerusform>%n picture did not come</numerusform>
                <numerusform>%n pictures did not come</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanCopies</name>
        <message numerus="yes">
            <source>%n item(s) copied: Ctrl+V puts them on another day.</source>
            <translation>
                <numerusform>%n item copied: Ctrl+V puts them on another day.</numerusform>
                <numerusform>%n items copied: Ctrl+V puts them on another day.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) copied</source>
            <translation>
                <numerusform>%n item copied</numerusform>
                <numerusform>%n items copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s) taken off the calendar</source>
            <translation>
                <numerusform>%n item taken off the calendar</numerusform>
                <numerusform>%n items taken off the calendar</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanDeeds</name>
        <message numerus="yes">
            <source>%n item(s) moved</source>
            <translation>
                <numerusform>%n item moved</numerusform>
                <numerusform>%n items moved</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanPreview</name>
        <message numerus="yes">
            <source>%n new: {titles}</source>
            <translation>
                <numerusform>%n new: {titles}</numerusform>
                <numerusform>%n new: {titles}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed: {titles}</source>
            <translation>
                <numerusform>%n changed: {titles}</numerusform>
                <numerusform>%n changed: {titles}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n the same as here</source>
            <translation>
                <numerusform>%n the same as here</numerusform>
                <numerusform>%n the same as here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanRhythm</name>
        <message numerus="yes">
            <source>%n post(s) found no free slot.</source>
            <translation>
                <numerusform>%n post found no free slot.</numerusform>
                <numerusform>%n posts found no free slot.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Sequence of %n post(s) made</source>
            <translation>
                <numerusform>Sequence of %n post made</numerusform>
                <numerusform>Sequence of %n posts made</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n post(s) of the sequence stayed where they were.</source>
            <translation>
                <numerusform>%n post of the sequence stayed where they were.</numerusform>
                <numerusform>%n posts of the sequence stayed where they were.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PressAnswer</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) kept for a review</source>
            <translation>
                <numerusform>%n article kept for a review</numerusform>
                <numerusform>%n articles kept for a review</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed on in a post</source>
            <translation>
                <numerusform>%n passed on in a post</numerusform>
                <numerusform>%n passed on in a post</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n press review(s) made in this period.</source>
            <translation>
                <numerusform>%n press review made in this period.</numerusform>
                <numerusform>%n press reviews made in this period.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n positive</source>
            <translation>
                <numerusform>%n positive</numerusform>
                <numerusform>%n positive</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n neutral</source>
            <translation>
                <numerusform>%n neutral</numerusform>
                <numerusform>%n neutral</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n negative</source>
            <translation>
                <numerusform>%n negative</numerusform>
                <numerusform>%n negative</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PressReview</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PreviewSide</name>
        <message numerus="yes">
            <source>The newest %n</source>
            <translation>
                <numerusform>The newest %n</numerusform>
                <numerusform>The newest %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Refusals</name>
        <message numerus="yes">
            <source>%n file(s) could not be added</source>
            <translation>
                <numerusform>%n file could not be added</numerusform>
                <numerusform>%n files could not be added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n other file(s)</source>
            <translation>
                <numerusform>and %n other file</numerusform>
                <numerusform>and %n other files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RemoveSourceDialog</name>
        <message numerus="yes">
            <source>%n of its stories was decided about: it stays, with drafts and reviews made of it.</source>
            <translation>
                <numerusform>%n of its stories was decided about: it stays, with drafts and reviews made of it.</numerusform>
                <numerusform>%n of its stories was decided about: it stays, with drafts and reviews made of it.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultDialog</name>
        <message numerus="yes">
            <source>Try the %n failed ones again</source>
            <translation>
                <numerusform>Try the %n failed ones again</numerusform>
                <numerusform>Try the %n failed ones again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Try the %n failed ones again, in {posts} posts</source>
            <translation>
                <numerusform>Try the %n failed ones again, in {posts} posts</numerusform>
                <numerusform>Try the %n failed ones again, in {posts} posts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RetentionRow</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RhythmDialog</name>
        <message numerus="yes">
            <source> day(s)</source>
            <translation>
                <numerusform> day</numerusform>
                <numerusform> days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SequenceDialog</name>
        <message numerus="yes">
            <source>%n step(s) in the past will be left out.</source>
            <translation>
                <numerusform>%n step in the past will be left out.</numerusform>
                <numerusform>%n steps in the past will be left out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourceChoice</name>
        <message numerus="yes">
            <source>%n source(s) checked</source>
            <translation>
                <numerusform>%n source checked</numerusform>
                <numerusform>%n sources checked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourceDeeds</name>
        <message numerus="yes">
            <source>%n source(s) watched</source>
            <translation>
                <numerusform>%n source watched</numerusform>
                <numerusform>%n sources watched</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourceDialog</name>
        <message numerus="yes">
            <source>%n source(s) found</source>
            <translation>
                <numerusform>%n source found</numerusform>
                <numerusform>%n sources found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Watch %n source(s)</source>
            <translation>
                <numerusform>Watch %n source</numerusform>
                <numerusform>Watch %n sources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourcesDeeds</name>
        <message numerus="yes">
            <source>%n mailbox(es) left out: the address names a person.</source>
            <translation>
                <numerusform>%n mailbox left out: the address names a person.</numerusform>
                <numerusform>%n mailboxes left out: the address names a person.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourcesDialog</name>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatDeeds</name>
        <message numerus="yes">
            <source>%n account(s) read</source>
            <translation>
                <numerusform>%n account read</numerusform>
                <numerusform>%n accounts read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{read}, %n not. The last answer of this page says why.</source>
            <translation>
                <numerusform>{read}, %n not. The last answer of this page says why.</numerusform>
                <numerusform>{read}, %n not. The last answer of this page says why.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n figure(s) that you typed yourself were left as they are.</source>
            <translation>
                <numerusform>%n figure that you typed yourself were left as they are.</numerusform>
                <numerusform>%n figures that you typed yourself were left as they are.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Statistics</name>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln post</numerusform>
                <numerusform>%Ln posts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more time(s)</source>
            <translation>
                <numerusform>%Ln more time</numerusform>
                <numerusform>%Ln more times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Thumbnail</name>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>Watch: %n alert(s)</source>
            <translation>
                <numerusform>Watch: %n alert</numerusform>
                <numerusform>Watch: %n alerts</numerusform>
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
                <numerusform>{name}: %n mention</numerusform>
                <numerusform>{name}: %n mentions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Uses</name>
        <message numerus="yes">
            <source>and %n other post(s)</source>
            <translation>
                <numerusform>and %n other post</numerusform>
                <numerusform>and %n other posts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VersionTabs</name>
        <message numerus="yes">
            <source>%n account(s)</source>
            <translation>
                <numerusform>%n account</numerusform>
                <numerusform>%n accounts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WarningsSection</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Watch</name>
        <message numerus="yes">
            <source>+ %n source(s)</source>
            <translation>
                <numerusform>+ %n source</numerusform>
                <numerusform>+ %n sources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WatchAlert</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{words}: %n time(s) within {window}</source>
            <translation>
                <numerusform>{words}: %n time within {window}</numerusform>
                <numerusform>{words}: %n times within {window}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{words}: a negative word within %n word(s)</source>
            <translation>
                <numerusform>{words}: a negative word within %n word</numerusform>
                <numerusform>{words}: a negative word within %n words</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WatchLooking</name>
        <message numerus="yes">
            <source>%n silent source(s)</source>
            <translation>
                <numerusform>%n silent source</numerusform>
                <numerusform>%n silent sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WatchOpml</name>
        <message numerus="yes">
            <source>%n new source(s): {names}</source>
            <translation>
                <numerusform>%n new source: {names}</numerusform>
                <numerusform>%n new sources: {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n already watched: they join their lists.</source>
            <translation>
                <numerusform>%n already watched: they join their lists.</numerusform>
                <numerusform>%n already watched: they join their lists.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new list(s): {names}</source>
            <translation>
                <numerusform>%n new list: {names}</numerusform>
                <numerusform>%n new lists: {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other entry(ies) are no feeds.</source>
            <translation>
                <numerusform>%n other entry(ies) are no feeds.</numerusform>
                <numerusform>%n other entry(ies) are no feeds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WatchSources</name>
        <message numerus="yes">
            <source>Every %n minute(s)</source>
            <translation>
                <numerusform>Every %n minute</numerusform>
                <numerusform>Every %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Every %n hour(s)</source>
            <translation>
                <numerusform>Every %n hour</numerusform>
                <numerusform>Every %n hours</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WatchUpkeep</name>
        <message numerus="yes">
            <source>Watch: {name}, %n mention(s)</source>
            <translation>
                <numerusform>Watch: {name}, %n mention</numerusform>
                <numerusform>Watch: {name}, %n mentions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WorkedAnswer</name>
        <message numerus="yes">
            <source>%Ln post(s)</source>
            <translation>
                <numerusform>%Ln post</numerusform>
                <numerusform>%Ln posts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more post(s) are not listed here.</source>
            <translation>
                <numerusform>%Ln more post are not listed here.</numerusform>
                <numerusform>%Ln more posts are not listed here.</numerusform>
            </translation>
        </message>
    </context>
</TS>
