"""The products for live chats that are known, and the signs by which."""

from __future__ import annotations

import re
from typing import NamedTuple

from parcours.facts.offers import folded


class Vendor(NamedTuple):
    """One product.

    `hosts` are registrable suffixes, with a piece of the path where the host serves other things too; `*` stands
    for anything. `globals` are names in the page's window; one that others use as well has `~` before it, and
    counts only beside another sign. `marks` are `#id`, `.class` or a tag, with `~` likewise. `attested` counts
    the kinds of sources that the signs are known from: signature collections, lists of third parties, the
    vendor's own snippets. `dead` is the day since when it answers nobody.
    """

    name: str
    hosts: tuple[str, ...]
    globals: tuple[str, ...]
    marks: tuple[str, ...]
    attested: int
    dead: str = ""

    @property
    def slug(self) -> str:
        """The name, as it stands in a finding's identity."""
        return re.sub(r"[^a-z0-9]+", "-", folded(self.name)).strip("-")


def _vendor(name: str, hosts: str, globals: str, marks: str, attested: int, dead: str = "") -> Vendor:
    return Vendor(name, tuple(hosts.split()), tuple(globals.split()), tuple(marks.split()), attested, dead)


FACEBOOK = "Facebook Chat Plugin"

CATALOGUE: tuple[Vendor, ...] = tuple(_vendor(*row) for row in (
    ("Intercom", "widget.intercom.io js.intercomcdn.com static.intercomcdn.com/intercom.v1",
     "Intercom intercomSettings", "#intercom-container #intercom-frame .intercom-lightweight-app", 3),
    ("Zendesk", "static.zdassets.com/ekr/snippet.js zendesk.com/embeddable ekr.zdassets.com", "~zE zESettings",
     "#ze-snippet", 3),
    ("Zendesk Chat (Zopim)", "v2.zopim.com zopim.io", "$zopim", ".zopim", 3),
    ("Sunshine Conversations", "cdn.smooch.io", "Smooch", "#web-messenger-container", 1),
    ("LiveChat", "cdn.livechatinc.com livechat.com livechat-static.com", "LiveChatWidget LC_API ~__lc",
     "~#chat-widget-container", 3),
    ("LivePerson", "lptag.liveperson.net lpsnmedia.net", "lpTag", ".LPMcontainer", 3),
    ("Tawk.to", "embed.tawk.to", "Tawk_API Tawk_LoadStart", "", 3),
    ("Drift", "js.driftt.com", "~drift driftt", "#drift-widget-container #drift-frame-controller #drift-widget", 3),
    ("Crisp", "client.crisp.chat", "$crisp CRISP_WEBSITE_ID", ".crisp-client #crisp-chatbox", 3),
    # js.hs-scripts.com alone is HubSpot's tracker.
    ("HubSpot", "js.usemessages.com", "HubSpotConversations", "#hubspot-messages-iframe-container", 2),
    ("Freshchat", "wchat.freshchat.com freshworksapi.com", "fcWidget Freshbots", "#fc_frame", 3),
    ("Salesforce Embedded Service", "service.force.com/embeddedservice salesforceliveagent.com", "embedded_svc",
     ".embeddedServiceHelpButton", 3),
    ("Salesforce In-App and Web", "my.site.com/ESW*/assets/js/bootstrap.min.js my.salesforce-scrt.com",
     "embeddedservice_bootstrap", "#embedded-messaging", 1),
    ("Genesys Cloud", "apps.mypurecloud.* apps.*.pure.cloud",
     "~Genesys PURECLOUD_WEBCHAT_FRAME_CONFIG", ".cx-widget", 2),
    ("Microsoft Omnichannel", "oc-cdn-*.azureedge.net/livechatwidget ocprodpublic*.blob.core.windows.net", "~Microsoft",
     "#Microsoft_Omnichannel_LCWidget #Microsoft_Omnichannel_LCWidget_Chat_Iframe_Window", 1),
    ("Amazon Connect", "my.connect.aws/connectwidget *.cloudfront.net/*amazon-connect-chat-interface-client.js",
     "amazon_connect", "", 1),
    ("Google Dialogflow", "gstatic.com/dialogflow-console", "", "df-messenger", 1),
    ("Zoho SalesIQ", "salesiq.zoho.*/widget salesiq.zohopublic.*", "~$zoho", "#zsiqscript #zsiqwidget", 1),
    ("Sprinklr", "prod*-live-chat.sprinklr.com", "sprChat sprChatSettings", "#spr-chat-trigger", 1),
    ("iAdvize", "iadvize.com", "iAdvizeInterface", "", 3),
    ("Brevo Conversations", "conversations-widget.brevo.com conversations-widget.sendinblue.com",
     "BrevoConversations", "", 1),
    ("Userlike", "userlike-cdn-widgets.s3-eu-west-1.amazonaws.com api.userlike.com", "userlike userlikeInit", "", 2),
    ("Gorgias", "config.gorgias.chat client.gorgias.chat", "gorgiasChat GorgiasChat", "#gorgias-chat-container", 2),
    ("Help Scout Beacon", "beacon-v2.helpscout.net djtflbt20bdde.cloudfront.net", "~Beacon", "#beacon-container", 3),
    ("Tidio", "code.tidio.co tidiochat.com", "tidioChatApi", "#tidio-chat", 3),
    ("JivoChat", "code.jivosite.com code.jivo.chat", "jivo_api", "", 3),
    ("Smartsupp", "www.smartsuppchat.com smartsuppcdn.com", "smartsupp $smartsupp", "~#chat-application", 3),
    ("Olark", "static.olark.com", "olark", "#olark-box", 3),
    # Often on the company's own host, and under another name: its marks stay.
    ("Chatwoot", "*/packs/js/sdk.js", "$chatwoot chatwootSDK", ".woot-widget-holder", 3),
    ("Rocket.Chat", "*/livechat/rocketchat-livechat*.js", "RocketChat", "", 1),
    ("Ada", "ada.support", "adaEmbed adaSettings", "#ada-button-frame", 3),
    ("Kommunicate", "widget.kommunicate.io", "kommunicate", "#kommunicate-widget-iframe", 1),
    ("Gladly", "cdn.gladly.com", "Gladly", "", 2),
    ("Kustomer", "cdn.kustomerapp.com", "Kustomer", "", 1),
    ("Re:amaze", "cdn.reamaze.com", "reamaze", "", 2),
    ("Comm100", "comm100.com", "Comm100API", "", 2),
    ("Chaport", "chaport.com", "chaport", "", 1),
    ("Chatra", "call.chatra.io", "ChatraID", "", 1),
    ("Pure Chat", "app.purechat.com", "purechatApi", "", 2),
    ("SnapEngage", "snapengage.com", "SnapEngage", "", 2),
    ("Provide Support", "providesupport.com", "", "", 2),
    ("BoldChat", "vmss.boldchat.com", "", "", 2),
    ("MyLiveChat", "mylivechat.com", "MyLiveChat", "", 1),
    ("LiveAgent", "", "LiveAgent", "", 1),
    ("HappyFox Chat", "happyfoxchat.com", "HappyFoxChatObject", "", 1),
    ("Front", "chat-assets.frontapp.com", "FrontChat", "", 1),
    ("Podium", "podium.com", "PodiumWebChat", "", 1),
    ("Qualified", "qualified.com", "~qualified", "", 1),
    ("Landbot", "landbot.io", "initLandbot", "", 1),
    ("ManyChat", "widget.manychat.com", "~mcwidget", "", 1),
    ("Acquire", "acquire.io", "~acquire", "", 1),
    ("Callbell", "callbell.eu", "Callbell", "", 1),
    ("Oct8ne", "oct8ne.com", "oct8neApi Oct8ne", "", 1),
    ("Trengo", "widget.trengo.eu", "Trengo", "", 1),
    ("Haptik", "haptikapi.com", "haptik", "", 1),
    ("yellow.ai", "cdn.yellowmessenger.com", "ymConfig", "", 1),
    ("Channel.io", "", "ChannelIO", "", 1),
    ("Tiledesk", "tiledesk.com", "Tiledesk", "", 1),
    ("Yandex", "chat.s3.yandex.net/widget.js", "yandexChatWidget", "", 1),
    ("Wix Answers", "wixanswers.com", "", "", 1),
    ("Shopify Inbox", "", "", "#shopify-chat", 1),
    ("Botpress", "cdn.botpress.cloud/webchat", "botpressWebChat", "", 1),
    ("Voiceflow", "cdn.voiceflow.com/widget", "~voiceflow", "", 1),
    ("Chatbase", "www.chatbase.co/embed.min.js", "embeddedChatbotConfig", "", 1),
    ("IBM watsonx Assistant", "web-chat.global.assistant.watson.appdomain.cloud", "watsonAssistantChatOptions",
     "#WACContainer", 1),
    ("Microsoft Bot Framework", "cdn.botframework.com/botframework-webchat", "~WebChat", "", 1),
    ("Nuance", "inq.com touchcommerce.com", "", "", 1),
    ("[24]7", "247-inc.net 247inc.net", "", "", 1),
    ("Vergic", "vergic.com psplugin.com", "", "", 1),
    ("WhosOn", "whoson.com", "", "", 1),
    ("Click4Assistance", "click4assistance.co.uk", "", "", 1),
    ("LiveHelpNow", "livehelpnow.net", "", "", 1),
    ("Vivocha", "vivocha.com", "", "", 1),
    ("Inbenta", "inbenta.com", "", "", 1),
    ("Nanorep", "nanorep.com", "", "", 1),
    ("Oracle RightNow", "rightnowtech.com rnengage.com", "", "", 1),
    ("Gnatta", "gnatta.com", "", "", 1),
    ("HERO", "usehero.com", "", "", 1),
    ("Vee24", "vee24.com", "", "", 1),
    ("ContactAtOnce", "contactatonce.com", "", "", 1),
    ("WhatsApp button", "getbutton.io widgetwhats.com static.suiteshare.com", "wwwa_loaded", ".wptwa-container", 1),
    ("Apple Messages for Business", "*/apple_business_chat_commerce/*apple_message_button_v*.js",
     "appleBusinessChat", "", 2),
    (FACEBOOK, "connect.facebook.net/*xfbml.customerchat.js facebook.com/*plugins/customerchat",
     "facebookChatSettings", ".fb-customerchat", 2, "2024-05-09"),
))  # fmt: skip
