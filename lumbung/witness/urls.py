"""One line for each page; all stand under the cooperative's address."""

app_name = "witness"
urlpatterns = []
