using Microsoft.Data.Sqlite;

namespace JointWatch.EndToEnd.Tests.Support;

/// <summary>Reads a journal as any SQLite program would.</summary>
internal static class JournalReader
{
    private const int CheckpointKind = 6;

    /// <summary>The payloads of all messages of one topic, in order.</summary>
    public static List<byte[]> Payloads(string journal, string topic)
    {
        using SqliteConnection connection = Open(journal);
        using SqliteCommand select = connection.CreateCommand();
        select.CommandText = "SELECT payload FROM entry WHERE topic = $topic ORDER BY number";
        select.Parameters.AddWithValue("$topic", topic);
        using SqliteDataReader reader = select.ExecuteReader();
        List<byte[]> payloads = [];
        while (reader.Read())
        {
            payloads.Add(reader.GetFieldValue<byte[]>(0));
        }

        return payloads;
    }

    /// <summary>How many digests of its picture the station has put down.</summary>
    public static long Checkpoints(string journal)
    {
        using SqliteConnection connection = Open(journal);
        using SqliteCommand count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM entry WHERE kind = $kind";
        count.Parameters.AddWithValue("$kind", CheckpointKind);
        return (long)count.ExecuteScalar()!;
    }

    private static SqliteConnection Open(string journal)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = journal, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
