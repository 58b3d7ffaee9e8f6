using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JointWatch.Contract;
using Microsoft.Data.Sqlite;

namespace JointWatch.Station.Journal;

/// <summary>The raw data in a journal, which are the reports of nodes: what binds to a stretch of them, and how they are removed.</summary>
internal static class RawData
{
    private const string ReportEnding = "/" + Topics.Report;

    public static bool Is(JournalEntry entry) => entry.Kind is EntryKind.Message or EntryKind.Sealed && entry.Topic.EndsWith(ReportEnding, StringComparison.Ordinal);

    /// <summary>
    /// Adds an entry to a SHA-256 as it lies in the journal: number, time of receipt in microseconds and kind (8 bytes each, big-endian), then topic in UTF-8 and payload, each
    /// behind its length (4 bytes).
    /// </summary>
    public static void Add(IncrementalHash hash, JournalEntry entry)
    {
        Span<byte> numbers = stackalloc byte[3 * sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(numbers, entry.Number);
        BinaryPrimitives.WriteInt64BigEndian(numbers[sizeof(long)..], entry.ReceivedAt.Value);
        BinaryPrimitives.WriteInt64BigEndian(numbers[(2 * sizeof(long))..], (long)entry.Kind);
        hash.AppendData(numbers);
        Behind(hash, Encoding.UTF8.GetBytes(entry.Topic));
        Behind(hash, entry.Payload.Span);
    }

    /// <summary>
    /// Removes the reports from one entry to another and leaves a note in place of the last. The bytes are overwritten in the file (SQLite's secure_delete), and its
    /// write-ahead log is emptied. The station may write its journal meanwhile.
    /// </summary>
    /// <exception cref="SqliteException">The file cannot be written: nothing was removed.</exception>
    public static void Remove(string journal, long first, long last, RemovalNote note)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = journal, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        Run("PRAGMA secure_delete = ON");
        using (SqliteTransaction transaction = connection.BeginTransaction())
        {
            Run("UPDATE entry SET kind = $note, topic = '', payload = $payload WHERE number = $last", transaction);
            Run("DELETE FROM entry WHERE number >= $first AND number < $last AND kind IN ($message, $sealed) AND topic LIKE $topic", transaction);
            transaction.Commit();
        }

        Run("PRAGMA wal_checkpoint(TRUNCATE)");

        void Run(string text, SqliteTransaction? transaction = null)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = text;
            command.Transaction = transaction;
            foreach ((string name, object value) in new (string, object)[]
            {
                ("$first", first), ("$last", last), ("$note", (int)EntryKind.Removed), ("$payload", note.ToPayload()),
                ("$message", (int)EntryKind.Message), ("$sealed", (int)EntryKind.Sealed), ("$topic", "%" + ReportEnding),
            }.Where(p => text.Contains(p.Item1, StringComparison.Ordinal)))
            {
                command.Parameters.AddWithValue(name, value);
            }

            command.ExecuteNonQuery();
        }
    }

    private static void Behind(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
