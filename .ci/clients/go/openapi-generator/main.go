// Calls the API through the client of openapi-generator's go.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	"clients/openapi-generator/client"
)

func main() {
	configuration := client.NewConfiguration()
	configuration.Servers = client.ServerConfigurations{{URL: os.Args[1]}}
	api := client.NewAPIClient(configuration)
	background := context.Background()

	all, _, err := api.CodesAPI.ListStatusCodes(background).Execute()
	check(err)
	constants, deprecated, others := 0, 0, 0
	for _, code := range all.Codes {
		others += len(code.OtherUses)
		for _, constant := range code.Constants {
			constants++
			if constant.GetDeprecated() {
				deprecated++
			}
		}
	}
	fmt.Printf("%s: %d codes, %d other uses, %d constants, %d deprecated\n",
		all.License, len(all.Codes), others, constants, deprecated)

	code, _, err := api.CodeAPI.GetStatusCode(background, 404).Execute()
	check(err)
	fmt.Printf("%d %s, %s, %s: %s\n", code.Code, code.ReasonPhrase, *code.Class, code.State, code.Summary)
	fmt.Printf("retry %s, checked %s\n", code.Retry.Advice, code.Source.Checked)

	found, _, err := api.SearchAPI.SearchStatusCodes(background).Q("too many").Execute()
	check(err)
	fmt.Printf("%s: %d, first %d\n", found.Query, len(found.Results), found.Results[0].Code)

	pair, _, err := api.GuideAPI.GetComparison(background, "302-vs-303").Execute()
	check(err)
	first := pair.Codes[0]
	fmt.Printf("%s %s, method %s: %s\n", pair.Decision, first.RightWhen, first.Redirect.Method, first.Meaning)

	_, _, err = api.CodeAPI.GetStatusCode(background, 477).Execute()
	var failure *client.GenericOpenAPIError
	if !errors.As(err, &failure) {
		log.Fatal(err)
	}
	problem := failure.Model().(client.Problem)
	fmt.Printf("%d %s: %s\n", problem.Status, problem.Title, problem.Detail)

	picture, _, err := api.CodeAPI.GetStatusCodePicture(background, 404).Execute()
	check(err)
	content, err := os.ReadFile(picture.Name())
	check(err)
	check(os.Remove(picture.Name()))
	fmt.Printf("%s, %d bytes\n", content[1:4], len(content))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
