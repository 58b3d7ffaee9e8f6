namespace JointWatch.Flash.Asking;

/// <summary>The person in front of the program, if there is one.</summary>
public interface IQuestions
{
    /// <summary>False where nobody can answer: what is missing is then an error.</summary>
    bool CanAsk { get; }

    /// <summary>Asks once; an empty answer is "".</summary>
    string Ask(string question);

    /// <summary>As <see cref="Ask"/>, without showing what is typed.</summary>
    string AskSecret(string question);
}
