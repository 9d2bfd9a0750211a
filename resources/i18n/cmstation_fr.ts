<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>Commands</name>
    <message>
        <source>Taken back: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second time, after the clocks go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first time, before the clocks go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{figure} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>{account}: {length} of {limit} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{account}: %n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No account is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: there is nothing to publish yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{account}: %n character(s) too many</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{account}: a title is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{account}: title too long by %n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{account}: too many hashtags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: too many people mentioned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: too many links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: a character that the network refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {picture}: describe the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture is described</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{account}, picture {picture}: %n character(s) too many</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{account}: {pictures} pictures, {limit} at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: a picture is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {name} is no longer on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link is not a web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link does not begin with https</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{account}: first comment too long by %n character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{account}: leaves without its first comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: same text less than a day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to be filled in: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The planned hour has passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account}: another post leaves at that hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostState</name>
    <message>
        <source>Idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Another try follows by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The post may be live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside CM Station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report was written on this computer and sent nowhere; Help shows where it lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the account, then say whether it is there. Nothing is sent again without you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it happens again, the diary under Help says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no longer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window shows what there is now; choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has left for a network can no longer be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate the post to write a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post was saved elsewhere meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again to see the newer text, then add what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newer text was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post cannot leave yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks beside the post say what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post is already on its way to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its result to follow it or to cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This publication has moved on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window shows where it is now; choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content changed after it was made ready to leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is sent: cancel this publication, then publish again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too late to cancel: the post is leaving or has left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its result will show in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This hour does not exist on that day: the clocks go forward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {next_wall} or another hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the address of a post.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the whole address from the browser, beginning with https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network did not show the post at its hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network had accepted to keep it until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault of CM Station stopped this publication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the account before you try again; a report was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: this was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the window open, make room on the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CM Station writes into {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CM Station may not write into its folder: this was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the window open, check the rights of the folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that holds your posts is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the newest daily copy from the “backups” folder in its place, or ask for help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left as it is: {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder was last used by a newer CM Station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest release to open it; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared database does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the line, or ask the person who looks after the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It should be at {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CM Station is already open on this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the window that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer’s clock is earlier than it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the date and the time right, so that posts leave at their hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer offers no safe place for passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in for this session only: the password is forgotten when CM Station closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CM Station never keeps a password in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer’s password store is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer’s password store refused access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow CM Station to use it and try again, or sign in for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network did not accept this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own words are in the journal of this publication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the line, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is off line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the cable or the Wi-Fi, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network asks you to sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again under Accounts, then send once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password or the permission is missing or no longer accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network asks for a second proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an app password in the network’s settings and sign in with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual password is not enough for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in was not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the sign-in again when you are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person who runs the account for the right to publish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network asks to wait a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a quarter of an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It received too much in a short time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network wants a payment before it takes more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle it on the network’s own site, or publish by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network refuses this content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the text or the pictures, then send once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network says that it has this post already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has blocked this account or this action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in on the network’s own site to see why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is still working on the pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at this address is not the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the address in a browser to see what answers, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Wi-Fi sign-in page or a filter may stand in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is not secure, so nothing was sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it with https in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this kind answers at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address under Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again as JPEG or PNG, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it once more from where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy or a download was probably interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is still there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too heavy: {size}, and {limit} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a lighter copy of the picture, then add that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is too large: {width} × {height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a smaller copy of the picture, then add that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a picture, whatever its name says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a JPEG, PNG, GIF or WebP file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CM Station cannot read this kind of picture: {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as JPEG or PNG, then add that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of this picture is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is damaged inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in a picture program, save it again, then add that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be made light enough: {limit} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop it, or choose a simpler one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network takes no kind of picture that CM Station can make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish without the picture, or by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post that has not left yet shows this picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off that post first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server has this name: a letter may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is there but takes no calls at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way leads to this server at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not pick up in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server picked up, then said nothing for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line was cut in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s certificate is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure line could be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network does not let the call through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was longer than any real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sends from one address to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server points to another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has moved to another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The permission was not given in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered in the browser in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password is kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No permission is kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
