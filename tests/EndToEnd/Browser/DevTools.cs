using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointWatch.EndToEnd.Tests.Browser;

/// <summary>
/// A connection to a browser by the Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/): JSON over a web socket,
/// answers told apart by number, pages by session.
/// </summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly CancellationTokenSource _stop = new();
    private Action<string, string, JsonElement>? _listeners;
    private Task _reading = Task.CompletedTask;
    private int _lastNumber;

    private DevTools()
    {
    }

    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        DevTools devTools = new();
        await devTools._socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        devTools._reading = devTools.ReadAsync();
        return devTools;
    }

    /// <summary>Tells of each event: session, method, parameters. The listener is called by the reader and must not wait.</summary>
    public void Listen(Action<string, string, JsonElement> listener) => _listeners += listener;

    /// <summary>Asks the browser, or the page of a session, to do something.</summary>
    /// <exception cref="InvalidOperationException">It answered with an error.</exception>
    public async Task<JsonElement> AskAsync(string method, JsonObject parameters, string? session = null)
    {
        int number = Interlocked.Increment(ref _lastNumber);
        TaskCompletionSource<JsonElement> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[number] = answer;
        JsonObject message = new() { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await _sending.WaitAsync(cancellation);
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, cancellation);
        }
        finally
        {
            _sending.Release();
        }

        JsonElement reply = await answer.Task.WaitAsync(Support.Patience.Limit, TimeProvider.System, cancellation);
        return reply.TryGetProperty("error", out JsonElement error)
            ? throw new InvalidOperationException($"{method}: {error.GetProperty("message").GetString()}")
            : reply.GetProperty("result");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        byte[] buffer = new byte[1 << 16];
        using MemoryStream message = new();
        try
        {
            while (true)
            {
                message.SetLength(0);
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);

                if (part.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                Take(JsonSerializer.Deserialize<JsonElement>(message.GetBuffer().AsSpan(0, (int)message.Length)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Disposed of, or the browser has gone: whoever still waits for an answer is told below.
        }

        foreach (TaskCompletionSource<JsonElement> answer in _asked.Values)
        {
            answer.TrySetException(new InvalidOperationException("The browser's connection has ended."));
        }
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("id", out JsonElement number))
        {
            if (_asked.TryRemove(number.GetInt32(), out TaskCompletionSource<JsonElement>? answer))
            {
                answer.TrySetResult(message);
            }
        }
        else if (message.TryGetProperty("sessionId", out JsonElement session))
        {
            _listeners?.Invoke(session.GetString()!, message.GetProperty("method").GetString()!, message.GetProperty("params"));
        }
    }
}
