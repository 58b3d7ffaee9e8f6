namespace JointWatch.Contract.Cbor
{
    /// <summary>
    /// UTF-8 (RFC 3629) between characters and bytes, strict both ways: the boards' mscorlib has no encoder. Characters come in arrays, because
    /// a string's indexer gives the first half of a surrogate pair twice on a board.
    /// </summary>
    public static class Utf8
    {
        /// <summary>How many bytes the characters take; -1 where they hold half of a surrogate pair.</summary>
        public static int ByteCount(char[] text)
        {
            int count = 0;
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                if (c < 0x80)
                {
                    count++;
                }
                else if (c < 0x800)
                {
                    count += 2;
                }
                else if (c < 0xD800 || c > 0xDFFF)
                {
                    count += 3;
                }
                else if (c < 0xDC00 && i + 1 < text.Length && text[i + 1] >= 0xDC00 && text[i + 1] <= 0xDFFF)
                {
                    count += 4;
                    i++;
                }
                else
                {
                    return -1;
                }
            }

            return count;
        }

        /// <summary>Writes characters for which <see cref="ByteCount"/> gave a number and there is room; returns where it ends.</summary>
        public static int Write(char[] text, byte[] buffer, int position)
        {
            for (int i = 0; i < text.Length; i++)
            {
                int code = text[i];
                if (code < 0x80)
                {
                    buffer[position++] = (byte)code;
                    continue;
                }

                if (code < 0x800)
                {
                    buffer[position++] = (byte)(0xC0 | (code >> 6));
                    buffer[position++] = (byte)(0x80 | (code & 0x3F));
                    continue;
                }

                if (code >= 0xD800 && code <= 0xDFFF)
                {
                    i++;
                    code = 0x10000 + ((code - 0xD800) << 10) + (text[i] - 0xDC00);
                    buffer[position++] = (byte)(0xF0 | (code >> 18));
                    buffer[position++] = (byte)(0x80 | ((code >> 12) & 0x3F));
                }
                else
                {
                    buffer[position++] = (byte)(0xE0 | (code >> 12));
                }

                buffer[position++] = (byte)(0x80 | ((code >> 6) & 0x3F));
                buffer[position++] = (byte)(0x80 | (code & 0x3F));
            }

            return position;
        }

        /// <summary>
        /// Decodes bytes into <paramref name="text"/> from <paramref name="position"/> on, which must have an element for each byte;
        /// returns where it ends, -1 where the bytes are no UTF-8 (over-long, cut, a surrogate, above U+10FFFF).
        /// </summary>
        public static int Read(byte[] buffer, int offset, int count, char[] text, int position)
        {
            int end = offset + count;
            while (offset < end)
            {
                int first = buffer[offset++];
                if (first < 0x80)
                {
                    text[position++] = (char)first;
                    continue;
                }

                int more = first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0;
                if (more == 0 || more > end - offset)
                {
                    return -1;
                }

                int code = first & (0x3F >> more);
                for (int i = 0; i < more; i++)
                {
                    int next = buffer[offset++];
                    if ((next & 0xC0) != 0x80)
                    {
                        return -1;
                    }

                    code = (code << 6) | (next & 0x3F);
                }

                if ((more == 2 && (code < 0x800 || (code >= 0xD800 && code <= 0xDFFF))) || (more == 3 && (code < 0x10000 || code > 0x10FFFF)))
                {
                    return -1;
                }

                if (code < 0x10000)
                {
                    text[position++] = (char)code;
                }
                else
                {
                    text[position++] = (char)(0xD800 + ((code - 0x10000) >> 10));
                    text[position++] = (char)(0xDC00 + ((code - 0x10000) & 0x3FF));
                }
            }

            return position;
        }
    }
}
