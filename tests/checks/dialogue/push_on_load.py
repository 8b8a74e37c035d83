from parcours.testing import fails, silent

PHONE = '<meta name="viewport" content="width=device-width">'
HERE = {"device": "android"}
PUSH = "<script>PushManager.prototype.subscribe.call(null, {userVisibleOnly: true}).catch(() => {})</script>"

EXAMPLES = (
    silent("a page that asks for nothing", f"{PHONE}<p>hello</p>", **HERE),
    silent("a button that would ask", f'{PHONE}<button onclick="Notification.requestPermission()">Yes</button>', **HERE),
    silent("a page that only looks whether it may", f"{PHONE}<script>document.title = Notification.permission</script>", **HERE),
    silent("a page's own question, with buttons of its own", f"{PHONE}<div role=dialog>Notifications? <button>Yes</button></div>", **HERE),
    silent("a page that asks where the customer is", f"{PHONE}<script>navigator.geolocation.getCurrentPosition(() => {{}})</script>", **HERE),
    silent("an iPhone's page cannot ask", f"{PHONE}<script>Notification.requestPermission()</script>"),
    fails("asked at once", f"{PHONE}<script>Notification.requestPermission()</script>", {"notification"}, **HERE),
    fails("asked when all has come", f"{PHONE}<script>addEventListener('load', () => Notification.requestPermission())</script>", {"notification"}, **HERE),
    fails(
        "asked of whoever was never asked before",
        f"{PHONE}<script>if (Notification.permission === 'default') Notification.requestPermission()</script>",
        {"notification"},
        **HERE,
    ),
    fails("subscribed at once", PHONE + PUSH, {"push"}, **HERE),
    fails("both", f"{PHONE}<script>Notification.requestPermission()</script>{PUSH}", {"notification", "push"}, **HERE),
)  # fmt: skip
