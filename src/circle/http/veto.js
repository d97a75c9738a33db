const says = document.getElementById("says");
const words = document.querySelector("main").dataset;
const no = document.getElementById("no");
const remove = document.getElementById("remove");
const [code, others] = decodeURIComponent(location.hash.slice(1)).split("&");
if (others) {
  no.hidden = true;
  remove.hidden = false;
  says.textContent = words.others;
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
        says.textContent = words.left.replace("{ $count }", let_in);
      } else if (remove_let_in) {
        says.textContent = words.removed;
      } else {
        says.textContent = words.done;
      }
    } else if (answer.status === 404) {
      no.hidden = true;
      remove.hidden = true;
      says.textContent = words.gone;
    } else {
      throw new Error(String(answer.status));
    }
  } catch {
    button.disabled = false;
    says.textContent = words.failed;
  }
}
no.addEventListener("click", () => say(no, false));
remove.addEventListener("click", () => say(remove, true));
