"""A delivery also keeps what the network called its trouble."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; no table is rebuilt, so nothing that hangs on a delivery is touched."""
    op.add_column("deliveries", sa.Column("code", sa.Text(), nullable=False, server_default=""))
