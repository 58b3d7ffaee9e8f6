using JointWatch.Station.Picture;
using JointWatch.Station.Views;
using Microsoft.AspNetCore.SignalR;

namespace JointWatch.Station.Hosting;

/// <summary>Sends each new picture, and the detections that came since the last, to every page.</summary>
internal sealed class PictureBroadcaster(LivePicture picture, IHubContext<PictureHub> hub, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long sent = -1;
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            PictureView current = picture.Current;
            IReadOnlyList<DetectionView> detections = picture.TakeDetections();
            if (detections.Count > 0)
            {
                await hub.Clients.All.SendAsync("detections", detections, stoppingToken);
            }

            if (current.Revision != sent)
            {
                sent = current.Revision;
                await hub.Clients.All.SendAsync("picture", current, stoppingToken);
            }
        }
    }
}
