// Passkeys: a form is shown where the browser knows them; it asks the device first and is sent with its answer.

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
const text = buffer => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withKeys = list => list?.map(one => ({ ...one, id: bytes(one.id) }));

// The answer as the server reads it: every part in base64url.
function written(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].filter(name => response[name]).map(name => [name, text(response[name])]);
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...Object.fromEntries(parts), transports: response.getTransports?.() },
  });
}

async function ask(form) {
  const token = form.elements.namedItem("__RequestVerificationToken").value;
  const answer = await fetch(form.dataset.options, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams({ __RequestVerificationToken: token }) });
  if (!answer.ok) throw new Error(String(answer.status));
  const options = await answer.json();
  const publicKey = { ...options, challenge: bytes(options.challenge) };
  if (form.dataset.passkey === "get") return navigator.credentials.get({ publicKey: { ...publicKey, allowCredentials: withKeys(options.allowCredentials) } });
  return navigator.credentials.create({ publicKey: { ...publicKey, user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: withKeys(options.excludeCredentials) } });
}

if (window.PublicKeyCredential && navigator.credentials) {
  document.querySelectorAll("form[data-passkey]").forEach(form => {
    const said = form.querySelector("[role=status]");
    form.hidden = false;
    form.addEventListener("submit", async event => {
      event.preventDefault();
      said.textContent = "";
      try {
        form.elements.namedItem("Credential").value = written(await ask(form));
        // What is kept in the form beside it goes along.
        document.querySelector("form[data-guard]")?.dispatchEvent(new Event("submit"));
        form.submit();
      } catch {
        // Who has changed their mind, or has no passkey here, may try again.
        said.textContent = form.dataset.failed;
      }
    });
  });
}
