using System.Net.Http.Headers;
using JointWatch.Exercises;
using JointWatch.Station.Cli;
using JointWatch.Station.Cli.Options;
using JointWatch.Station.Commanding;
using JointWatch.Warnings.Announcements;

namespace JointWatch.Station.Announcing;

/// <summary>Hands a notification to the station that runs on this machine.</summary>
internal static class AnnounceRunner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>The exit code.</returns>
    /// <exception cref="InvalidInputException">The file is no notification.</exception>
    public static async Task<int> RunAsync(AnnounceOptions options, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        byte[] json = await File.ReadAllBytesAsync(options.File, cancellation);
        Notification notification;
        try
        {
            notification = NotificationReader.Read(json);
        }
        catch (NotificationException e)
        {
            throw new InvalidInputException(options.File, null, e.Field, e.Value, e.Expected);
        }

        using var http = new HttpClient { Timeout = Patience };
        using var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using HttpResponseMessage response = await http.PostAsync(new Uri(options.Url.TrimEnd('/') + "/api/announcements"), content, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                await error.WriteLineAsync($"jointwatch: {options.Url} does not take it: {await CommandRunner.ErrorOfAsync(response, cancellation)}");
                return ExitCode.Failed;
            }

            await output.WriteLineAsync($"{notification.Name}, revision {notification.Revision}: taken; it waits to be acknowledged at the console");
            return ExitCode.Done;
        }
        catch (HttpRequestException e)
        {
            await error.WriteLineAsync($"jointwatch: no station answers at {options.Url} ({e.Message}); start one with 'jointwatch run', or name it with --url");
            return ExitCode.Failed;
        }
    }
}
