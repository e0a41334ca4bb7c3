namespace ComplianceRules.Cli.Commands;

/// <summary>What was named to be read cannot be: told apart from trouble with writing, which is no fault of the input.</summary>
/// <param name="cause">What the system said.</param>
internal sealed class UnreadableInputException(Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>Opens or reads an input.</summary>
    /// <param name="work">The opening or reading.</param>
    /// <exception cref="UnreadableInputException">The system refused.</exception>
    public static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableInputException(error);
        }
    }
}
