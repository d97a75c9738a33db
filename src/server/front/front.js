// What a link in a mail brings stands behind the `#`: its kind, and its code.
const LINKS = {
  "sign-up": {
    says: "One touch, and your address is confirmed.",
    button: "Confirm my address",
    to: "v1/accounts/confirm",
    done: "Your account is there. You can sign in now, in the app.",
  },
  "password-reset": {
    says: "Choose a new password. All devices are signed out then.",
    button: "Take this password",
    to: "v1/account/password-reset/confirm",
    password: "new_password",
    done: "Your password is changed. You can sign in with it now, in the app.",
  },
  activation: {
    says: "An account was made for you. Choose its password.",
    button: "Take this password",
    to: "v1/accounts/activate",
    password: "password",
    done: "Your account is there. Sign in in the app, and have your phone at hand: you are asked for a second factor.",
  },
  invitation: {
    says: "You are invited to a diary. Open the app, sign in with the address that the mail went to, and enter "
      + "this code. It works once, for seven days.",
  },
};
const part = (name) => document.getElementById(name);
const [kind, code] = decodeURIComponent(location.hash.slice(1)).split("=");
const link = Object.hasOwn(LINKS, kind) && code ? LINKS[kind] : null;

if (link) {
  part("people").hidden = true;
  part("says").textContent = link.says;
  part("code").textContent = code;
  part("kept").hidden = Boolean(link.to);
  part("form").hidden = !link.to;
  part("address").hidden = part("secret").hidden = !link.password;
  part("do").textContent = link.button;
}
part("show").addEventListener("change", (event) => {
  part("password").type = event.target.checked ? "text" : "password";
});
part("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = { code };
  if (link.password) {
    body.email = part("email").value;
    body[link.password] = part("password").value;
  }
  part("do").disabled = true;
  part("says").textContent = await send(body);
  part("do").disabled = false;
});

async function send(body) {
  try {
    const answer = await fetch(link.to, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) {
      part("form").hidden = true;
      return link.done;
    }
    const problem = await answer.json();
    if (problem.code === "code_not_valid") {
      return "This link is not good any more, or belongs to another address. Ask for a new one in the app.";
    }
    const faults = (problem.errors ?? []).map((fault) => fault.detail);
    return faults.join(" ") || problem.detail || problem.title;
  } catch {
    return "That did not work. Please try again in a moment.";
  }
}
