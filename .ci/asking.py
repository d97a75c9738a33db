"""How the checks ask a server, as the invented people of the demo. Imported by those that are written in Python."""
import base64, hmac, json, struct, time, urllib.error, urllib.request


class Server:
    def __init__(self, base):
        self.base = base

    def try_ask(self, path, token=None, body=None, method=None, headers=()):
        """Status, media type and bytes of the answer."""
        headers = {"Content-Type": "application/json"} | dict(headers)
        if token:
            headers["Authorization"] = f"Bearer {token}"
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(self.base + path, data, headers, method=method)) as answer:
                return answer.status, answer.headers.get_content_type(), answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.headers.get_content_type(), refused.read()

    def ask(self, path, token=None, body=None, method=None, headers=()):
        """The bytes of the answer, which is no refusal."""
        status, _, text = self.try_ask(path, token, body, method, headers)
        if status >= 400:
            raise SystemExit(f"{path}: {text.decode()}")
        return text

    def read(self, path, token=None, body=None, method=None):
        """The same, as JSON."""
        return json.loads(self.ask(path, token, body, method))

    def items(self, path, token):
        """What is on every page of a list."""
        found, cursor = [], ""
        while cursor is not None:
            page = self.read(f"{path}?limit=100{cursor and '&cursor=' + cursor}", token)
            found += page["items"]
            cursor = page["next"]
        return found

    def sign_in(self, person):
        """The session of one of the demo's people, after the second step of who has one."""
        session = self.read("/v1/sessions", body={"email": person["email"], "password": person["password"]})
        if "mfa_token" in session:
            session = self.read("/v1/sessions/mfa", body={"mfa_token": session["mfa_token"], "code": code(person["secret"])})
        return session


def code(secret):
    """What an authenticator app shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    number = struct.unpack(">I", digest[digest[-1] & 15 :][:4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
