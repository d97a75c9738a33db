const says = document.getElementById("says");
const no = document.getElementById("no");
const remove = document.getElementById("remove");
const [code, others] = decodeURIComponent(location.hash.slice(1)).split("&");
if (others) {
  no.hidden = true;
  remove.hidden = false;
  says.textContent = "Whom somebody let in who acted for you still sees your diary.";
}
async function say(button, remove_let_in) {
  button.disabled = true;
  try {
    const answer = await fetch("v1/trustee/veto", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code, remove_let_in }),
    });
    if (answer.ok) {
      const { let_in } = await answer.json();
      no.hidden = true;
      remove.hidden = let_in === 0;
      if (let_in > 0) {
        says.textContent =
          `Nobody acts for you. ${let_in} whom they let in can still see your diary.`;
      } else if (remove_let_in) {
        says.textContent = "Nobody acts for you, and whom they let in is removed. You can close this page.";
      } else {
        says.textContent = "Nobody acts for you. You can close this page.";
      }
    } else if (answer.status === 404) {
      no.hidden = true;
      remove.hidden = true;
      says.textContent = "This link is not good any more. Look into the app to see who acts for you.";
    } else {
      throw new Error(String(answer.status));
    }
  } catch {
    button.disabled = false;
    says.textContent = "That did not work. Please try again.";
  }
}
no.addEventListener("click", () => say(no, false));
remove.addEventListener("click", () => say(remove, true));
