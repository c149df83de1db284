// A passkey is made, or signs a challenge; what comes of it goes into the form's own field, and the form is sent.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const ids = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

const form = document.querySelector("[data-passkey]");
const failed = form.querySelector("[data-passkey-failed]");
const { publicKey } = JSON.parse(form.dataset.options);

async function create() {
  const made = await navigator.credentials.create({ publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), user: { ...publicKey.user, id: bytes(publicKey.user.id) }, excludeCredentials: ids(publicKey.excludeCredentials) } });
  const { clientDataJSON, attestationObject } = made.response;
  return said(made, { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject), transports: made.response.getTransports?.() ?? [] });
}
async function get() {
  const shown = await navigator.credentials.get({ publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials: ids(publicKey.allowCredentials) } });
  const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response;
  return said(shown, { clientDataJSON: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature), userHandle: text(userHandle) });
}
const said = (one, response) => JSON.stringify({ id: one.id, rawId: text(one.rawId), type: one.type, response, clientExtensionResults: {} });

async function go(event) {
  event.preventDefault();
  failed.hidden = true;
  try {
    form.elements.credential.value = await (form.dataset.passkey === "create" ? create() : get());
    form.submit();
  } catch { failed.hidden = false; }
}
if (form.dataset.passkey === "create") form.addEventListener("submit", go);
const button = form.querySelector("[data-passkey-go]");
if (button && globalThis.PublicKeyCredential) { button.hidden = false; button.addEventListener("click", go); }
