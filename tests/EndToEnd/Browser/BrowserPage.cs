using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using JointWatch.EndToEnd.Tests.Support;

namespace JointWatch.EndToEnd.Tests.Browser;

/// <summary>One page in the browser: what is on it, and what went wrong on it.</summary>
internal sealed class BrowserPage
{
    private readonly DevTools _devTools;
    private readonly string _session;
    private readonly ConcurrentQueue<string> _errors = new();

    private BrowserPage(DevTools devTools, string session)
    {
        _devTools = devTools;
        _session = session;
        devTools.Listen(Note);
    }

    /// <summary>Uncaught exceptions, console errors, and files that did not load.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    public static async Task<BrowserPage> OpenAsync(DevTools devTools, Uri address, int width, int height)
    {
        JsonElement target = await devTools.AskAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        JsonElement attached = await devTools.AskAsync(
            "Target.attachToTarget", new JsonObject { ["targetId"] = target.GetProperty("targetId").GetString(), ["flatten"] = true });
        BrowserPage page = new(devTools, attached.GetProperty("sessionId").GetString()!);
        foreach (string domain in (string[])["Page", "Runtime", "Log", "Network"])
        {
            await page.AskAsync(domain + ".enable");
        }

        await page.AskAsync(
            "Emulation.setDeviceMetricsOverride",
            new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        await page.AskAsync("Page.navigate", new JsonObject { ["url"] = address.ToString() });
        return page;
    }

    /// <summary>Waits until at least one element with a test's mark is there and has a size.</summary>
    /// <returns>The text of the first.</returns>
    public Task<string> SeeAsync(string testId) => Patience.UntilAsync(
        $"element marked {testId} on the page",
        async () => await EvaluateAsync($$"""
            (() => {
              const seen = [...document.querySelectorAll('[data-testid="{{testId}}"]')].find((e) => {
                const box = e.getBoundingClientRect();
                return box.width > 0 && box.height > 0;
              });
              return seen ? (seen.textContent ?? '').trim() : null;
            })()
            """) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null,
        () => "Errors on the page:\n" + string.Join('\n', _errors));

    /// <summary>Waits until an expression of JavaScript is true.</summary>
    public Task UntilAsync(string what, string expression) => Patience.UntilAsync(
        what,
        async () => await EvaluateAsync(expression) is { ValueKind: JsonValueKind.True },
        () => "Errors on the page:\n" + string.Join('\n', _errors));

    /// <summary>The value of an expression of JavaScript.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        JsonElement answer = await AskAsync(
            "Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        return answer.TryGetProperty("exceptionDetails", out JsonElement exception)
            ? throw new InvalidOperationException(exception.ToString())
            : answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value : default;
    }

    /// <summary>Keeps what the page looks like as artifacts/screenshots/NAME.png.</summary>
    public async Task ScreenshotAsync(string name)
    {
        // A page that is behind another, or thought to be, paints no frame to take.
        await AskAsync("Page.bringToFront");
        JsonElement shot = await AskAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png" });
        await File.WriteAllBytesAsync(
            Path.Combine(Repository.Artifacts("screenshots"), name + ".png"),
            shot.GetProperty("data").GetBytesFromBase64(),
            TestContext.Current.CancellationToken);
    }

    private Task<JsonElement> AskAsync(string method, JsonObject? parameters = null) => _devTools.AskAsync(method, parameters ?? [], _session);

    private void Note(string from, string method, JsonElement what)
    {
        if (from != _session)
        {
            return;
        }

        string? error = method switch
        {
            "Runtime.exceptionThrown" => what.GetProperty("exceptionDetails").ToString(),
            "Runtime.consoleAPICalled" when what.GetProperty("type").GetString() == "error" => what.GetProperty("args").ToString(),
            "Log.entryAdded" when what.GetProperty("entry").GetProperty("level").GetString() == "error" => what.GetProperty("entry").ToString(),
            _ => null,
        };
        if (error is not null)
        {
            _errors.Enqueue(error);
        }
    }
}
