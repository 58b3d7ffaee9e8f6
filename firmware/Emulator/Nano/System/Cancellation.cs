using JointWatch.Emulation;

namespace System.Threading
{
    /// <summary>nanoFramework's cancellation, by the board's clock.</summary>
    public sealed class CancellationTokenSource : IDisposable
    {
        private readonly BoardRun _run = BoardRun.Enter("CancellationTokenSource..ctor");
        private IDisposable? _timer;
        private bool _cancelled;

        public CancellationTokenSource()
        {
        }

        public CancellationTokenSource(int millisecondsDelay) => CancelAfter(millisecondsDelay);

        public bool IsCancellationRequested => _cancelled;

        public CancellationToken Token => new(this);

        public void Cancel() => _cancelled = true;

        public void CancelAfter(int millisecondsDelay)
        {
            _timer?.Dispose();
            _timer = _run.Board.World.Scheduler.At(_run.Board.World.Scheduler.Now + Timing.Ticks(_run, millisecondsDelay), Cancel);
        }

        public void Dispose() => _timer?.Dispose();
    }

    /// <summary>nanoFramework's token; the default one never says stop.</summary>
    public readonly struct CancellationToken
    {
        private readonly CancellationTokenSource? _source;

        public CancellationToken(CancellationTokenSource source) => _source = source;

        public static CancellationToken None => default;

        public bool CanBeCanceled => _source is not null;

        public bool IsCancellationRequested => _source is { IsCancellationRequested: true };

        public void ThrowIfCancellationRequested()
        {
            if (IsCancellationRequested)
            {
                throw new OperationCanceledException();
            }
        }
    }
}
