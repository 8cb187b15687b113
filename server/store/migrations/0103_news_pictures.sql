-- Pictures of news, as they were made from what was sent: two sizes, nothing of the camera's notes (server/service/picture.h).
CREATE TABLE news_pictures (
  id TEXT NOT NULL PRIMARY KEY,
  news_id INTEGER NOT NULL REFERENCES news (id),
  number INTEGER NOT NULL,
  alt TEXT NOT NULL,
  caption TEXT,
  mime TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  small_width INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX news_pictures_in_order ON news_pictures (news_id, number);

-- size: 0 the small one, 1 the large one.
CREATE TABLE news_picture_bytes (
  picture_id TEXT NOT NULL REFERENCES news_pictures (id) ON DELETE CASCADE,
  size INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (picture_id, size)
) STRICT;
