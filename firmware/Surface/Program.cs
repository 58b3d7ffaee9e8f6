using JointWatch.Firmware.Surface;

// Prints what it finds as errors that MSBuild understands. The compiler has seen to it that every type and member is there: it had nothing else.
if (args is not [string assembly])
{
    await Console.Error.WriteLineAsync("usage: JointWatch.Surface ASSEMBLY");
    return 2;
}

IReadOnlyCollection<string> problems = NanoSurface.Problems(assembly, MemberList.Any);
foreach (string problem in problems)
{
    Console.WriteLine($"{Path.GetFileName(assembly)} : error JW0001: A board cannot run {problem}");
}

return problems.Count == 0 ? 0 : 1;
