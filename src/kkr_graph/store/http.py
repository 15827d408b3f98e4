"""How a server is reached: as whom, without following it elsewhere, and with nothing left open."""

import urllib.request
from email.message import Message
from typing import IO, Any

from kkr_graph.store.credentials import Credentials


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """What is asked and sent goes to the server that was named, or nowhere."""

    def redirect_request(self, *_: object) -> None:
        return None


class _Closing(urllib.request.BaseHandler):
    """Closes the first answer once it was answered with a password; the library leaves it open."""

    def http_error_401(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message
    ) -> Any:  # noqa: ANN401 - as the library's
        try:
            answer = super().http_error_401(req, fp, code, msg, headers)  # type: ignore[misc]
        except BaseException:  # the password is wrong, or the server went away
            fp.close()
            raise
        if answer is not None:
            fp.close()
        return answer


class _Digest(_Closing, urllib.request.HTTPDigestAuthHandler):
    """Answers a server's challenge from then on unasked: else all is sent twice, once in vain."""

    _challenge = ""

    def retry_http_digest_auth(self, req: urllib.request.Request, auth: str) -> Any:  # noqa: ANN401 - as the library's
        self._challenge = auth.partition(" ")[2]
        return super().retry_http_digest_auth(req, auth)

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        if self._challenge and not req.has_header(self.auth_header):
            told = urllib.request.parse_http_list(self._challenge)
            answer = self.get_authorization(req, urllib.request.parse_keqv_list(told))
            if answer:
                req.add_unredirected_header(self.auth_header, f"Digest {answer}")
        return req

    https_request = http_request


class _Basic(_Closing, urllib.request.HTTPBasicAuthHandler):
    def http_error_auth_reqed(self, *challenge: Any) -> Any:  # noqa: ANN401 - as the library's
        """Leave a challenge of another kind to others; the library raises ``ValueError``."""
        try:
            return super().http_error_auth_reqed(*challenge)
        except ValueError:
            return None


def opener_for(address: str, credentials: Credentials) -> urllib.request.OpenerDirector:
    """What opens the address: a password is given where the server asks for one."""
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    if credentials.user:
        passwords.add_password(None, address, credentials.user, credentials.password)
    opener = urllib.request.build_opener(_NoRedirects, _Digest(passwords), _Basic(passwords))
    if credentials.token:
        opener.addheaders.append(("Authorization", f"Bearer {credentials.token}"))
    return opener
