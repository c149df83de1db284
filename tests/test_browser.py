"""The browser of the tests works: it opens a page of ours and notices what the content policy refuses."""


def test_a_page_opens_in_the_browser(page, phone):
    for device, width in ((page, 1280), (phone, 360)):
        answer = device.goto("/masuk/")
        assert answer.status == 200
        assert device.evaluate("document.documentElement.clientWidth") == width


def test_the_content_policy_is_in_force(page):
    page.goto("/masuk/")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.ran = 1";
        document.body.append(script);
    }""")
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in text for text in page.complaints)
    page.complaints.clear()


def test_axe_sees_a_picture_without_words(page, axe):
    page.goto("/masuk/")
    page.evaluate("document.body.append(document.createElement('img'))")
    assert any(line.startswith("image-alt") for line in axe(page))
