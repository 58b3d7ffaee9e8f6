using JointWatch.Contract;
using JointWatch.Contract.Messages;
using JointWatch.Contract.Station;
using JointWatch.Exercises;
using JointWatch.Station.Broker;
using JointWatch.Station.Core;
using JointWatch.Station.Intake;
using JointWatch.Station.Joint;
using JointWatch.Station.Journal;
using JointWatch.Tracking;

namespace JointWatch.Station.Demo;

/// <summary>Tells the boards, and the journal, of an exercise: its objects once, its clock each second.</summary>
internal sealed class ExercisePublisher(Director director, StationIntake intake, IBrokerLink broker, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ClockPeriod = TimeSpan.FromSeconds(1);

    private readonly byte[] _buffer = new byte[StationEncoder.MaxBytes];
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Publishes the objects and the first clock. When it returns, the exercise runs.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var note = new ExerciseNote(director.Run, director.Scenario.Name, director.Scenario.Description) { Mark = ExerciseMark.Of(director.Scenario.Mark, director.Run) };
        await intake.SubmitAsync(EntryKind.Exercise, "", note.ToPayload(), cancellation);
        foreach (ScenarioMessage message in director.Messages)
        {
            byte[] payload = _buffer[..StationEncoder.Write(message, _buffer)];
            await broker.PublishAsync($"{Topics.ScenarioRoot}{message.Object}", payload, retain: true, cancellation);
        }

        await PublishClockAsync(cancellation);
    }

    /// <summary>Publishes the clock at once: it was stopped, or goes on, or at another rate. Boards go by the last that they heard.</summary>
    public Task TellAsync(CancellationToken cancellation) => PublishClockAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Publishes the clock until cancelled, then that the exercise has ended.</summary>
    /// <param name="over">Called once when the exercise ends by itself.</param>
    public async Task RunAsync(Action over, CancellationToken cancellation)
    {
        bool told = false;
        try
        {
            using var timer = new PeriodicTimer(ClockPeriod, time);
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                ClockMessage clock = await PublishClockAsync(cancellation);
                if (clock.State == ExerciseState.Ended && !told)
                {
                    told = true;
                    over();
                }
            }
        }
        catch (OperationCanceledException)
        {
            await PublishClockAsync(CancellationToken.None, isLast: true);
        }
    }

    /// <summary>One at a time, so that no older clock overtakes a newer one.</summary>
    private async Task<ClockMessage> PublishClockAsync(CancellationToken cancellation, bool isLast = false)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            ClockMessage clock = director.ClockAt(Now());
            clock.State = isLast ? ExerciseState.Ended : clock.State;

            // First the journal, so that no report of a new run is processed before its clock.
            byte[] payload = _buffer[..StationEncoder.Write(clock, _buffer)];
            await intake.SubmitAsync(EntryKind.Message, Topics.Clock, payload, cancellation);
            await broker.PublishAsync(Topics.Clock, payload, retain: true, cancellation);
            return clock;
        }
        finally
        {
            _turn.Release();
        }
    }

    private UtcMicroseconds Now() => UtcMicroseconds.From(time.GetUtcNow());
}
