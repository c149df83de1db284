// What this device remembers, where it lets a page remember: lists of keys, and the language.

const POLICIES = "lumbung.periksa.policies";
const LANGUAGE = "lumbung.periksa.language";

function read(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Whether it was kept. */
function write(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export const keptPolicies = () => [read(POLICIES, [])].flat().filter((text) => typeof text === "string");
export const keepPolicies = (texts) => write(POLICIES, texts);
export const keptLanguage = () => (read(LANGUAGE, "") === "en" ? "en" : "id");
export const keepLanguage = (language) => write(LANGUAGE, language);
