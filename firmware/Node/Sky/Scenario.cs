using JointWatch.Contract.Messages;

namespace JointWatch.Firmware.Sky
{
    /// <summary>
    /// The objects of an exercise, as the director has told them, in a fixed number of slots by object number. A slot holds the last message
    /// for its number, whichever run it is of; <see cref="TryGet"/> gives only those of the run asked for. So messages that come before their
    /// run's clock are kept, and leftovers of an old run do no harm; <see cref="Forget"/> frees them when the new run's clock comes.
    /// </summary>
    public sealed class Scenario
    {
        private readonly ObjectPath?[] _paths;
        private readonly int _knotLimit;

        /// <summary>A scenario of so many objects, and so many knots of all objects together, at most.</summary>
        public Scenario(int objects, int knots)
        {
            Slots = objects;
            _paths = new ObjectPath?[objects];
            _knotLimit = knots;
        }

        /// <summary>The number of slots.</summary>
        public readonly int Slots;

        /// <summary>The knots in all slots.</summary>
        public int Knots;

        /// <summary>Takes an object in the place of the one with its number.</summary>
        /// <returns>False where there is no room.</returns>
        public bool Put(ScenarioMessage message)
        {
            if (message.Object >= Slots)
            {
                return false;
            }

            int slot = (int)message.Object;
            Remove(slot);
            if (Knots + message.TimeMs.Length > _knotLimit)
            {
                return false;
            }

            _paths[slot] = new ObjectPath(message);
            Knots += message.TimeMs.Length;
            return true;
        }

        /// <summary>Empties a slot, if there is such a one.</summary>
        public void Remove(int slot)
        {
            if (slot < 0 || slot >= Slots)
            {
                return;
            }

            ObjectPath? old = _paths[slot];
            if (old != null)
            {
                Knots -= old.Message.TimeMs.Length;
                _paths[slot] = null;
            }
        }

        /// <summary>Empties the slots of every run but one.</summary>
        public void Forget(uint allButRun)
        {
            for (int i = 0; i < Slots; i++)
            {
                ObjectPath? path = _paths[i];
                if (path != null && path.Message.Run != allButRun)
                {
                    Remove(i);
                }
            }
        }

        /// <summary>The body of a slot at an instant, microseconds since the start of the exercise.</summary>
        /// <returns>False where that run has no such object at that instant.</returns>
        public bool TryGet(int slot, uint run, long sinceStartUs, SkyBody body)
        {
            ObjectPath? path = _paths[slot];
            return path != null && path.Message.Run == run && path.TryAt(sinceStartUs, body);
        }
    }
}
