using JointWatch.Tracking;
using Microsoft.Data.Sqlite;

namespace JointWatch.Station.Journal;

/// <summary>
/// The journal: every input of the station in order, in one SQLite file in WAL mode. A batch that <see cref="Append"/> has returned from is on
/// the disk (synchronous = FULL), so it survives a crash and a power cut. One writer of entries; readers, and who removes old reports, open it of their own.
/// </summary>
public sealed class JournalFile : IDisposable
{
    /// <summary>The journal's name in a data folder.</summary>
    public const string FileName = "journal.db";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;

    private JournalFile(SqliteConnection connection)
    {
        _connection = connection;
        _insert = connection.CreateCommand();
        _insert.CommandText = "INSERT INTO entry (number, received_us, kind, topic, payload) VALUES ($number, $received, $kind, $topic, $payload)";
        foreach (string name in (string[])["$number", "$received", "$kind", "$topic", "$payload"])
        {
            _insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        using SqliteCommand last = connection.CreateCommand();
        last.CommandText = "SELECT coalesce(max(number), 0) FROM entry";
        LastNumber = (long)last.ExecuteScalar()!;
    }

    /// <summary>Gets the number of the newest entry on disk; 0 in an empty journal.</summary>
    public long LastNumber { get; private set; }

    /// <summary>Opens the journal of a data folder for writing, and makes folder and file where they are missing.</summary>
    public static JournalFile Open(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        SqliteConnection connection = Connect(Path.Combine(dataDirectory, FileName), SqliteOpenMode.ReadWriteCreate);
        try
        {
            using SqliteCommand setUp = connection.CreateCommand();
            setUp.CommandText =
                """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA locking_mode = NORMAL;
                PRAGMA application_id = 0x4A575431;
                CREATE TABLE IF NOT EXISTS entry (
                    number      INTEGER PRIMARY KEY,
                    received_us INTEGER NOT NULL,
                    kind        INTEGER NOT NULL,
                    topic       TEXT    NOT NULL,
                    payload     BLOB    NOT NULL
                );
                """;
            setUp.ExecuteNonQuery();
            return new JournalFile(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads a journal from its beginning, entry by entry, without taking it from a station that writes it.</summary>
    /// <exception cref="SqliteException">The file is not there or is no journal.</exception>
    public static IEnumerable<JournalEntry> Read(string path)
    {
        using SqliteConnection connection = Connect(path, SqliteOpenMode.ReadOnly);
        using SqliteCommand select = connection.CreateCommand();
        select.CommandText = "SELECT number, received_us, kind, topic, payload FROM entry ORDER BY number";
        using SqliteDataReader reader = select.ExecuteReader();
        while (reader.Read())
        {
            yield return new JournalEntry(
                reader.GetInt64(0),
                new UtcMicroseconds(reader.GetInt64(1)),
                (EntryKind)reader.GetInt32(2),
                reader.GetString(3),
                reader.GetFieldValue<byte[]>(4));
        }
    }

    /// <summary>Writes a batch in one transaction: all of it is on disk afterwards, or, after an exception, none.</summary>
    /// <exception cref="SqliteException">The disk is full or fails.</exception>
    public void Append(IReadOnlyList<JournalEntry> batch)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        foreach (JournalEntry entry in batch)
        {
            _insert.Parameters[0].Value = entry.Number;
            _insert.Parameters[1].Value = entry.ReceivedAt.Value;
            _insert.Parameters[2].Value = (int)entry.Kind;
            _insert.Parameters[3].Value = entry.Topic;
            _insert.Parameters[4].Value = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(entry.Payload, out ArraySegment<byte> whole)
                && whole.Offset == 0 && whole.Count == whole.Array!.Length ? whole.Array : entry.Payload.ToArray();
            _insert.ExecuteNonQuery();
        }

        transaction.Commit();
        LastNumber = batch[^1].Number;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
