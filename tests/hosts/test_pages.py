"""What browsers make of a site on a real server, with the types and the policy that it sends."""

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.engines import Engine
from tests.browser.hosts import Hosted
from tests.browser.test_files import check_every_page
from tests.browser.watch import Watch
from tests.hosts.conftest import Online
from tests.hosts.servers import Server


@pytest.mark.long
@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("online", [Server.NGINX], ids=str, indirect=True)
def test_every_page_opens_with_its_styles_and_without_a_complaint(
    online: Online, context: BrowserContext, watch: Watch
) -> None:
    watch.allow(online.base)
    check_every_page(context.new_page(), Hosted(online.site, online.base))
