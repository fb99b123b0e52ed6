// Passkeys: a form with data-passkey asks the device, puts its answer into the field "answer", and is sent.
// The question is in the page (data-question), or is asked for when somebody wants to sign in (data-ask).
(() => {
  "use strict";
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };
  const text = (buffer) => {
    const plain = String.fromCharCode(...new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };
  const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const create = async (asked) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: named(asked.excludeCredentials),
      },
    });
    return told(made, { attestationObject: text(made.response.attestationObject) });
  };

  const get = async (asked) => {
    const found = await navigator.credentials.get({
      publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: named(asked.allowCredentials) },
    });
    const { authenticatorData, signature, userHandle } = found.response;
    const handle = userHandle ? { userHandle: text(userHandle) } : {};
    return told(found, { authenticatorData: text(authenticatorData), signature: text(signature), ...handle });
  };

  const told = (credential, response) => JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: { ...response, clientDataJSON: text(credential.response.clientDataJSON) },
  });

  const question = async (form) => {
    if (form.dataset.question) return JSON.parse(form.dataset.question);
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    const answer = await fetch(form.dataset.ask, {
      method: "POST",
      headers: { "X-CSRFToken": token },
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json();
  };

  document.querySelectorAll("[data-without-passkeys]").forEach((words) => { words.hidden = true; });
  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const fault = form.querySelector("[role=alert]");
      fault.hidden = true;
      try {
        const asked = await question(form);
        form.elements.answer.value = await (form.dataset.passkey === "create" ? create(asked) : get(asked));
      } catch {
        // Whatever it was (called off, too slow, none there), the member can try again or take another way.
        fault.hidden = false;
        return;
      }
      form.submit();
    });
  });
})();
