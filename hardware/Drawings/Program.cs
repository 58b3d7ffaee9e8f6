using JointWatch.Hardware;

// Without arguments: writes everything that is made from the pin map. A test holds the files to what is made here.
string root = RepositoryFolder.Find(Environment.CurrentDirectory);
foreach (GeneratedFile file in Generator.MakeAll(PinMap.Load(Path.Combine(root, "hardware", "pins.json"))))
{
    string path = Path.Combine(root, file.Path);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, file.Text);
    Console.WriteLine(file.Path);
}
