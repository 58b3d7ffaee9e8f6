using Microsoft.AspNetCore.SignalR;

namespace JointWatch.Station.Hosting;

/// <summary>Where pages listen; they get <c>picture</c> and <c>detections</c> and send nothing.</summary>
internal sealed class PictureHub : Hub;
